/** A chart over cells of its own sheet. Rows and columns count from 1, both ends included. */
export interface SheetChart {
  /** By which it is known among the drawings of the sheet: staff's have other names. */
  readonly name: string;
  readonly title: string;
  /** `stacked` upon each other, `beside` each other, or lying: `rows`. */
  readonly bars: "stacked" | "beside" | "rows";
  /** The column with the names of the lines. */
  readonly categories: number;
  readonly first: number;
  readonly last: number;
  readonly series: readonly SheetSeries[];
  /** A dash over each column. */
  readonly mark: SheetSeries | null;
  readonly place: ChartPlace;
}

interface SheetSeries {
  readonly column: number;
  readonly name: string;
  /** RRGGBB */
  readonly colour: string;
  /** A pattern of DrawingML; solid without one. */
  readonly pattern?: string;
}

/** The upper left corner in a cell, and the size in px of 96 dpi. */
interface ChartPlace {
  readonly row: number;
  readonly column: number;
  /** Px below the upper edge of its row. */
  readonly down: number;
  readonly width: number;
  readonly height: number;
}

/** What the names of our charts begin with. */
export const OUR_CHART = "看板图";

export type { SheetSeries };
