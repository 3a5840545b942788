import { snapshotOf } from "../../../../apps-script/domain/snapshot/snapshot";
import type { Block, Paper } from "../../../../apps-script/domain/views/papers/paper";
import { PAPER_MARGIN } from "../../../../apps-script/domain/views/papers/paper";
import { PAPERS_TO_PRINT } from "../../../../apps-script/domain/views/papers/papers";
import { bookOf } from "../../../support/books";
import { livedTabs } from "../../../support/counted-workbook";
import { printed, tablesOf, textsOn } from "../../../support/printed";

const CLASS = { class: "再培训班第三期" };

/** Each paper with a question that it can be asked. */
const QUESTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  reminders: {},
  "class-list": CLASS,
  lodging: CLASS,
  "check-in": CLASS,
  receipt: CLASS,
  takings: {},
  invoices: {},
  "sign-in": CLASS,
  "card-receipt": CLASS,
  "card-slips": CLASS,
  "exam-list": CLASS,
  scores: CLASS,
  "certificate-receipt": CLASS,
  "unit-record": CLASS,
  board: {},
};

const PAPERS = Object.entries(QUESTIONS);
const TODAY = "2024-05-15";

test("every paper is known here", () => {
  expect(PAPERS_TO_PRINT.map(({ id }) => id)).toEqual(Object.keys(QUESTIONS));
});

const lived = snapshotOf(livedTabs(6, 80, TODAY));
/** Passwords that nothing else in the workbook holds. */
const book = { ...lived, cards: lived.cards.map((card) => ({ ...card, password: `口令${card.key}` })) };
const ids = book.roster.map(({ idNumber }) => String(idNumber));
const mobiles = book.roster.map(({ mobile }) => String(mobile));
const passwords = book.cards.map(({ password }) => password);

const holds = (paper: Paper, texts: readonly string[]): boolean => {
  const all = textsOn(paper).join("\n");
  return texts.some((text) => all.includes(text));
};

describe.each(PAPERS)("%s", (id, question) => {
  const paper = printed(id, book, TODAY, question);
  const nobody = printed(id, bookOf(), TODAY, question);

  test("is plain data", () => {
    expect(JSON.parse(JSON.stringify(paper))).toEqual(paper);
  });

  test("shows ids, mobiles and passwords only where they belong", () => {
    expect([id, holds(paper, ids)]).toEqual([id, ["class-list", "exam-list"].includes(id)]);
    expect([id, holds(paper, mobiles)]).toEqual([id, id === "class-list"]);
    const { isSecret } = PAPERS_TO_PRINT.find((one) => one.id === id) ?? {};
    expect([id, isSecret]).toEqual([id, id === "card-slips"]);
    expect(holds(paper, passwords)).toBe(id === "card-slips");
  });

  test("has parts that can be told apart, and as many cells in a row as columns on the page", () => {
    const page = (paper.look === "portrait" ? 210 : 297) - 2 * PAPER_MARGIN;
    for (const { parts } of [paper, nobody]) {
      expect(parts.length).toBeGreaterThan(0);
      expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
      for (const { columns, rows, total } of parts.flatMap(tablesOf)) {
        expect(columns.reduce((sum, { width }) => sum + width, 0)).toBe(page);
        for (const row of [...rows, ...(total ? [total] : [])]) expect(row).toHaveLength(columns.length);
      }
    }
  });

  test("is told in Chinese", () => {
    const kind = PAPERS_TO_PRINT.find((one) => one.id === id);
    const told = [kind?.title, kind?.about, ...(kind?.fields ?? []).flatMap(({ title, note }) => [title, note ?? ""])];
    for (const text of [...told, ...textsOn(nobody), ...nobody.parts.map(({ name }) => name)])
      expect(text).not.toMatch(/[A-Za-z]/u);
  });
});

/** Without people every list is empty, and nothing that is shown comes from a person. */
test.each(PAPERS.filter(([id]) => id !== "board" && id !== "check-in"))(
  "%s of an empty workbook has no lines",
  (id, question) => {
    const rowsIn = (block: Block): readonly unknown[] => {
      if (block.kind === "table") return block.rows;
      return block.kind === "slips" ? block.slips : [];
    };
    const paper = printed(id, bookOf(), TODAY, question);
    expect([paper.people, paper.leftOut]).toEqual([0, []]);
    expect(paper.parts.flatMap(({ blocks }) => blocks).flatMap(rowsIn)).toEqual([]);
  },
);

const NAMES = ["买买提·阿不都拉·热合曼", "𠮷田某", "龘某", "=某&<b>"] as const;
const UNIT = "烟台市安生矿山安全技术服务金属非金属露天开采股份有限公司养马";

test.each(PAPERS.filter(([, question]) => question === CLASS).map(([id]) => id))(
  "%s cuts no long name and no rare character",
  (id) => {
    expect([...UNIT].length).toBe(30);
    const roster = NAMES.map((name, at) => ({
      ...{
        name,
        unit: UNIT,
        kind: "再培训" as const,
        class: CLASS.class,
        reportedInOn: "2024-05-14",
        trained: "是",
        card: `K${at}`,
      },
      ...(id === "certificate-receipt" ? { exam: "合格" as const } : {}),
    }));
    const numbers = roster.map((_, at) => `B2024-0000${at + 1}`);
    const cards = numbers.map((enrolment, at) => ({ number: `K${at}`, password: "0O1l", enrolment, state: "已领" as const }));
    const payments = numbers.map((shares, at) => ({
      id: `F0000${at}`,
      day: TODAY,
      amount: 300,
      method: "现金" as const,
      payer: UNIT,
      shares,
    }));
    const full = printed(id, bookOf({ roster, cards, payments }), TODAY, CLASS);
    const texts = textsOn(full).join("\n");
    for (const name of [...NAMES, UNIT]) expect(texts).toContain(name);
    expect(full.people).toBe(NAMES.length);
  },
);
