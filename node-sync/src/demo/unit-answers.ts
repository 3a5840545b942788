import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PEOPLE_SHEET } from "../../../apps-script/domain/exchange/identity";
import type { TableRow } from "../../../apps-script/domain/merge/table-file";
import { ROSTER } from "../../../apps-script/domain/schema/index";
import { textOf } from "../../../apps-script/domain/snapshot/value";
import { makeFolder } from "../files/folder";
import { readTableFile } from "../files/read-table-file";
import { type CellEdit, patchWorkbook } from "../xlsx/patch/patch-workbook";
import { demoPerson } from "./people";

/** What somebody types: into the row of the person of that name; `null` is the first empty row under the list. */
interface Typed {
  readonly who: string | null;
  readonly cells: Readonly<Record<string, string>>;
}

/** The persons whose cells the units change, by what happens to them. */
export const ANSWERED = {
  phone: demoPerson(3),
  forged: demoPerson(4),
  conflict: demoPerson(10),
  newcomer: demoPerson(99),
  note: demoPerson(64),
  respelled: demoPerson(65),
};
export const CONFLICT_DAYS = { ours: "2024-07-24", theirs: "2024-08-14" };

/** A new phone, a class to their liking, an expiry that staff have corrected meanwhile, a new person. */
const GOLD_MINE: readonly Typed[] = [
  { who: ANSWERED.phone.name, cells: { 手机号: "19900002003" } },
  { who: ANSWERED.forged.name, cells: { 班级: "再培训班第三期" } },
  { who: ANSWERED.conflict.name, cells: { 证件有效期: CONFLICT_DAYS.theirs } },
  { who: null, cells: newRow() },
];

/** A note; and a day that is only written another way, which is no change. */
const QUARRY: readonly Typed[] = [
  { who: ANSWERED.note.name, cells: { 备注: "8月上夜班，请提前通知" } },
  { who: ANSWERED.respelled.name, cells: { 证件有效期: chinese(ANSWERED.respelled.validUntil) } },
];

/** Two units fill in the files they were sent: one saves it as it is, the other through an old program as .xls. */
export async function writeUnitAnswers(sent: string, back: string): Promise<string[]> {
  await makeFolder(back);
  const gold = join(back, "示例金矿有限公司.xlsx");
  await writeFile(gold, await savedAsXlsx(join(sent, "示例金矿有限公司.xlsx"), GOLD_MINE), { mode: 0o600 });
  const quarry = join(back, "示例采石场（已填）.xls");
  await writeFile(quarry, await savedAsXls(join(sent, "示例采石场.xlsx"), QUARRY), { mode: 0o600 });
  return [gold, quarry];
}

async function savedAsXlsx(path: string, typed: readonly Typed[]): Promise<Buffer> {
  const { cells, firstDataRow } = await placed(path, typed);
  return patchWorkbook(await readFile(path), [{ sheet: PEOPLE_SHEET, firstDataRow, cells }]);
}

async function savedAsXls(path: string, typed: readonly Typed[]): Promise<Buffer> {
  const { cells } = await placed(path, typed);
  const XLSX = await import("@e965/xlsx");
  const book = XLSX.read(await readFile(path), { cellNF: true, cellStyles: true });
  const sheet = book.Sheets[PEOPLE_SHEET] ?? {};
  for (const { row, column, value } of cells) {
    sheet[XLSX.utils.encode_cell({ r: row - 1, c: column - 1 })] = { t: "s", v: textOf(value) };
  }
  return XLSX.write(book, { type: "buffer", bookType: "biff8", cellStyles: true }) as Buffer;
}

/** Where in the sent file each value goes. */
async function placed(path: string, typed: readonly Typed[]): Promise<{ cells: CellEdit[]; firstDataRow: number }> {
  const rows = (await readTableFile(path)).sheets.find(({ name }) => name === PEOPLE_SHEET)?.rows ?? [];
  const titleRow = rows.find((row) => row.cells.includes(ROSTER.columns.name.title)) ?? { at: 0, cells: [] };
  const column = (title: string): number => titleRow.cells.indexOf(title);
  const rowOf = (who: string | null): number =>
    who === null ? Math.max(...rows.map(({ at }) => at)) + 1 : (rows.find((row) => isOf(row, who)) ?? titleRow).at;
  const isOf = ({ cells }: TableRow, who: string): boolean => cells[column(ROSTER.columns.name.title)] === who;
  const cells = typed.flatMap(({ who, cells: values }) =>
    Object.entries(values).map(([title, value]): CellEdit => {
      const kind = title === ROSTER.columns.validUntil.title ? "day" : "text";
      return { row: rowOf(who), column: column(title) + 1, value, kind };
    }),
  );
  return { cells, firstDataRow: titleRow.at + 1 };
}

function newRow(): Typed["cells"] {
  const { name, id, mobile, post, education, kind, validUntil } = ANSWERED.newcomer;
  return { 姓名: name, 证件号: id, 手机号: mobile, 职位: post, 学历: education, 申报类型: kind, 证件有效期: validUntil };
}

/** `2024年9月7日` */
function chinese(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}
