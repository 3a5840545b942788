import { workbookWording as say } from "../../wording/workbook";
import type { RowEdits } from "./sheet-edits";
import {
  cutRows,
  cutSheet,
  formulasIn,
  lastRowWithCells,
  type RowPiece,
  type RowStart,
  rowStarts,
  type SheetPieces,
} from "./sheet-pieces";

/** Pieces next to each other that are looked at; `reach` are the rows that belong to them, also those that are not there yet. */
interface Group {
  readonly pieces: readonly RowPiece[];
  readonly reach: { readonly from: number; readonly to: number };
  /** The row of data above it, which new rows are to look like. */
  readonly above: Buffer | null;
}

/**
 * What a patch has to look at of a sheet, as one text: the head, the pieces with edits or formulas, the tail. All other pieces
 * are set aside and stand again in their places in what is made of the patched text.
 */
export class OpenPieces {
  private readonly groups: readonly Group[];

  constructor(
    private readonly title: string,
    private readonly sheet: SheetPieces,
    edits: readonly RowEdits[],
  ) {
    this.groups = groupsOf(sheet, opened(sheet, edits));
  }

  get text(): Buffer {
    const { head, tail } = this.sheet;
    const looked = this.groups.flatMap(({ above, pieces }) => [...(above ? [above] : []), ...pieces.map(({ bytes }) => bytes)]);
    return Buffer.concat([head, ...looked, tail]);
  }

  /** The sheet with its patched text. */
  close(text: Buffer): SheetPieces {
    const { rows, prefix, firstDataRow, size } = this.sheet;
    const end = text.lastIndexOf(`</${prefix}sheetData`);
    const starts = rowStarts(text, prefix, text.indexOf("sheetData"), end);
    if (rows.length === 0) return cutSheet(text, firstDataRow, size);
    if (starts === null) throw new Error(say.rowsOutOfOrder(this.title, 0));
    const body = starts.find(({ row }) => row >= firstDataRow)?.at ?? end;
    const patched = this.groups.map((group) => this.rowsOf(group, text, starts, end));
    const gone = new Set(this.groups.flatMap(({ pieces }) => pieces));
    const kept = rows.filter((piece) => !gone.has(piece));
    const all = [...kept, ...patched.flat()].sort((a, b) => a.first - b.first);
    return { ...this.sheet, head: text.subarray(0, body), rows: all, tail: text.subarray(end) };
  }

  private rowsOf({ reach: { from, to } }: Group, text: Buffer, starts: readonly RowStart[], end: number): RowPiece[] {
    const own = starts.filter(({ row }) => row >= from && row <= to);
    return cutRows(text, own, starts.find(({ row }) => row > to)?.at ?? end, this.sheet);
  }
}

/** Whether each piece has to be looked at. */
function opened({ head, rows, prefix }: SheetPieces, edits: readonly RowEdits[]): readonly boolean[] {
  const isReaching = formulasIn(head, prefix) === "arrays";
  const arrays = isReaching ? 0 : rows.findIndex(({ formulas }) => formulas === "arrays");
  const edited = new Set(edits.map(({ row }) => placeOf(rows, row)));
  return rows.map(({ formulas }, place) => formulas !== "none" || edited.has(place) || (arrays >= 0 && place >= arrays));
}

/** The piece that a row belongs to: the last one that begins at it or above, else the first. */
function placeOf(rows: readonly RowPiece[], row: number): number {
  const after = rows.findIndex(({ first }) => first > row);
  return Math.max(0, (after < 0 ? rows.length : after) - 1);
}

function groupsOf({ rows, prefix, firstDataRow }: SheetPieces, isOpen: readonly boolean[]): Group[] {
  const groups: Group[] = [];
  for (let from = 0; from < rows.length; from++) {
    if (!isOpen[from]) continue;
    let to = from + 1;
    while (isOpen[to]) to++;
    const reach = {
      from: from === 0 ? firstDataRow : (rows[from]?.first ?? 0),
      to: (rows[to]?.first ?? Number.POSITIVE_INFINITY) - 1,
    };
    groups.push({ pieces: rows.slice(from, to), reach, above: rowAbove(rows.slice(0, from), prefix, isOpen) });
    from = to;
  }
  return groups;
}

/** `null` where the nearest row with cells is looked at anyway, or there is none. */
function rowAbove(rows: readonly RowPiece[], prefix: string, isOpen: readonly boolean[]): Buffer | null {
  for (let place = rows.length - 1; place >= 0 && !isOpen[place]; place--) {
    const piece = rows[place];
    const row = piece ? lastRowWithCells(piece, prefix) : null;
    if (row) return row;
  }
  return null;
}
