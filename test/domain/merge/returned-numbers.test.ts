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

const leaves: Readonly<Record<string, (id: string) => string | number>> = {
  "numbers, as in a workbook": (id) => Number(`${id.slice(0, 15)}000`),
  "the short form, as in a .csv that Excel saved": (id) => Number(id).toExponential(5).toUpperCase(),
  "fifteen digits and noughts, as in a .csv of wide columns": (id) => `${id.slice(0, 15)}000`,
};
test.each(Object.keys(leaves))(
  "a whole column of ids that became %s is no column that was changed: the other cells are taken",
  (form) => {
    const people = Array.from({ length: 6 }, (_all, index) => index + 1)
      .map(
        (serial): Cells => ({
          报名编号: `B2024-0000${serial}`,
          姓名: `王${"甲乙丙丁戊己"[serial - 1]}`,
          证件号: idOf(serial),
          工作单位: UNIT,
        }),
      )
      .filter(({ 证件号: id }) => /^\d{18}$/u.test(String(id)));
    expect(people.length).toBeGreaterThan(3);
    const rows = people.map(({ 报名编号: id, ...cells }, place) => ({
      ...cells,
      证件号: leaves[form]?.(String(cells.证件号)) ?? null,
      备注: place === 0 ? "夜班" : null,
      行号: id ?? null,
    }));
    const file = returnedFile({ titles: TITLES, sent: people, rows, identity: "none" });
    const played = importFiles(sentBook(people, [{ generation: 1, people }]), [file]);
    const report = returnedReport(played);
    expect(report.stopped).toBeNull();
    expect(report.rows).toMatchObject({ new: 0, changed: 1, refused: 0 });
    expect(played.after.roster.map(({ idNumber }) => idNumber)).toEqual(people.map(({ 证件号: id }) => id));
    expect(played.after.roster[0]?.note).toBe("夜班");
    const kept = report.findings.filter(({ message }) => message.includes("剩下的几位与原来一致，保留原来的号码"));
    expect(kept.map(({ row }) => row)).toEqual(people.map((_person, place) => String(place + 3)));
  },
);
test("a number of other digits in any of these forms is nobody's id", () => {
  for (const form of Object.values(leaves)) {
    const other = `42${idOf(2).slice(2)}`;
    const { roster, report } = came({ 证件号: form(other), 备注: "夜班" });
    expect(roster.map(({ idNumber }) => idNumber)).toEqual([1, 2, 3].map(idOf));
    const said = report.findings.filter(({ row }) => row === "3").map(({ message }) => message);
    expect(said.some((message) => message.includes("证件号"))).toBe(true);
    expect(said.some((message) => message.includes("剩下的几位与原来一致"))).toBe(false);
  }
});
