import type { TableRow, TableSheet } from "../../../apps-script/domain/merge/table-file";

/** Records of a .xls that say how cells look (MS-XLS 2.3.2). */
const RECORD = { begin: 0x0809, end: 0x0a, sheet: 0x85, font: 0x31, format: 0xe0, numbers: 0xbd } as const;
/** Records of one cell each: they begin with row, column and the number of the cell's format. */
const CELLS: ReadonlySet<number> = new Set([0x06, 0xfd, 0x203, 0x204, 0x205, 0x27e, 0xd6]);
const STRUCK_OUT = 0x08;
/** No font has this number (MS-XLS 2.5.129). */
const NO_FONT = 4;

/** Row from 1 → its columns whose format strikes out. */
type Struck = ReadonlyMap<number, number[]>;

/**
 * The cells that are struck out by their format, which SheetJS does not tell, of each sheet of a .xls in the order of their places
 * in `stream`; a part of a text that alone is struck out is not told of.
 */
export function struckInOld(stream: Buffer): Struck[] {
  const fonts: boolean[] = [];
  const formats: boolean[] = [];
  const places: number[] = [];
  for (const { type, body } of recordsFrom(stream, 0)) {
    if (type === RECORD.font && body.length >= 4) fonts.push((body.readUInt16LE(2) & STRUCK_OUT) !== 0);
    else if (type === RECORD.format && body.length >= 2) formats.push(isFontStruck(fonts, body.readUInt16LE(0)));
    else if (type === RECORD.sheet && body.length >= 4) places.push(body.readUInt32LE(0));
  }
  const isAny = formats.some((isStruck) => isStruck);
  return places.sort((one, other) => one - other).map((place) => (isAny ? struckFrom(stream, place, formats) : new Map()));
}

function isFontStruck(fonts: readonly boolean[], font: number): boolean {
  return fonts[font > NO_FONT ? font - 1 : font] === true;
}

function struckFrom(stream: Buffer, place: number, formats: readonly boolean[]): Struck {
  const struck = new Map<number, number[]>();
  const note = (row: number, column: number, format: number): void => {
    if (formats[format] !== true) return;
    const columns = struck.get(row + 1);
    if (columns) columns.push(column);
    else struck.set(row + 1, [column]);
  };
  for (const { type, body } of recordsFrom(stream, place)) {
    if (body.length < 6) continue;
    const [row, column] = [body.readUInt16LE(0), body.readUInt16LE(2)];
    if (CELLS.has(type)) note(row, column, body.readUInt16LE(4));
    else if (type === RECORD.numbers)
      for (let at = 4; at + 8 <= body.length; at += 6) note(row, column + (at - 4) / 6, body.readUInt16LE(at));
  }
  return struck;
}

interface OldRecord {
  readonly type: number;
  readonly body: Buffer;
}

/** The records from one beginning to its end; what lies between an inner beginning and end (a chart) is left out. */
function* recordsFrom(stream: Buffer, start: number): Generator<OldRecord> {
  let depth = 0;
  for (let at = start; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const end = at + 4 + stream.readUInt16LE(at + 2);
    if (type === RECORD.begin) depth++;
    else if (type === RECORD.end) depth--;
    else if (depth === 1) yield { type, body: stream.subarray(at + 4, end) };
    if (depth <= 0) return;
    at = end;
  }
}

/** The sheets of a .xls with what is struck out in each. */
export function withStrikes(sheets: readonly TableSheet[], stream: Buffer): TableSheet[] {
  const struck = struckInOld(stream);
  return sheets.map((sheet, index) => {
    const own = struck.length === sheets.length ? struck[index] : undefined;
    if (!own || own.size === 0) return sheet;
    return { ...sheet, rows: sheet.rows.map((row) => struckRow(row, own.get(row.at))) };
  });
}

function struckRow(row: TableRow, columns: readonly number[] | undefined): TableRow {
  return columns ? { ...row, struck: columns } : row;
}
