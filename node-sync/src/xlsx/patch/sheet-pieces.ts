/** Rows of a sheet part that stand one after the other, as bytes. */
export interface RowPiece {
  readonly bytes: Buffer;
  /** The rows of the sheet that it holds; between two of them there may be none. */
  readonly first: number;
  readonly last: number;
  /** `arrays`: a formula whose results may reach into the pieces below. */
  readonly formulas: "none" | "cells" | "arrays";
}

/**
 * A sheet part cut at rows, so that a change costs what it touches and not what the sheet holds: `head` is what stands above the
 * first row of data, `tail` begins at `</sheetData>`. A part that can't be cut (comments, CDATA, rows that are not numbered in
 * order, no row of data) is all head.
 */
export interface SheetPieces {
  readonly head: Buffer;
  readonly rows: readonly RowPiece[];
  readonly tail: Buffer;
  readonly firstDataRow: number;
  /** Of its tags, with the colon, or `""`. */
  readonly prefix: string;
  readonly size: number;
}

/** Bytes of a piece: a patch reads, packs and writes one or two of them, a large sheet has hundreds. */
const PIECE_SIZE = 256 * 1024;

const [greaterThan, slash, space] = [62, 47, 32];
const isNameEnd = (byte: number | undefined): boolean =>
  byte === greaterThan || byte === slash || byte === space || (byte ?? 0) <= 13;

/** A row's tag: where it begins, and its number. */
export interface RowStart {
  readonly at: number;
  readonly row: number;
}

export function cutSheet(bytes: Buffer, firstDataRow: number, size = PIECE_SIZE): SheetPieces {
  const whole = { head: bytes, rows: [], tail: Buffer.alloc(0), firstDataRow, prefix: "", size };
  const data = bytes.indexOf("sheetData");
  if (data < 0 || bytes.includes("<!") || bytes.includes("<?", 6)) return whole;
  const prefix = bytes.toString("latin1", bytes.lastIndexOf("<", data) + 1, data);
  const close = bytes.lastIndexOf(`</${prefix}sheetData`);
  const starts = close < data ? null : rowStarts(bytes, prefix, data, close);
  const place = starts?.findIndex(({ row }) => row >= firstDataRow) ?? -1;
  const first = starts?.[place];
  if (!starts || !first) return whole;
  const rows = cutRows(bytes, starts.slice(place), close, { prefix, size });
  return { head: bytes.subarray(0, first.at), rows, tail: bytes.subarray(close), firstDataRow, prefix, size };
}

/** The tags of rows in a stretch; `null` when one has no number, or a lower one than the row above. */
export function rowStarts(bytes: Buffer, prefix: string, from: number, to: number): readonly RowStart[] | null {
  const starts: RowStart[] = [];
  let previous = 0;
  for (let at = nextTag(bytes, `<${prefix}row`, from); at >= 0 && at < to; at = nextTag(bytes, `<${prefix}row`, at + 1)) {
    const tag = bytes.toString("latin1", at, bytes.indexOf(greaterThan, at) + 1);
    const row = Number(/\sr=["'](\d+)["']/.exec(tag)?.[1]);
    if (!(row > previous)) return null;
    starts.push({ at, row });
    previous = row;
  }
  return starts;
}

/** The rows from the first of these on, up to `end`, as pieces of about the size. */
export function cutRows(
  bytes: Buffer,
  starts: readonly RowStart[],
  end: number,
  { prefix, size }: Pick<SheetPieces, "prefix" | "size">,
): RowPiece[] {
  const pieces: RowPiece[] = [];
  for (let from = 0; from < starts.length; ) {
    const begin = starts[from]?.at ?? end;
    let next = from + 1;
    while (next < starts.length && (starts[next]?.at ?? end) - begin < size) next++;
    const piece = bytes.subarray(begin, starts[next]?.at ?? end);
    const [first, last] = [starts[from]?.row ?? 0, starts[next - 1]?.row ?? 0];
    pieces.push({ bytes: piece, first, last, formulas: formulasIn(piece, prefix) });
    from = next;
  }
  return pieces;
}

/** Whether there are formulas in a stretch of rows. */
export function formulasIn(bytes: Buffer, prefix: string): RowPiece["formulas"] {
  if (nextTag(bytes, `<${prefix}f`, 0) < 0) return "none";
  return bytes.includes("array") || bytes.includes("dataTable") ? "arrays" : "cells";
}

/** The last row of a piece that has cells, as it stands there; `null` when none has. */
export function lastRowWithCells({ bytes }: RowPiece, prefix: string): Buffer | null {
  const cell = lastTag(bytes, `<${prefix}c`);
  if (cell < 0) return null;
  const begin = lastTag(bytes.subarray(0, cell), `<${prefix}row`);
  const close = nextTag(bytes, `</${prefix}row`, cell);
  return begin < 0 || close < 0 ? null : bytes.subarray(begin, bytes.indexOf(greaterThan, close) + 1);
}

export function joined({ head, rows, tail }: SheetPieces): Buffer {
  return rows.length === 0 ? head : Buffer.concat([head, ...rows.map(({ bytes }) => bytes), tail]);
}

function nextTag(bytes: Buffer, opening: string, from: number): number {
  let at = bytes.indexOf(opening, from, "latin1");
  while (at >= 0 && !isNameEnd(bytes[at + opening.length])) at = bytes.indexOf(opening, at + 1, "latin1");
  return at;
}

function lastTag(bytes: Buffer, opening: string): number {
  let at = bytes.lastIndexOf(opening, undefined, "latin1");
  while (at >= 0 && !isNameEnd(bytes[at + opening.length])) at = at === 0 ? -1 : bytes.lastIndexOf(opening, at - 1, "latin1");
  return at;
}
