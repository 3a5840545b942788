import { foreignFileOf } from "../../../apps-script/domain/merge/foreign";
import { bookOf } from "../../support/books";
import { type Cells, importFiles, returnedFile, returnedReport, sentBook, UNIT } from "../../support/exchange-lab";
import { idOf, importInto, type Line } from "./lists";

const LINES: readonly Line[] = [
  ["序号", "姓名", "证件号", "手机号", "工作单位", "备注"],
  [1, "王梦", idOf(1), "13800138001", UNIT, null],
  [2, "李明", idOf(2), "13800138002", UNIT, "已离职"],
  [3, "赵刚", idOf(3), "13800138003", UNIT, null],
];

function taken(struck: Readonly<Record<number, readonly number[]>>) {
  const rows = LINES.map((cells, place) => ({
    at: place + 1,
    cells,
    ...(struck[place + 1] ? { struck: struck[place + 1] } : {}),
  }));
  const file = foreignFileOf({ file: "名单.xlsx", fingerprint: "f", sheets: [{ name: "人员", hidden: false, rows }] });
  const { decision, after } = importInto(bookOf({ units: [{ name: UNIT }] }), file);
  return {
    people: after.roster.map(({ name, mobile }) => `${name} ${mobile}`),
    said: (decision.reports[0]?.findings ?? [])
      .filter(({ code }) => code !== "I27")
      .map(({ code, message }) => `${code} ${message}`),
  };
}

const ALL = ["王梦 13800138001", "李明 13800138002", "赵刚 13800138003"];

test("nobody is struck out: nothing is said", () => expect(taken({})).toEqual({ people: ALL, said: [] }));
test.each([
  ["the whole row", [0, 1, 2, 3, 4, 5]],
  ["all but number and remark", [1, 2, 3, 4]],
  ["name and id", [1, 2]],
])("a person struck out is left out and named: %s", (_name, columns) => {
  const { people, said } = taken({ 3: columns });
  expect(people).toEqual([ALL[0], ALL[2]]);
  expect(said).toEqual(["I32 名单.xlsx·人员：第3行李明整个人划了删除线，没有读入。"]);
});
test("a single cell struck out is blank, and named", () => {
  const { people, said } = taken({ 3: [3], 4: [0] });
  expect(people).toEqual([ALL[0], "李明 null", ALL[2]]);
  expect(said).toEqual(["I32 名单.xlsx·人员：D3划了删除线，按没有填写处理。"]);
});
test("an id struck out beside a name that is not goes back", () => {
  const { people, said } = taken({ 3: [2] });
  expect(people).toEqual([ALL[0], ALL[2]]);
  expect(said).toEqual(expect.arrayContaining([expect.stringMatching(/^R0\d .*C3 李明/u)]));
});
test("a header that is struck out is a header", () => expect(taken({ 1: [1, 2] }).people).toEqual(ALL));

test("in a file of ours who is struck out is missing, whatever became of the row id", () => {
  const agreed = [1, 2, 3].map((serial): Cells => {
    return { 报名编号: `B2024-0000${serial}`, 姓名: "王李赵".charAt(serial - 1).repeat(2), 证件号: idOf(serial), 工作单位: UNIT };
  });
  const rows = agreed.map(({ 报名编号: id, ...cells }) => ({ ...cells, 行号: id ?? null }));
  const source = returnedFile({ titles: ["姓名", "证件号", "工作单位"], sent: agreed, rows });
  const sheets = source.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => (row.cells[1] === "李李" ? { ...row, struck: [0, 1, 2, 3] } : row)),
  }));
  const played = importFiles(sentBook(agreed, [{ generation: 1, people: agreed }]), [{ ...source, sheets }]);
  expect(returnedReport(played).rows).toMatchObject({ total: 2, unchanged: 2, missing: 1 });
  expect(returnedReport(played).findings.map(({ code }) => code)).toEqual(["I32", "E17"]);
  expect(played.after.roster.map(({ name }) => name)).toEqual(["王王", "李李", "赵赵"]);
  expect(played.after.todo.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual(["单位表中已无此人 李李 B2024-00002"]);
});
