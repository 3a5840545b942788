import "../../support/added-paper";

import { shortageOf } from "../../../apps-script/domain/rules/paper-answers";
import { PAPER_COLUMNS, paperOf } from "../../../apps-script/domain/schema/paper-columns";
import { PAPERS, type PapersRow } from "../../../apps-script/domain/schema/papers";
import { bookOf } from "../../support/books";

const [empty] = bookOf({ papers: [{ id: "B2024-00001" }] }).papers;
const handedIn = Object.fromEntries(PAPER_COLUMNS.map((column) => [column, "已交"]));
const rowWith = (answers: Readonly<Record<string, string | null>>): PapersRow =>
  ({ ...empty, ...handedIn, ...answers }) as PapersRow;

test.each<[string, Readonly<Record<string, string | null>>, string[]]>([
  ["missing", { deskHealth: null, healthSeal: null }, ["报到：缺体检表"]],
  ["without its seal", { healthSeal: null }, ["报到：缺体检表（公章）"]],
  ["with a bad seal", { healthSeal: "不合格:章不清" }, ["报到：体检表“公章”不合格（章不清）"]],
  ["not needed", { deskHealth: "不适用", healthSeal: null }, []],
])("a paper that is an entry of the schema alone is asked for: %s", (_name, answers, stages) => {
  expect(shortageOf(rowWith(answers), { idType: "居民身份证", idNumber: null }, false).stages).toEqual(stages);
});

test("every check is one of a paper of its own stage", () => {
  const wrong = PAPER_COLUMNS.filter((column) => {
    const { checkOf, stage } = paperOf(column);
    if (checkOf === undefined) return false;
    const whole = PAPER_COLUMNS.find((one) => one === checkOf);
    return whole === undefined || paperOf(whole).stage !== stage || PAPERS.columns[whole] === PAPERS.columns[column];
  });
  expect(wrong).toEqual([]);
});
