import { papers } from "../../../../apps-script/domain/rules/papers";
import { PAPER_COLUMNS } from "../../../../apps-script/domain/schema/paper-columns";
import type { PapersRow } from "../../../../apps-script/domain/schema/papers";
import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import { bookOf } from "../../../support/books";
import { rowOf, runOn, secondRunOf } from "../../../support/running";

const [A, B, C] = ["B2024-00001", "B2024-00002", "B2024-00003"];
const columns: readonly string[] = PAPER_COLUMNS;
const all: Partial<PapersRow> = Object.fromEntries(columns.map((name) => [name, "已交"]));
const person: Partial<Enrolment> = { name: "王某", person: "P00001", post: "主要负责人", education: "高中", kind: "再培训" };
const left: Partial<Enrolment> = { ...person, state: "转班" };

function missing(roster: readonly Partial<Enrolment>[], rows: readonly Partial<PapersRow>[], key = B) {
  const ran = runOn(papers, bookOf({ roster, papers: rows }), "2024-03-01");
  expect(secondRunOf(papers, ran, "2024-03-01")).toBe(0);
  expect(ran.outcome.cells.filter(({ table, column }) => table === "papers" && columns.includes(column))).toEqual([]);
  return rowOf(ran.after, key).missingPapers;
}

test.each<[string, Partial<Enrolment>[], Partial<PapersRow>[], string | null]>([
  ["count for the new class", [left, person], [{ id: A, ...all }], null],
  [
    "beside what the new one says",
    [left, person],
    [
      { id: A, ...all },
      { id: B, uploadPhoto: "不合格:模糊" },
    ],
    "申报上传：证件照不合格（模糊）",
  ],
  ["what was wrong is still wrong", [left, person], [{ id: A, ...all, deskForm: "不合格" }, { id: B }], "报到：报名登记表不合格"],
  [
    "until it is put right",
    [left, person],
    [
      { id: A, ...all, deskForm: "不合格" },
      { id: B, deskForm: "已交" },
    ],
    null,
  ],
  [
    "not somebody else's",
    [{ ...left, person: "P00002" }, person],
    [
      { id: A, ...all },
      { id: B, ...all, deskForm: null },
    ],
    "报到：缺报名登记表",
  ],
  [
    "not where it is unclear",
    [left, person, person],
    [
      { id: A, ...all },
      { id: B, ...all, deskForm: null },
    ],
    "报到：缺报名登记表",
  ],
])("papers of the class that was left: %s", (_name, roster, rows, expected) => {
  expect(missing(roster, rows)).toBe(expected);
});

test("of two classes that were left the later papers count", () => {
  const rows = [
    { id: A, ...all, deskForm: "不合格" },
    { id: B, deskForm: "已交" },
  ];
  expect(missing([left, left, person], rows, C)).toBeNull();
});

test("the reason says whose papers they are", () => {
  const roster = [left, { ...person, missingPapers: "报到：缺报名登记表" }];
  const { outcome } = runOn(papers, bookOf({ roster, papers: [{ id: A, ...all }, { id: B }] }), "2024-03-01");
  expect(outcome.cells.find(({ row, column }) => row === B && column === "missingPapers")?.reason).toBe(
    "按资料表，含转班前B2024-00001的资料",
  );
});
