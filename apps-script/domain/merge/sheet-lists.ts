import { type StatedKind, type StatedPost, statedKind, statedPost } from "../people/stated-post";
import { titleOfColumn } from "../schema/unit-columns";
import { type RowSort, sortOf } from "../snapshot/row-sort";
import type { Value } from "../snapshot/value";
import { headerAt, isRepeated, type ListColumn, type ListHeader } from "./list-header";
import { glanceAt, isStray, MOST_TITLES, sectionIn, textsOf, titleIn } from "./list-lines";
import { withJoinedNames } from "./split-names";
import { type StatedUnit, statedUnit } from "./stated-unit";
import { isStruckOut, withoutStruck } from "./struck-out";
import type { TableRow, TableSheet } from "./table-file";
import { bareUnit, settleUnits, type UnitLine, unitOfLine } from "./unit-lines";
import { settleValidity } from "./validity-columns";
import { verticalMerges, wholeCells } from "./whole-cells";

/** A person's row of a list. In `cells` vertically merged cells and 同上 hold what they stand for; `own` is the row as it is. */
export interface ListRow {
  readonly at: number;
  readonly cells: readonly Value[];
  readonly own: readonly Value[];
  /** The unit named outside the list, for lists without a column 工作单位. */
  readonly unit: StatedUnit | null;
  /** The post that the sheet's name, a title or a line between names, for rows without one. */
  readonly post: StatedPost | null;
  /** The 申报类型 that a line between names, for rows without one. */
  readonly kind: StatedKind | null;
}

/** A row that is no person's: why it was passed over, and how it begins. */
export interface SkippedRow {
  readonly at: number;
  readonly why: Exclude<RowSort, "data"> | "title" | "header" | "struck" | "stray";
  readonly text: string;
}

/** One block of people under one header. Every row with a value is in `rows` or in `skipped`. */
export interface RecognisedList {
  readonly sheet: string;
  readonly columns: readonly ListColumn[];
  readonly rows: readonly ListRow[];
  readonly skipped: readonly SkippedRow[];
  /** The lines right above its header that read like a title. */
  readonly titles: readonly string[];
  /** Columns under one 有效期限 of which nothing says which is the last day: none of them is taken. */
  readonly parted: readonly ListColumn[];
  /** Lines that name units, of which nobody can tell whose. */
  readonly unclearUnits: readonly StatedUnit[];
}

interface OpenList {
  readonly sheet: string;
  readonly header: ListHeader;
  readonly rows: ListRow[];
  readonly skipped: SkippedRow[];
  readonly titles: readonly string[];
  readonly heading: StatedUnit | null;
  readonly unitLines: UnitLine[];
}

const UNIT = titleOfColumn("unit");

/** The blocks of people of one sheet, or of one half of it, from above to below. */
export function listsOf(sheet: TableSheet): RecognisedList[] {
  return new SheetWalk(sheet).walked();
}

/** Goes down a sheet line by line: what a line says holds for the people below it. */
class SheetWalk {
  private readonly vertical: ReadonlyMap<string, Value>;
  private readonly lists: OpenList[] = [];
  private list: OpenList | undefined;
  private pending: SkippedRow[] = [];
  private titles: string[] = [];
  /** The unit that a label above the header names, and the one of a label since. */
  private unit: StatedUnit | null = null;
  private later: StatedUnit | null = null;
  /** The unit that stands alone in a line above the header. */
  private heading: StatedUnit | null = null;
  private post: StatedPost | null;
  private kind: StatedKind | null = null;
  /** Post and kind as they were at the last line of a unit, and how many people stand above the last line that named one. */
  private outer: Pick<ListRow, "post" | "kind"> | null = null;
  private above = 0;

  constructor(private readonly sheet: TableSheet) {
    this.vertical = verticalMerges(sheet);
    this.post = statedPost(sheet.name, "");
  }

