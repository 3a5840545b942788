import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { GoogleSheetHost } from "../../../apps-script/src/google-sheet-host";
import { createGoogle, type Google } from "../google";
import { shortTabs } from "../host/fill";
import { columnTitled } from "../host/moving-people";
import { type Loopback, startLoopback } from "../loopback";
import { serialOfDay } from "../workbook/serial-days";
import { setFormula, setValue } from "../workbook/sheet-model";
import { type ApiLab, apiLab } from "./api-lab";

/** One spreadsheet, read by the menu's host and by the command line's. */
let google: Loopback;
let menu: Google;
let lab: ApiLab;
beforeAll(async () => {
  menu = createGoogle({ timeZone: "America/New_York", scriptTimeZone: "Asia/Shanghai" });
  google = await startLoopback({ workbook: menu.workbook });
});
beforeEach(async () => {
  lab = await apiLab(google);
  await lab.load(shortTabs());
});
afterAll(() => google.close());

const DAY = serialOfDay(2024, 6, 20) ?? 0;

/** What a cell of 名册 may hold: where, value or formula, number format; and what both hosts make of it. */
const CELLS: readonly (readonly [title: string, value: string | number | boolean, format: string | null, read: unknown])[] = [
  ["证件有效期", DAY, "yyyy-mm-dd", "2024-06-20"],
  ["证件有效期", "2024年6月20日", null, "2024-06-20"],
  ["证件有效期", "2024年6月", null, "2024年6月"],
  ["证件有效期", 2024, null, "2024"],
  ["证件有效期", 20240620, null, "2024-06-20"],
  ["备注", DAY, "yyyy-mm-dd", "2024-06-20"],
  ["备注", DAY + 0.5, "yyyy-mm-dd hh:mm:ss", "2024-06-20 12:00"],
  ["备注", DAY, null, String(DAY)],
  ["备注", 0.375, "hh:mm", "09:00"],
  ["备注", 0.375, null, "0.375"],
  ["备注", true, null, "TRUE"],
  ["备注", "  ", null, null],
  ["备注", '=1+1&"人"', null, "2人"],
  ["证件号", 379999198001010000, null, 379999198001010000],
  ["证件号", "037999198001010024", "@", "037999198001010024"],
  ["余量天数", 12, null, 12],
  ["余量天数", "12", "@", 12],
];

test.each(CELLS)("%s holding %j in the format %s", async (title, value, format, read) => {
  const sheet = google.workbook.sheetTitled("名册");
  if (!sheet) throw new Error("no 名册");
  setValue(sheet.cell(2, columnTitled(sheet, "姓名")), "张一");
  setValue(sheet.cell(2, columnTitled(sheet, "手机号")), "19900000001");
  const cell = sheet.cell(2, columnTitled(sheet, title));
  cell.numberFormat = format;
  if (typeof value === "string" && value.startsWith("=")) setFormula(cell, value);
  else setValue(cell, value);
  const theirs = new GoogleSheetHost(menu.services).read(["roster"]);
  const ours = await lab.host.read(["roster"]);
  const [row] = snapshotOf(ours, ["roster"]).roster;
  expect(Object.values(row ?? {})).toContainEqual(read);
  expect(row).toEqual(snapshotOf(theirs, ["roster"]).roster[0]);
});
