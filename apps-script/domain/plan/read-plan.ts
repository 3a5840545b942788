import { readReportIn } from "../days/report-in";
import type { Value } from "../snapshot/value";
import { textOf } from "../snapshot/value";
import * as say from "../wording/plan";
import { callsOff, nameOf } from "./called-off";
import { calledOffIn, speaksOfCallingOff } from "./called-off-prose";
import { readClassRow, type TableReading } from "./class-row";
import { atAnotherSite, withSites } from "./class-sites";
import { kindOfHeading } from "./heading-kind";
import type { PlanRow } from "./plan-rows";
import { delimitedRows, wordRows } from "./plan-rows";
import { isHeader, type PlanTable, tablesIn, textOfRow } from "./plan-table";
import { missingIn, repeatedIn, unreadIn } from "./plan-table-columns";
import { readStatedFees, type StatedFees } from "./stated-fees";
import { titleYear } from "./title-year";
import { numberedClass, type StatedClass } from "./training-class";

/**
 * A plan as stated. `year` is the titles', null when none names one, or several do: `unclearYear` quotes these. With any of
 * `problems`, sentences for staff, the plan is not loaded. What `doubts` are about is left out, and the rest is loaded.
 */
export interface PlanReading {
  readonly year: number | null;
  readonly unclearYear?: string;
  readonly classes: StatedClass[];
  readonly problems: string[];
  readonly doubts: readonly PlanDoubt[];
  /** Titles of columns that nobody reads. */
  readonly unread: readonly string[];
  /** A header was found. */
  readonly hasTable: boolean;
  /** Absent where the text states none. */
  readonly fees?: StatedFees;
}

/** A row that may be a class and could not be read: where it is, and the sentence that says so. */
export interface PlanDoubt {
  readonly row: string;
  readonly message: string;
}

/** How rows and columns are called in sentences: by line in a text, by row and letter in a sheet named `source`. */
type Naming = Pick<TableReading, "isWord" | "rowName" | "columnName">;

/** The class plan in a text: the whole notice as copied from Word, tab-separated lines, or CSV. */
export function readPlanText(text: string, source = ""): PlanReading {
  const shapes = [() => wordRows(text), () => delimitedRows(text, "\t"), () => delimitedRows(text, ",")];
  const naming = { rowName: (line: number) => say.rowOf(source, line), columnName: (title: string) => title };
  for (const [index, shape] of shapes.entries()) {
    const rows = shape();
    if (rows.some(isHeader)) return withFees(readRows(rows, { ...naming, isWord: index === 0 }), text);
  }
  return withFees(readProse(delimitedRows(text, "\t")), text);
}

/** The class plan in the cells of a sheet, rows first. */
export function readPlanCells(cells: readonly (readonly Value[])[], source = ""): PlanReading {
  return readPlanSheet(
    cells.map((row, index) => ({ at: index + 1, cells: row })),
    source,
  );
}

/** The class plan in rows of a sheet, each with its number from 1. */
export function readPlanSheet(sheet: readonly SheetRow[], source: string): PlanReading {
  const rows = sheet.map(({ at, cells }) => ({ line: at, cells: writtenCells(cells), isParagraph: false }));
  const naming = { rowName: (line: number) => say.rowOf(source, line), columnName: say.columnOf, isWord: false };
  return withFees(readRows(rows, naming), rows.map((row) => row.cells.join("\n")).join("\n"));
}

interface SheetRow {
  readonly at: number;
  readonly cells: readonly Value[];
}

/** The class plan in a document of Word: its paragraphs, and its tables with all cells of each row. */
export function readPlanDocument(blocks: readonly DocumentBlock[], source: string): PlanReading {
  const names: string[] = [];
  const rows = blocks.flatMap((block): PlanRow[] => {
    const cellRows = block.kind === "table" ? block.rows : [[block.text]];
    return cellRows.map((cells, at) => {
      names.push(block.kind === "table" ? say.rowOfTable(source, block.number, at + 1) : source);
      return { line: names.length, cells, isParagraph: block.kind === "paragraph" };
    });
  });
  const naming = { rowName: (line: number) => names[line - 1] ?? "", columnName: (title: string) => title, isWord: false };
  return withFees(readRows(rows, naming), rows.map(textOfRow).join("\n"));
}

/** Tables are numbered from 1. */
export type DocumentBlock =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "table"; readonly number: number; readonly rows: readonly (readonly string[])[] };

function withFees(reading: PlanReading, text: string): PlanReading {
  const fees = readStatedFees(text);
  return fees === null ? reading : { ...reading, fees };
}

