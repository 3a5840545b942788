import { foldWidth } from "../people/canonical";
import { BASES, CARDS, CONFLICTS, HISTORY, PAPERS, ROSTER, type Table, titlesOf } from "../schema/index";
import { SETTING_SPECS } from "../schema/settings";
import { headerForm } from "../snapshot/layout";
import type { Value } from "../snapshot/value";
import type { TableRow, TableSheet } from "./table-file";

/**
 * Whether a file is a workbook of the centre, or a tab copied out of one, in whatever format it was saved: its people are of
 * many units, and it is nobody's list. Sheet names and headers may have been changed, so what the cells hold decides:
 *
 * - the line of 设置 that says the schema version,
 * - the header of a tab about enrolments (名册, 资料, 模拟卡, 冲突, 底稿, 历史), or
 * - a row with a 报名编号 and a 人员编号 of ours. A 人员编号 alone is a word that every personnel office uses.
 *
 * A file that we send to a unit has none of them: its row ids are longer than a 报名编号.
 */
export function isOwnWorkbook(sheets: readonly TableSheet[]): boolean {
  return sheets.some(({ rows }) => rows.some((row) => hasOurNumbers(row) || isOurHeader(row) || isSchemaLine(row)));
}

const ENROLMENT = /^B\d{4}-\d{5,}$/;
const PERSON = /^P(?:\d{4}-)?\d{5,}$/;
/** How a cell with one of our numbers can begin; what programs put around texts (`'`, `="…"`) is let through. */
const MAY_BE_NUMBER = /^[=\s'"‘’“”`＇＂\ufeff]*[BPＢＰ][\d０-９]{4}/u;
const LONGEST = 40;

function hasOurNumbers({ cells }: TableRow): boolean {
  let enrolment = false;
  let person = false;
  for (const cell of cells) {
    if (typeof cell !== "string" || cell.length < 6 || cell.length > LONGEST || !MAY_BE_NUMBER.test(cell)) continue;
    const text = foldWidth(cell).replace(/[="'‘’“”]/gu, "");
    enrolment ||= ENROLMENT.test(text);
    person ||= PERSON.test(text);
  }
  return enrolment && person;
}

const TABS: readonly Table[] = [ROSTER, PAPERS, CARDS, CONFLICTS, BASES, HISTORY];
const KEY = ROSTER.columns.id.title;
/** So much of a tab's header makes a row that header: staff hide and delete columns, and older workbooks have fewer. */
const ENOUGH = 0.75;

function isOurHeader({ cells }: TableRow): boolean {
  if (!cells.some((cell) => isShort(cell) && cell.includes("编号") && headerForm(cell) === KEY)) return false;
  const titles = new Set(cells.filter(isShort).map(headerForm));
  return TABS.some((table) => {
    const ours = titlesOf(table);
    return ours.filter((title) => titles.has(headerForm(title))).length >= ours.length * ENOUGH;
  });
}

const VERSION = SETTING_SPECS.schemaVersion.item;

function isSchemaLine({ cells }: TableRow): boolean {
  const place = cells.findIndex((cell) => isShort(cell) && cell.includes("版本") && headerForm(cell) === VERSION);
  return place >= 0 && cells.slice(place + 1).some((cell) => /^\d{1,4}$/.test(String(cell ?? "").trim()));
}

function isShort(cell: Value | undefined): cell is string {
  return typeof cell === "string" && cell.length <= LONGEST;
}
