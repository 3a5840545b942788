import type { Spill } from "./spill";

/** What a cell holds. `""` is an empty cell; a day or a time is a number (days since 1899-12-30) with a date format. */
export type CellValue = string | number | boolean;

/** A dropdown. With `allowInvalid` false a value that is not in the list is refused. */
export interface Validation {
  readonly values: readonly string[];
  readonly showDropdown: boolean;
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

/** How a cell looks; an absent entry is Google's default. */
export interface Looks {
  background?: string;
  fontColor?: string;
  fontWeight?: string;
  wrap?: boolean;
  horizontalAlignment?: string;
  verticalAlignment?: string;
}

export interface Cell {
  value: CellValue;
  /** With its leading `=`. */
  formula: string | null;
  /** The formula's result is the one that was loaded, not one worked out here. */
  pinned: boolean;
  /** What its formula fills, or the formula that fills it. */
  spill: Spill | null;
  /** Null is the automatic format. */
  numberFormat: string | null;
  note: string;
  validation: Validation | null;
  looks: Looks;
}

export const TEXT_FORMAT = "@";
export const AUTOMATIC_FORMAT = "0.###############";

const PLAIN: Looks = Object.freeze({});

export function blankCell(): Cell {
  return { value: "", formula: null, pinned: false, spill: null, numberFormat: null, note: "", validation: null, looks: PLAIN };
}

/** A new cell with the formats and the validation of another one, as an inserted row gets them. */
export function cellLike(cell: Cell): Cell {
  return { ...blankCell(), numberFormat: cell.numberFormat, validation: cell.validation, looks: cell.looks };
}

export function hasContent(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.value !== "" || cell.formula !== null);
}
