/** What a workbook may weigh before anything in it is parsed, and what one sheet may hold. */
export interface Limits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Entries in the zip's central directory. */
  readonly entries: number;
  /** Bytes of all entries once inflated: declared ones before parsing, counted ones while inflating. */
  readonly inflatedBytes: number;
  /** Inflated ÷ compressed size, asked only of entries larger than `ratioFromBytes`. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Rows with at least one value, per sheet. */
  readonly rows: number;
  /** Columns that may hold a value. Styled blank cells farther right are ignored. */
  readonly columns: number;
  /** Slots of all kept rows of all sheets together (a row is as long as its last value). */
  readonly slots: number;
  /** Characters of all cells together; a text that many cells share counts as often as they refer to it. */
  readonly characters: number;
  /** Merged ranges of all sheets, and the cells in them: an honest sheet has no cell in two of them. */
  readonly merges: number;
  readonly mergedCells: number;
  /** Elements inside each other. */
  readonly depth: number;
}

const megabyte = 1024 * 1024;

/** For files that come from outside the centre. */
export const foreignLimits: Limits = {
  fileBytes: 50 * megabyte,
  entries: 4000,
  inflatedBytes: 300 * megabyte,
  ratio: 200,
  ratioFromBytes: megabyte,
  rows: 200_000,
  columns: 500,
  slots: 20_000_000,
  characters: 50_000_000,
  merges: 100_000,
  mergedCells: 5_000_000,
  depth: 256,
};

/** A stray remark far to the right is passed over and named; more cells than these are columns that should have been read. */
export const MOST_BEYOND = 50;

/** The last row and column that a spreadsheet program has (ECMA-376 part 1, 18.3.1.73; Excel's specifications). */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;