function readRows(rows: readonly PlanRow[], naming: Naming): PlanReading {
  const { tables, lines } = tablesIn(rows);
  if (tables.length === 0) return readProse(rows);
  const read = tables.map((table) => readTable(table, naming));
  const classes = withSites(read.flatMap((table) => table.classes));
  const alone = lines.flatMap((line) => calledOffAlone(line) ?? []);
  const { classes: stopped, unclear } = calledOffIn(lines.filter((line) => calledOffAlone(line) === null).join("\n"));
  for (const one of [...alone, ...stopped]) addStopped(classes, one);
  const problems = [...new Set([...read.flatMap((table) => table.problems), ...unclear])];
  const doubts = read.flatMap((table) => table.doubts);
  const hasNone = classes.length === 0 && problems.length === 0;
  return {
    ...yearOf(tables.map(({ above }) => above.join(""))),
    classes,
    problems: hasNone && doubts.length === 0 ? [say.planHasNoClass()] : problems,
    doubts,
    unread: [...new Set(read.flatMap((table) => table.unread))],
    hasTable: true,
  };
}

function yearOf(above: readonly string[]): Pick<PlanReading, "year" | "unclearYear"> {
  const { year, unclear } = titleYear(above);
  return { year, ...(unclear === null ? {} : { unclearYear: unclear }) };
}

type ReadTable = Pick<PlanReading, "classes" | "problems" | "doubts" | "unread">;

function readTable(table: PlanTable, naming: Naming): ReadTable {
  const none = { classes: [], doubts: [], unread: [] };
  if (table.trade !== null) return { ...none, problems: [say.tradeTable(table.trade)] };
  const repeated = repeatedIn(table);
  if (repeated.length > 0) return { ...none, problems: repeated };
  const classes: StatedClass[] = [];
  const doubts: PlanDoubt[] = [];
  const reading = { ...naming, table, kind: kindOfHeading(table.above) };
  let isUnderClass = false;
  for (const row of table.rows) {
    const outcome = readClassRow(row, reading);
    if (outcome.kind === "class") classes.push(outcome.stated);
    else if (outcome.kind === "doubt") doubts.push({ row: outcome.row, message: outcome.message });
    else if (outcome.kind === "site" && isUnderClass) addSite(classes, outcome);
    else if (outcome.kind === "site")
      doubts.push({ row: naming.rowName(row.line), message: say.rowWithoutName(naming.rowName(row.line)) });
    // The site of a class that could not be read is not one of the class before it.
    if (outcome.kind === "class" || outcome.kind === "doubt") isUnderClass = outcome.kind === "class";
  }
  return { classes, doubts, problems: missingIn(table, classes), unread: unreadIn(table) };
}

function addSite(
  classes: StatedClass[],
  { place, capacity }: { readonly place: string; readonly capacity: string | null },
): void {
  const above = classes.pop();
  if (above !== undefined) classes.push(atAnotherSite(above, place, capacity));
}

/** A sentence beside the table calls off a class of the table, or another one. */
function addStopped(classes: StatedClass[], one: StatedClass): void {
  const at = classes.findIndex(({ name }) => name === one.name || numberedClass(name) === numberedClass(one.name));
  const [listed = one] = classes.splice(at < 0 ? classes.length : at, at < 0 ? 0 : 1);
  classes.push({ ...listed, stopped: true });
}

/** A notice without a table may call classes off in a sentence. */
function readProse(rows: readonly PlanRow[]): PlanReading {
  const { classes, unclear } = calledOffIn(rows.map(textOfRow).join("\n"));
  const isSaid = rows.some((row) => row.cells.some((cell) => cell.split("。").some(speaksOfCallingOff)));
  const nothing = [say.noPlanTable(), ...(isSaid ? [say.calledOffNowhere()] : [])];
  const problems = classes.length > 0 || unclear.length > 0 ? unclear : nothing;
  const year = yearOf([rows.map(textOfRow).join("")]);
  return { ...year, classes: [...classes], problems: [...problems], doubts: [], unread: [], hasTable: false };
}

const NOTHING_STATED = { months: null, deadline: null, booking: null, reportIn: null, study: null } as const;

/** A line under the table that says nothing but that a class is called off ("再培训班第三期停办"). */
function calledOffAlone(line: string): StatedClass | null {
  const name = callsOff(line) ? nameOf(line) : "";
  return /^[^,，。:：]{0,20}班第[^,，。:：]{1,3}期$/u.test(name) ? { name, ...NOTHING_STATED, stopped: true } : null;
}

/** A number of 20000 and more is a date cell (Excel serial): written as its day, with the hour if it has one. */
function writtenCells(row: readonly Value[]): string[] {
  return row.map((value) => {
    const moment = typeof value === "number" && value >= 20000 ? readReportIn(value) : null;
    if (moment?.kind !== "report") return textOf(value).replace(/\r\n?/gu, "\n");
    return moment.from === null ? moment.day : `${moment.day} ${moment.from}`;
  });
}
