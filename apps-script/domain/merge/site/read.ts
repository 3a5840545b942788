import { readDay } from "../../days/spellings";
import { headerOf, postOf } from "../../people/aliases";
import { usableId } from "../../people/documents";
import { longestOf } from "../../schema/column";
import { ROSTER } from "../../schema/roster";
import { titleOfColumn } from "../../schema/unit-columns";
import { headerForm } from "../../snapshot/layout";
import { cutTo, isLonger } from "../../snapshot/text-length";
import { presentValue, textOf, type Value } from "../../snapshot/value";
import { areStruck, without } from "../struck-out";
import { addressOf, boundedSheets, type TableRow, type TableSheet } from "../table-file";
import { SITE_COLUMNS, type SiteColumn, type SiteList, stateWord } from "./kinds";

/** One person of a site's list. `unread` holds the cells that could not be read, as written. */
export interface SiteRow {
  readonly sheet: string;
  readonly at: number;
  /** Canonical; `null` when the cell is empty or damaged. */
  readonly id: string | null;
  readonly name: string;
  readonly post: string | null;
  readonly values: ReadonlyMap<SiteColumn, string | number>;
  readonly unread: readonly { readonly column: SiteColumn; readonly text: string }[];
  /** The addresses of its cells that are struck out and count as blank. */
  readonly struck: readonly string[];
}

/** A list as read: its rows, and the moment it speaks of where it says so (`2024-03-12`, or with ` 10:30`). */
export interface SiteReading {
  readonly rows: readonly SiteRow[];
  /** People whose name and 证件号 are struck out: no rows of the list. */
  readonly struck: readonly Pick<SiteRow, "sheet" | "at" | "name">[];
  readonly asOf: string | null;
}

/** Reads every sheet that has 证件号 and at least one of the kind's columns under one header; `null` when none has. */
export function readSiteList(kind: SiteList, sheets: readonly TableSheet[]): SiteReading | null {
  const readings = boundedSheets(sheets)
    .filter((sheet) => !sheet.hidden)
    .flatMap((sheet) => readSheet(kind, sheet) ?? []);
  if (readings.length === 0) return null;
  const moments = readings.flatMap(({ asOf }) => (asOf === null ? [] : [asOf])).sort();
  const rows = readings.flatMap((reading) => reading.rows);
  const struck = readings.flatMap((reading) => reading.struck);
  return { rows, struck, asOf: moments[moments.length - 1] ?? null };
}

function readSheet(kind: SiteList, sheet: TableSheet): SiteReading | null {
  for (const [place, header] of sheet.rows.entries()) {
    const columns = columnsOf(kind, header);
    if (!columns) continue;
    const below = sheet.rows.slice(place + 1);
    const isOut = (row: TableRow): boolean => areStruck(row, [columns.id, columns.name]);
    const rows = below.filter((row) => !isOut(row)).flatMap((row) => siteRow(sheet.name, row, columns) ?? []);
    const struck = below.filter(isOut).map(({ at, cells }) => ({ sheet: sheet.name, at, name: nameIn(cells[columns.name]) }));
    return { rows, struck, asOf: asOfIn(sheet.rows.slice(0, place)) ?? asOfIn(sheet.rows.slice(-3)) };
  }
  return null;
}

/** The columns of the kind that stand under one header with 证件号. */
export function siteColumnsIn(kind: SiteList, sheets: readonly TableSheet[]): ReadonlySet<SiteColumn> {
  const shown = boundedSheets(sheets).filter((sheet) => !sheet.hidden);
  const found = shown.flatMap(({ rows }) => rows.flatMap((row) => columnsOf(kind, row) ?? []));
  return new Set(found.flatMap(({ own }) => [...own.keys()]));
}

interface Columns {
  readonly id: number;
  readonly name: number;
  readonly post: number;
  readonly own: ReadonlyMap<SiteColumn, number>;
}

function columnsOf(kind: SiteList, row: TableRow): Columns | null {
  const titles = row.cells.map((cell) => headerOf(cell));
  const forms = row.cells.map((cell) => headerForm(cell));
  const own = new Map<SiteColumn, number>();
  for (const [column, headers] of Object.entries(SITE_COLUMNS[kind])) {
    const at = headers.map((header) => forms.indexOf(header)).find((index) => index >= 0);
    if (at !== undefined) own.set(column as SiteColumn, at);
  }
  const id = titles.indexOf(titleOfColumn("idNumber"));
  if (id < 0 || own.size === 0) return null;
  return { id, name: titles.indexOf(titleOfColumn("name")), post: titles.indexOf(titleOfColumn("post")), own };
}

function nameIn(cell: Value | undefined): string {
  return cutTo(textOf(presentValue(cell)), longestOf(ROSTER.columns.name));
}

function siteRow(sheet: string, row: TableRow, { id, name, post, own }: Columns): SiteRow | null {
  const struck = (row.struck ?? []).filter((index) => [id, name, post, ...own.values()].includes(index));
  const { cells } = without(row, struck);
  const cell = (index: number): Value => presentValue(cells[index]);
  if (cell(id) === null && cell(name) === null) return null;
  const values = new Map<SiteColumn, string | number>();
  const unread: SiteRow["unread"][number][] = [];
  for (const [column, index] of own) {
    const raw = cell(index);
    if (raw === null) continue;
    const value = isTooLong(column, raw) ? null : readCell(column, raw);
    if (value === null) unread.push({ column, text: cutTo(textOf(raw), LONGEST_QUOTE) });
    else values.set(column, value);
  }
  const stated = isTooLong("post", cell(post)) ? null : postOf(textOf(cell(post)));
  return {
    sheet,
    at: row.at,
    id: isTooLong("idNumber", cell(id)) ? null : usableId(cell(id)),
    name: nameIn(cell(name)),
    post: stated !== null && "post" in stated ? stated.post : null,
    values,
    unread,
    struck: struck.map((index) => addressOf(index, row.at)),
  };
}

/** Of a cell that cannot be read so much is told. */
const LONGEST_QUOTE = 40;

function isTooLong(column: SiteColumn, raw: Value): boolean {
  return typeof raw === "string" && isLonger(textOf(raw), longestOf(ROSTER.columns[column]));
}

function readCell(column: SiteColumn, raw: string | number): string | number | null {
  const text = textOf(raw);
  if (column === "booking" || column === "exam") return stateWord(column, text);
  if (column === "score") return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
  if (
    column !== "preRegisteredOn" &&
    column !== "bookedOn" &&
    column !== "examOn" &&
    column !== "issuedOn" &&
    column !== "newValidUntil"
  )
    return text;
  const reading = readDay(raw);
  return reading.kind === "day" ? reading.day : null;
}

/** `截至2024年3月12日 10:30` and its like above or below the table. */
function asOfIn(rows: readonly TableRow[]): string | null {
  for (const row of rows) {
    for (const cell of row.cells) {
      const said = /(?:截至|截止|导出时间|导出日期|统计时间|更新时间)[：:]?\s*([^）)]+)/u.exec(textOf(cell))?.[1];
      if (said === undefined) continue;
      const day = readDay(said);
      if (day.kind !== "day") continue;
      const [, hour, minute] = /(\d{1,2})[:：](\d{2})/u.exec(said) ?? [];
      return hour === undefined ? day.day : `${day.day} ${hour.padStart(2, "0")}:${minute}`;
    }
  }
  return null;
}
