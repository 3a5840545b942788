import type { BeyondCells } from "../../../apps-script/domain/merge/table-file";
import { brokenFile, brokenPlaces } from "../wording/files";
import type { Budget } from "./budget";
import type { MergedRange } from "./cell-reference";
import type { XlsxPackage } from "./package";
import type { SheetPart, SheetState } from "./parts";
import type { CellContext, Moment } from "./sheet-collector";
import { SheetReader } from "./sheet-reader";
import type { SheetRow } from "./sheet-row";
import type { CellFormat } from "./styles";
import { UnreadableFile } from "./unreadable-file";
import { XmlBytes } from "./xml-bytes";
import { asUtf8 } from "./xml-encoding";

export type { MergedRange } from "./cell-reference";

/** What one worksheet holds. Rows without a value are absent, so `rows[i].at` is not `i + 1`. */
export interface SheetValues {
  readonly name: string;
  readonly state: SheetState;
  readonly rows: readonly SheetRow[];
  /** Formula cells: row number → column indices. Their values are the cached results, also 0, FALSE and `""`. */
  readonly formulas: ReadonlyMap<number, readonly number[]>;
  /** Those of `formulas` that carry no cached result; their value is `null` and says nothing. */
  readonly missing: ReadonlyMap<number, readonly number[]>;
  /** When they were asked for: the serial numbers of days and times, row number → column index. */
  readonly moments: ReadonlyMap<number, ReadonlyMap<number, Moment>>;
  /** Of a list alone: cells whose format strikes them out, row number → column indices. */
  readonly struck: ReadonlyMap<number, readonly number[]>;
  /** Number of columns up to the last value of any row; 0 for an empty sheet. */
  readonly lastColumn: number;
  /** Indices of hidden columns, within the limit of columns. */
  readonly hiddenColumns: ReadonlySet<number>;
  readonly merges: readonly MergedRange[];
  /** Cells with a value past the limit of columns, of a list alone: how many, and the first. */
  readonly beyond: BeyondCells | null;
  /** Ranges that array formulas and data tables fill; of their cells only the first is among `formulas`. */
  readonly arrays: readonly MergedRange[];
  /** A character was lost before or in this file: U+FFFD stands somewhere in the sheet's own text. */
  readonly hasReplacementCharacter: boolean;
}

/** What a sheet needs from the rest of its workbook. */
interface SheetContext {
  readonly budget: Budget;
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly date1904: boolean;
  readonly keepsMoments: boolean;
  readonly leftOut: string | undefined;
  readonly asList: boolean;
}

/** Streams one sheet. @throws {UnreadableFile} `broken`, `too-large` and what `XlsxPackage.chunks` throws */
export async function readSheet(pkg: XlsxPackage, sheet: SheetPart, context: SheetContext): Promise<SheetValues> {
  const cells: CellContext = { ...context, label: pkg.label, sheet: sheet.name };
  try {
    return await sheetFromChunks(pkg.chunks(sheet.part), sheet, cells);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile("broken", brokenFile(pkg.label, brokenPlaces.xml(sheet.part)));
  }
}

/** The same from the bytes of a worksheet part, cut anywhere. @throws {Error} when they are no well-formed XML */
export async function sheetFromChunks(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { name, state }: Pick<SheetPart, "name" | "state">,
  cells: CellContext,
): Promise<SheetValues> {
  const reader = new SheetReader(cells);
  const xml = new XmlBytes(reader);
  for await (const chunk of asUtf8(chunks)) xml.push(chunk);
  xml.end();
  const { collector, hiddenColumns, merges, arrays } = reader;
  const rows = collector.finish();
  const { formulas, missing, struck, moments, lastColumn, hasReplacementCharacter, beyond } = collector;
  const ranges = { merges, arrays, hiddenColumns };
  return { name, state, rows, formulas, missing, struck, moments, lastColumn, hasReplacementCharacter, beyond, ...ranges };
}
