import type { Value } from "../../snapshot/value";

/**
 * What is printed: a document in parts, each on pages of its own. It says what stands where, in millimetres, and nothing of how
 * that is drawn: the page and the command line print it as HTML, and it becomes an .xlsx of the same layout. Plain JSON.
 */
export interface Paper {
  /** Id of its definition, `sign-in`. */
  readonly kind: string;
  /** What its file is called, without an ending: `再培训班第三期-签到表`. */
  readonly name: string;
  readonly look: "portrait" | "landscape";
  readonly parts: readonly Part[];
  /** How many people stand on it, each counted once. */
  readonly people: number;
  /** Who is not on it and why, in sentences. */
  readonly leftOut: readonly string[];
}

/** Begins a page: a day of a 签到表, a unit. In an .xlsx, a sheet. */
export interface Part {
  /** Different in each part: the sheet's name. */
  readonly name: string;
  readonly title: string;
  /** The lines under the title. */
  readonly facts: readonly Fact[];
  readonly blocks: readonly Block[];
}

/** `value` is `null` where staff write it by hand: a line to write on. */
export interface Fact {
  readonly label: string;
  readonly value: Value;
}

export type Block = TableBlock | FactsBlock | SlipsBlock | TextBlock;

/** Its header is repeated on every page, and no row is cut in two. */
export interface TableBlock {
  readonly kind: "table";
  readonly columns: readonly PaperColumn[];
  /** Cells in the order of the columns; `null` is left for handwriting. */
  readonly rows: readonly (readonly Value[])[];
  /** Least height of a row in mm; a row grows with what stands in it. */
  readonly rowHeight: number;
  /** The last row, set apart. */
  readonly total?: readonly Value[];
}

export interface PaperColumn {
  readonly title: string;
  /** Neighbours with the same group stand under one heading. */
  readonly group?: string;
  /** Width in mm as its share of the page: the table is as wide as the page. */
  readonly width: number;
  /** `money` is yuan with two decimals, `code` is set in a type that tells 0 from O and 1 from l. */
  readonly kind: "text" | "number" | "money" | "day" | "code";
  readonly align: "left" | "center" | "right";
}

/** Lines with a label below or between tables: 授课教师, 培训内容, signatures. */
export interface FactsBlock {
  readonly kind: "facts";
  readonly facts: readonly Fact[];
  /** How many stand beside each other. */
  readonly across: 1 | 2 | 3;
}

/** Pieces that are cut apart along drawn lines; none is cut in two by a page. */
export interface SlipsBlock {
  readonly kind: "slips";
  readonly across: 1 | 2;
  readonly slips: readonly Slip[];
}

export interface Slip {
  readonly title: string;
  readonly facts: readonly SlipFact[];
  /** Small print below. */
  readonly note: string | null;
}

export interface SlipFact extends Fact {
  readonly kind: PaperColumn["kind"];
}

export interface TextBlock {
  readonly kind: "text";
  readonly paragraphs: readonly string[];
}

/** Inside the margins of A4 (297 × 210 mm). */
export const PAPER_MARGIN = 12;
