import type { Area } from "./area";

/** A conditional format over some areas of one sheet. */
export interface ConditionalRule {
  readonly areas: Area[];
  readonly criteria: "TEXT_EQUAL_TO" | "CUSTOM_FORMULA" | "CELL_NOT_EMPTY" | "CELL_EMPTY";
  readonly values: readonly string[];
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean | null;
}

/** A protected area, or a protected sheet (no areas), which may have areas that are open to everybody. */
export interface ProtectionModel {
  readonly kind: "RANGE" | "SHEET";
  readonly areas: Area[];
  unprotected: Area[];
  description: string;
  warningOnly: boolean;
  /** Addresses; null as long as nobody named any. */
  editors: string[] | null;
}

/** A chart over areas of its sheet; `options` are kept as they were given. */
export interface ChartModel {
  readonly type: string;
  readonly areas: Area[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly headers: number;
  /** The cell that its corner stands in, from 1, and px from that cell's corner. */
  readonly anchor: { readonly row: number; readonly column: number; readonly x: number; readonly y: number };
}

/** A name for an area; the area is empty once its cells were deleted. */
export interface NamedArea {
  name: string;
  readonly sheetId: number;
  readonly areas: Area[];
}