  walked(): RecognisedList[] {
    const { rows, merges = [] } = this.sheet;
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place];
      if (!row) continue;
      const header = headerAt(rows, place, merges);
      if (!header) this.take(row);
      else {
        this.open(header, rows.slice(place, place + header.lines));
        place += header.lines - 1;
      }
    }
    return this.lists.map((list) => this.closed(list));
  }

  private open(header: ListHeader, lines: readonly TableRow[]): void {
    const { list } = this;
    this.unit = this.later ?? this.unit;
    const lastLine = list ? unitLineAtEnd(list) : null;
    const isNew = !list || !isRepeated(header, list.header);
    // Right above a header a line speaks of the people below it.
    if (lastLine !== null && (isNew || this.later !== null)) list?.unitLines.pop();
    this.later = null;
    if (list) takeTitleBack(list, lines[0]?.at ?? 0);
    const heading = this.heading ?? lastLine;
    const { titles } = this;
    const open = isNew ? { sheet: this.sheet.name, header, rows: [], skipped: [], titles, heading, unitLines: [] } : list;
    if (isNew) {
      // A post that people of the last list stand under is theirs; one below them all is the next one's.
      this.above = list && list.rows.length > this.above ? -1 : 0;
      this.lists.push(open);
    }
    this.heading = null;
    this.list = open;
    this.titles = [];
    for (const line of this.pending) open.skipped.push(line);
    for (const line of lines) open.skipped.push(skippedRow(line, "header"));
    this.pending = [];
  }

  private take(written: TableRow): void {
    const { list } = this;
    const row = list ? withJoinedNames(written, list.header.columns) : written;
    const sort = list ? sortOf(textsOf(row), textsByTitle(row, list.header)) : "title";
    if (!list || sort !== "data") this.takeLine(row, sort);
    else if (isStray(row, list.rows[list.rows.length - 1])) list.skipped.push(skippedRow(row, "stray"));
    else this.takePerson(row, list);
  }

  private takePerson(row: TableRow, list: OpenList): void {
    this.titles = [];
    const { columns } = list.header;
    const { unit, post, kind } = this;
    const said = withoutStruck(row, columns);
    if (isStruckOut(row, columns)) list.skipped.push({ at: row.at, why: "struck", text: nameIn(row, list.header) });
    else
      list.rows.push({
        at: row.at,
        cells: wholeCells(said, list.header, list.rows[list.rows.length - 1], this.vertical),
        own: said.cells,
        unit,
        post,
        kind,
      });
  }

  private takeLine(row: TableRow, sort: RowSort | "title"): void {
    const { list } = this;
    this.later = statedUnit(row) ?? this.later;
    if (sort === "note" || sort === "title") this.takeSection(row);
    this.titles = [...this.titles, ...titleIn(row)].slice(-MOST_TITLES);
    (list ? list.skipped : this.pending).push(skippedRow(row, sort === "data" ? "note" : sort));
  }

  private takeSection(row: TableRow): void {
    const { list } = this;
    const count = list?.rows.length ?? 0;
    const unit = list ? unitOfLine(row) : null;
    if (unit !== null) {
      list?.unitLines.push({ ...unit, before: count });
      // A post that people of the last unit stand under is theirs alone; one right above this line goes on.
      if (this.outer && count > this.above) ({ post: this.post, kind: this.kind } = this.outer);
      this.outer = { post: this.post, kind: this.kind };
    }
    if (!list) this.heading = bareUnit(row) ?? this.heading;
    const [post, kind] = [sectionIn(row, statedPost), sectionIn(row, statedKind)];
    if (post !== null || kind !== null) this.above = count;
    this.post = post ?? this.post;
    this.kind = kind ?? this.kind;
  }

  private closed({ header, sheet, skipped, titles, heading, unitLines, ...list }: OpenList): RecognisedList {
    const unitColumn = header.columns.find(({ title }) => title === UNIT)?.index ?? -1;
    const isSaidInRows = list.rows.some(({ cells }) => glanceAt(cells[unitColumn]) !== "");
    const { rows: parted, unclear } = settleUnits(list.rows, isSaidInRows ? [] : unitLines, heading);
    const later = this.lists.length === 1 && unclear.length === 0 ? this.later : null;
    const rows = parted.map((row) => (row.unit === null && later !== null ? { ...row, unit: later } : row));
    return { sheet, ...settleValidity(header.columns, rows), rows, skipped, titles, unclearUnits: unclear };
  }
}

function unitLineAtEnd({ unitLines, rows }: OpenList): UnitLine | null {
  const last = unitLines[unitLines.length - 1];
  return last && last.before === rows.length ? last : null;
}

/** A line with a single cell right above the next header is that list's title, not the last person of this one. */
function takeTitleBack(list: OpenList, header: number): void {
  const last = list.rows[list.rows.length - 1];
  if (!last || last.at !== header - 1 || textsOf(last).filter((text) => text !== "").length !== 1) return;
  list.rows.pop();
  list.skipped.push(skippedRow(last, "title"));
}

function skippedRow(row: Pick<TableRow, "at" | "cells">, why: SkippedRow["why"]): SkippedRow {
  const text = textsOf(row).find((cell) => cell !== "") ?? "";
  return { at: row.at, why, text: [...text].slice(0, 20).join("") };
}

function nameIn(row: TableRow, header: ListHeader): string {
  return textsByTitle(row, header).get(titleOfColumn("name")) ?? "";
}

function textsByTitle(row: TableRow, header: ListHeader): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { index, title } of header.columns) if (title !== null) texts.set(title, glanceAt(row.cells[index]));
  return texts;
}
