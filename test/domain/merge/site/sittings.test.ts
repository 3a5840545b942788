import { withChanges } from "../../../../apps-script/domain/changes/advance";
import { readSiteList } from "../../../../apps-script/domain/merge/site/read";
import { siteImport } from "../../../../apps-script/domain/operations/import-site";
import { contextOf } from "../../../../apps-script/domain/rules/context";
import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../../../apps-script/domain/snapshot/value";
import { bookOf } from "../../../support/books";

const today = "2024-06-01";
const id = "379999198001010024";

const person = (row: Partial<Enrolment> = {}): Snapshot =>
  bookOf({ roster: [{ name: "甲", idNumber: id, post: "主要负责人", kind: "再培训", trained: "是", ...row }] });

/** One list of results; each row is day, mark and result. */
const list = (asOf: string, ...rows: (readonly [Value, Value, Value])[]): Value[][] => [
  [`考试成绩（截至${asOf}）`],
  ["姓名", "证件号", "考试日期", "成绩", "考试结果"],
  ...rows.map(([day, mark, result]) => ["甲", id, day, mark, result]),
];

function read(book: Snapshot, cells: readonly (readonly Value[])[]) {
  const rows = cells.map((row, index) => ({ at: index + 1, cells: row }));
  const reading = readSiteList("成绩", [{ name: "导出", hidden: false, rows }]);
  if (!reading?.asOf) throw new Error("no list");
  const file = {
    kind: "成绩",
    file: "成绩.xlsx",
    fingerprint: JSON.stringify(cells),
    isDated: true,
    asOf: reading.asOf,
  } as const;
  const outcome = siteImport({ ...reading, ...file }).decide(book, contextOf(book, today));
  return { after: withChanges(book, outcome), codes: outcome.findings.map(({ code }) => code), cells: outcome.cells };
}

function readAll(book: Snapshot, ...lists: Value[][][]) {
  const codes: string[] = [];
  let after = book;
  for (const one of lists) {
    const ran = read(after, one);
    after = ran.after;
    codes.push(...ran.codes);
  }
  const row = after.roster[0];
  return { after, codes, said: [row?.exam, row?.examOn, row?.score, row?.examTries, row?.progress] };
}

const march = list("2024年3月20日", ["2024-03-15", 60, "不合格"]);
const april = list("2024年4月10日", ["2024-04-05", 71, "不合格"]);

describe("a result for another exam day is another sitting", () => {
  const twice = ["不合格", "2024-04-05", 71, 2, "补考不合格"];
  test.each<[string, Partial<Enrolment>, Value[][][], unknown[], string[]]>([
    ["failed once", {}, [march], ["不合格", "2024-03-15", 60, null, "不合格待补考"], []],
    ["failed, and failed again", {}, [march, april], twice, []],
    ["the later list is read first", {}, [april, march], twice, []],
    ["each list is read twice", {}, [march, march, april, april, march], twice, []],
    [
      "both exams in one list",
      {},
      [list("2024年4月10日", ["2024-03-15", 60, "不合格"], ["2024-04-05", 71, "不合格"])],
      twice,
      [],
    ],
    ["typed first, then a list", { exam: "不合格", examOn: "2024-03-15" }, [april], twice, []],
    ["typed with its number", { exam: "待考", examOn: "2024-04-05", examTries: 2 }, [april], twice, []],
    ["the list says 待考 in between", {}, [march, list("2024年3月25日", ["2024-04-05", null, "待考"]), april], twice, []],
    ["absent, then failed: the 补考 is used up", {}, [list("2024年3月20日", ["2024-03-15", null, "缺考"]), april], twice, []],
    [
      "failed, then absent: whether it may be sat again is asked elsewhere",
      {},
      [march, list("2024年4月10日", ["2024-04-05", null, "缺考"])],
      ["缺考", "2024-04-05", null, 2, "补考缺考"],
      [],
    ],
    [
      "failed, then passed",
      {},
      [march, list("2024年4月10日", ["2024-04-05", 88, "合格"])],
      ["合格", "2024-04-05", 88, 2, "已合格"],
      [],
    ],
    [
      "an exam of the year before is none of this year's",
      {},
      [list("2024年3月20日", ["2023-03-15", 60, "不合格"], ["2024-03-15", 60, "不合格"])],
      ["不合格", "2024-03-15", 60, null, "不合格待补考"],
      [],
    ],
    [
      "an exam before the report-in neither",
      { reportedInOn: "2024-03-26" },
      [march, april],
      ["不合格", "2024-04-05", 71, null, "不合格待补考"],
      [],
    ],
    [
      "the same exam said twice in one list, otherwise",
      {},
      [list("2024年3月20日", ["2024-03-15", 60, "不合格"], ["2024-03-15", 61, "不合格"])],
      ["不合格", "2024-03-15", 60, null, "不合格待补考"],
      ["S07"],
    ],
    ["what staff counted stays", { examTries: 3 }, [march, april], ["不合格", "2024-04-05", 71, 3, "补考不合格"], []],
  ])("%s", (_, row, lists, said, codes) => {
    const ran = readAll(person(row), ...lists);
    expect([ran.said, ran.codes]).toEqual([said, codes]);
  });

  test("reading the lists again changes nothing", () => {
    const { after } = readAll(person(), march, april);
    expect(read(after, march).cells).toEqual([]);
    expect(read(after, april).cells).toEqual([]);
  });
});

describe("without a day nobody can tell a 补考 from the first exam", () => {
  test.each<[string, Partial<Enrolment>, readonly [Value, Value, Value], string[]]>([
    ["another mark", { exam: "不合格", score: 60 }, [null, 71, "不合格"], ["S12"]],
    ["absent before", { exam: "缺考" }, ["2024-04-05", 71, "不合格"], ["S12"]],
    ["the same again", { exam: "不合格", score: 60 }, [null, 60, "不合格"], []],
    ["passed now", { exam: "不合格", score: 60 }, [null, 88, "合格"], []],
    ["counted already", { exam: "不合格", score: 60, examTries: 2 }, [null, 71, "不合格"], []],
  ])("%s", (_, row, result, codes) => {
    expect(read(person(row), list("2024年4月10日", result)).codes).toEqual(codes);
  });
});
