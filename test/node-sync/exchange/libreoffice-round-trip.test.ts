import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import { columnTitle } from "../../../apps-script/domain/schema/titles";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { exportFiles } from "../../../node-sync/src/exchange/export/export-files";
import { importFiles } from "../../../node-sync/src/exchange/import-files";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { idOf } from "../../domain/merge/lists";
import { importPlaces } from "../../support/import-places";
import { withLibreOffice } from "../../support/libreoffice";
import { SENT_UNITS, sentOffice, sentPerson } from "../../support/sent-office";
import { UnitDesk } from "../../support/unit-desk";

/** Files that LibreOffice itself opened, changed and saved in each of its formats, taken back by the product. */

const [UNIT] = SENT_UNITS;
/** What a program may make something else of: a formula, a number, a day, an escape, a formatted text, nothing. */
const ODD_NOTES = [
  ..."001234|1e5|50%|3-4|2024-3-4|2024年3月|TRUE|=SUM(A1:B2)|'5|+86|@家|-|#|_x0041_|_x005F_x0041_|𠮷野家 Abc 123|同上|合计".split(
    "|",
  ),
  ...'示例|清空|#N/A|第一行\n第二行|甲，乙\t丙|“引号”"和"逗号,|https://example.org|<b>粗</b>&amp;|　全角　空格　'.split("|"),
];
const ODD_PEOPLE: Partial<Enrolment>[] = ODD_NOTES.map((note, place) => {
  const id = `B2024-${String(1001 + place).padStart(5, "0")}`;
  const own = { id, person: `P${1001 + place}`, name: `奇${"甲乙丙丁戊己庚辛壬癸"[place % 10]}某`, idNumber: idOf(500 + place) };
  return { ...sentPerson(0, 0), ...own, mobile: `188${String(place).padStart(8, "0")}`, card: null, note };
});

let folder = "";
let book = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "anpei-desk-"));
  book = join(folder, "book.xlsx");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const terms = { today: "2024-03-12", head: { time: "2024-03-12T08:00:00+08:00", clerk: "前台", source: "命令行" } } as const;

interface Taken {
  readonly rows: string;
  readonly codes: readonly string[];
  readonly roster: readonly string[];
  readonly people: readonly Readonly<Record<string, unknown>>[];
}

async function imported(
  name: string,
  { dryRun }: { readonly dryRun: boolean },
): Promise<Taken & { readonly fingerprint: string }> {
  const { receipt, files } = await importFiles(importPlaces(book), [join(folder, name)], { ...terms, dryRun });
  const [{ report, error } = { report: null, error: null }] = files;
  if (report?.kind !== "returned") throw new Error(error?.message ?? "not known as ours");
  const { cells, rows } = receipt.changes;
  return {
    rows: Object.entries(report.rows)
      .map(([end, count]) => `${end} ${count}`)
      .join(", "),
    codes: report.findings.map(({ code }) => code).sort(),
    roster: cells
      .flatMap((cell) => (cell.table === "roster" ? [[cell.row, titled(cell.column), cell.after].join(" ")] : []))
      .sort(),
    people: rows.flatMap((row) => (row.table === "roster" ? [byTitle(row.values)] : [])),
    fingerprint: report.fingerprint,
  };
}

const titled = (column: string): string => columnTitle("roster", column);
const byTitle = (values: Readonly<Record<string, Value>>) =>
  Object.fromEntries(Object.entries(values).map(([column, value]) => [titled(column), value]));

const FORMATS = ["xlsx", "xls", "ods", "csv", "gb18030.csv"] as const;

/** Every way of saving the open book: each format, and .xlsx again from .ods and .xls. */
function saveEverywhere(desk: UnitDesk, name: string): void {
  for (const format of FORMATS) desk.save(name, format);
  desk.close().open(`${name}.ods`).save(`${name}-ods`, "xlsx").close();
  desk.open(`${name}.xls`).save(`${name}-xls`, "xlsx").close();
}

