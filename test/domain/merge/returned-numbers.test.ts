import { type Cells, importFiles, returnedFile, returnedReport, sentBook, UNIT } from "../../support/exchange-lab";
import { idOf } from "./lists";

/** What programs make of a unit's file: ids as numbers, the marks lost, a person entered anew. */
const TITLES = ["姓名", "证件号", "手机号", "工作单位", "备注"];
const agreed = [1, 2, 3].map((serial): Cells => {
  const name = ["王梦", "李明", "赵刚"][serial - 1] ?? null;
  return { 报名编号: `B2024-0000${serial}`, 姓名: name, 证件号: idOf(serial), 手机号: `1380013800${serial}`, 工作单位: UNIT };
});

function came(changes: Cells, { identity = "both", more = [] }: { identity?: "both" | "none"; more?: readonly Cells[] } = {}) {
  const rows = agreed.map(({ 报名编号: id, ...cells }, place) => ({
    ...cells,
    ...(place === 0 ? changes : {}),
    行号: id ?? null,
  }));
  const file = returnedFile({ titles: TITLES, sent: agreed, rows: [...rows, ...more], identity });
  const played = importFiles(sentBook(agreed, [{ generation: 1, people: agreed }]), [file]);
  return { roster: played.after.roster, after: played.after, report: returnedReport(played) };
}

const damaged = Number(`${idOf(1).slice(0, 15)}000`);
const powered = `${idOf(1).slice(0, 1)}.${idOf(1).slice(1, 15)}E+17`;

test.each([
  ["a number", damaged, "both"],
  ["a power of ten as text", powered, "both"],
  ["digits whose last are noughts", String(damaged), "both"],
  ["a number in a file without marks", damaged, "none"],
  ["a power of ten in a file without marks", powered, "none"],
] as const)("an id that became %s stays as agreed and is said, and the rest of the row is taken", (_name, id, identity) => {
  const { roster, report } = came({ 证件号: id, 备注: "夜班" }, { identity });
  expect(roster).toHaveLength(3);
  expect(roster[0]).toMatchObject({ idNumber: idOf(1), note: "夜班" });
  expect(report.rows).toMatchObject({ new: 0, changed: 1, unchanged: 2 });
  const said = report.findings.filter(({ row }) => row === "3").map(({ message }) => message);
  expect(said.join()).toMatch(/证件号/u);
});

test("a number of other digits is nobody's id: nothing replaces the agreed one", () => {
  const { roster, report } = came({ 证件号: Number(`${idOf(2).slice(0, 15)}000`), 备注: "夜班" });
  expect(roster.map(({ idNumber }) => idNumber)).toEqual([1, 2, 3].map(idOf));
  expect(report.findings.some(({ row, message }) => row === "3" && /证件号/u.test(message))).toBe(true);
});

test("somebody's name and mobile with another id in a new row are asked about, and enter nobody", () => {
  const twin = { 姓名: "王梦", 证件号: idOf(60), 手机号: "13800138001", 工作单位: UNIT };
  const { roster, report } = came({}, { more: [twin] });
  expect(roster.map(({ idNumber }) => idNumber)).toEqual([1, 2, 3].map(idOf));
  expect(report.rows).toMatchObject({ new: 0, refused: 1 });
  expect(report.findings.map(({ code, row }) => [code, row])).toEqual([["I29", "6"]]);
});
test("the same name with another mobile is another person", () => {
  const { roster } = came({}, { more: [{ 姓名: "王梦", 证件号: idOf(60), 手机号: "13900139000", 工作单位: UNIT }] });
  expect(roster).toHaveLength(4);
});
