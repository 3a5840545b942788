/**
 * The model of a tab.
 *
 * A table is a tab of the workbook; a column is found by its title, never by its letter. `owner` says whose hand
 * writes a column: `unit` columns may come from a unit's file, `centre` columns are staff's, `computed` columns are
 * written by actions only, `system` columns keep the workbook's own books. `since` is the schema version that
 * brought the table or the column; a workbook of an older version is migrated by adding what is younger.
 */
export type Owner = "unit" | "centre" | "computed" | "system";

/**
 * How the cells of a column are written and read.
 * `text`, `list` (joined by 、) and `choice` are text; `id` is text that must never become a number;
 * `day` is a date; `number` a number; `moment` an ISO text with offset.
 */
export type Kind = "text" | "id" | "day" | "number" | "choice" | "list" | "moment";

/**
 * What the cells of a column of 名册 say, where that is more than their kind: how they are read in a file of a unit, and when
 * two of them say the same. A column without a meaning is read and compared by its kind.
 */
export type Meaning =
  | "name"
  | "documentType"
  | "documentNumber"
  | "mobile"
  | "unit"
  | "post"
  | "education"
  | "enrolmentKind"
  | "validUntil";

/** What the numbers of a column are: amounts in yuan, marks that may have halves, or anything (设置). Else they count something. */
export type Numbers = "money" | "marks" | "mixed";

/** What personal data a column holds: masked on the terminal and in every sentence, whole in the workbook. */
export type Personal = "id" | "phone";

/** What a column of 资料 asks for. */
export interface Paper {
  readonly stage: "upload" | "profile" | "desk";
  /** What a unit is told is missing. */
  readonly called: string;
  /** The same for a person whose document is no id card. */
  readonly otherwise?: string;
  /** The column of the paper that this is one check of. */
  readonly checkOf?: string;
}

/**
 * How a column may come to hold one value for everybody of a list. Where everybody may be alike by nature (unit, post, kind)
 * nothing is said. `own`: no two people share it, so one value for all is a cell that was filled down. `shared`: a batch
 * that was certified on one day, or a remark about all; doubtful only where it would replace several different values.
 */
export type Alike = "own" | "shared";

export interface Column {
  readonly title: string;
  readonly owner: Owner;
  readonly kind: Kind;
  /** The closed list of a `choice`. */
  readonly allowed?: readonly string[];
  /** What an empty cell means, where staff would not read it as nothing. */
  readonly whenEmpty?: string;
  /** Characters that its cells may hold; `LONGEST` of its kind unless given. */
  readonly maxLength?: number;
  readonly numbers?: Numbers;
  readonly means?: Meaning;
  readonly personal?: Personal;
  readonly paper?: Paper;
  /** Left empty, it stops an enrolment sooner or later. */
  readonly needed?: true;
  readonly alike?: Alike;
  /** Never in change sets, logs or output (card passwords). */
  readonly secret?: true;
  readonly hidden?: true;
  /** Width in characters of the printed tab. */
  readonly width?: number;
  /** One line for the person who fills the column in. */
  readonly note?: string;
  readonly since?: number;
}

export type Columns = Readonly<Record<string, Column>>;

export interface Table {
  readonly name: string;
  readonly title: string;
  /** What the tab is for, one line on the first tab. */
  readonly purpose: string;
  /** The columns that together name a row; their texts are joined by `·`. */
  readonly key: readonly string[];
  readonly columns: Columns;
  readonly hidden?: true;
  /** All that it holds is worked out of the others: where it is gone, it is made anew. */
  readonly isDerived?: true;
  /** Read by what needs it and by nothing else; never in change sets, logs, output, views or undo. */
  readonly secret?: true;
  readonly since?: number;
}

/** A table whose columns are known by name to the type checker. */
export interface TypedTable<C extends Columns> extends Table {
  readonly key: readonly (keyof C & string)[];
  readonly columns: C;
}

/**
 * Characters (Unicode code points) that a cell of a kind may hold. A longer text in a file is refused at its cell, before
 * anything else is asked of it; what the program itself says is cut. Texts that stand in the workbook already stay.
 */
export const LONGEST: Readonly<Record<Kind, number>> = {
  text: 200,
  id: 40,
  day: 60,
  number: 40,
  choice: 40,
  list: 500,
  moment: 40,
};

/** Of a remark, and of what the program writes for people to read. */
export const LONGEST_NOTE = 2000;

/** Units of a cell in which the program keeps its own books; they are never cut, so they must fit (see the tests). */
export const LONGEST_BOOK = 32_000;

export function longestOf({ kind, maxLength }: Pick<Column, "kind" | "maxLength">): number {
  return maxLength ?? LONGEST[kind];
}

/** What a cell of a kind holds once read. An `id` that is a number was damaged by a spreadsheet program. */
export type CellOf<K extends Kind> = K extends "id" | "number" ? string | number | null : string | null;

/** A row as rules see it: its key, its sheet row number, and its cells by English name. */
export type RowOf<T> =
  T extends TypedTable<infer C>
    ? { readonly [P in keyof C]: CellOf<C[P]["kind"]> } & { readonly key: string; readonly at: number }
    : never;

export function defineTable<const C extends Columns>(table: TypedTable<C>): TypedTable<C> {
  return table;
}

/** What a table's columns hold, by title. */
export function kindsByTitle(table: Table | null): ReadonlyMap<string, Kind> {
  return new Map(Object.values(table?.columns ?? {}).map(({ title, kind }) => [title, kind]));
}

/** The titles of a table's columns, in the order of the tab. */
export function titlesOf(table: Table): string[] {
  return Object.values(table.columns).map((column) => column.title);
}
