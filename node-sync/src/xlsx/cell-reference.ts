export { lettersOf } from "../../../apps-script/domain/snapshot/address";

/** Column of the reference at `bytes[from..to)`, such as `AB12`, as an index from 0; -1 when it begins with no letter. */
export function columnAt(bytes: Buffer, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at += 1) {
    const letter = (bytes[at] ?? 0) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

export function columnOf(reference: string): number {
  return columnAt(Buffer.from(reference), 0, reference.length);
}

/** Row of a reference such as `AB12` as written, from 1; 0 when there is none. */
export function rowOf(reference: string): number {
  const digits = /(?<!\d)\d+$/.exec(reference);
  return digits === null ? 0 : Number(digits[0]);
}

/** A merged range; rows from 1, columns from 0, both ends included. */
export interface MergedRange {
  readonly reference: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** `A1:B2` as numbers; a single cell is a range of one. */
export function mergedRange(reference: string): MergedRange {
  const [from = "", to = from] = reference.split(":");
  return { reference, firstRow: rowOf(from), lastRow: rowOf(to), firstColumn: columnOf(from), lastColumn: columnOf(to) };
}