/** Columns: A 行号 B 姓名 C 证件类型 D 证件号 E 手机号 F 工作单位 G 职位 H 学历 I 申报类型 J 证书编号 K 证件有效期 L 备注 M 班级 */
function edit(desk: UnitDesk): void {
  desk.type("E3", "199 1234 5678").type("L3", "夜班，𠮷矿 A1").paste("M3", "再培训班第一期");
  desk.type("K4", "2026-09-30").paste("K5", "2026年9月1日").paste("L5", "清空").paste("J5", "");
  desk.type("H6", "本科").formula("J6", '="补"&"3号"').paste("E7", "#N/A").paste("K8", "明年春天");
  desk.deleteRow(34).insertRow(10);
  desk.type("B10", "插进来").type("D10", idOf(901)).type("E10", "19955550001").type("G10", "主要负责人").type("I10", "初培");
  desk.type("B36", "接在后").type("D36", idOf(902)).type("E36", "019955550002").type("G36", "安全员").type("I36", "复审");
  desk.type("K36", "2026-10-01").copyRow(4, 37).hideRow(9).sort("A3:W60", 3, "down");
}
const EDITED = [
  "B2024-00000 备注 夜班，𠮷矿 A1",
  "B2024-00000 手机号 19912345678",
  "B2024-00000 进度 已导入",
  "B2024-00001 证件有效期 2026-09-30",
  "B2024-00001 进度 已导入",
  "B2024-00002 备注 ",
  "B2024-00002 证件有效期 2026-09-01",
  "B2024-00002 进度 已导入",
  "B2024-00003 学历 本科",
  "B2024-00003 证书编号 补3号",
  "B2024-00003 进度 已导入",
];
const NEW_PEOPLE = [
  {
    报名编号: "B2024-01028",
    人员编号: "P01028",
    姓名: "接在后",
    证件号: idOf(902),
    手机号: "19955550002",
    职位: "安全生产管理人员",
  },
  { 报名编号: "B2024-01029", 人员编号: "P01029", 姓名: "插进来", 证件号: idOf(901), 手机号: "19955550001", 职位: "主要负责人" },
].map((person, place) => {
  const kind = place === 0 ? { 申报类型: "再培训", 证件有效期: "2026-10-01" } : { 申报类型: "初培" };
  return { ...person, ...kind, 工作单位: UNIT, 进度: "已导入" };
});

const ALL = 5 + ODD_PEOPLE.length;
const SAME: Taken = {
  rows: `total ${ALL}, new 0, changed 0, unchanged ${ALL}, refused 0, missing 0`,
  codes: [],
  roster: [],
  people: [],
};
/** The error value, the unreadable day; the grey cell; the copied row; the deleted row. A cell made blank is no change. */
const FOUND = ["E09", "E09", "E10", "E11", "E17"];
/** A row that the unit hid; text files know of none. */
const HIDDEN_ROW = "I30";
const CHANGED: Taken = {
  rows: `total ${ALL + 2}, new 2, changed 4, unchanged ${ALL - 5}, refused 1, missing 1`,
  codes: [...FOUND, HIDDEN_ROW],
  roster: EDITED,
  people: NEW_PEOPLE,
};
/** What a way of saving forces upon the outcome. */
const SAVED: readonly (readonly [way: string, same: Partial<Taken>, changed: Partial<Taken>])[] = [
  [".xlsx", {}, {}],
  [".ods", {}, {}],
  ["-ods.xlsx", {}, {}],
  // The program works formulas out anew when it opens .xls.
  ["-xls.xlsx", {}, {}],
  // In .xls it puts 0 in the place of the text that a formula gives, so nothing of the formula can be taken.
  [".xls", {}, { codes: ["E09", ...FOUND, HIDDEN_ROW], roster: EDITED.filter((one) => !one.includes("补3号")) }],
  // There is no room for the identity of the file: it is found by its row ids, and says so.
  [".csv", { codes: ["E07"] }, { codes: ["E07", ...FOUND] }],
  [".gb18030.csv", { codes: ["E07"] }, { codes: ["E07", ...FOUND] }],
];

withLibreOffice("LibreOffice opens a unit's file and saves it in any format: only what was edited is a change", async () => {
  writeFileSync(book, await sentOffice(ODD_PEOPLE));
  await exportFiles(new XlsxHost(book), terms, { out: join(folder, "out"), units: [UNIT] });
  copyFileSync(join(folder, "out", `${UNIT}.xlsx`), join(folder, "sent.xlsx"));
  const desk = new UnitDesk(folder).open("sent.xlsx");
  saveEverywhere(desk, "same");
  edit(desk.open("sent.xlsx"));
  saveEverywhere(desk, "edited");
  desk.work();

  const { fingerprint, ...sent } = await imported("sent.xlsx", { dryRun: true });
  expect(sent).toEqual(SAME);
  for (const [way, same, changed] of SAVED) {
    const untouched = await imported(`same${way}`, { dryRun: true });
    expect([way, untouched]).toEqual([way, { ...SAME, ...same, fingerprint }]);
    const { fingerprint: _, ...edited } = await imported(`edited${way}`, { dryRun: true });
    expect([way, edited]).toEqual([way, { ...CHANGED, ...changed }]);
  }

  // Once taken in, the same content is known again in whatever format it comes.
  await imported("edited.xlsx", { dryRun: false });
  for (const way of [".ods", "-xls.xlsx", ".gb18030.csv"]) {
    const { codes, roster } = await imported(`edited${way}`, { dryRun: true });
    expect([way, codes, roster]).toEqual([way, ["E01"], []]);
  }
});
