/// <reference types="google-apps-script" />
import { Face, NotInStandIn, unwrap } from "../services/guard";
import type { Runtime } from "../services/runtime";
import type { ChartModel } from "../workbook/furniture";
import { SheetsError } from "../workbook/sheets-error";
import type { GRange, SheetRef } from "./place";
import { RangePlace } from "./range-place";

export type GChart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
export type GChartBuilder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

const MEMBERS = ["getNumHeaders", "getRanges"] as const;

/** A chart as Google hands it out; it is not drawn here. */
export class ChartFace extends Face<GChart> implements Pick<GChart, (typeof MEMBERS)[number]> {
  constructor(
    runtime: Runtime,
    readonly chart: ChartModel,
    readonly owner: SheetRef,
  ) {
    super("EmbeddedChart", MEMBERS, runtime);
  }

  getRanges(): GRange[] {
    return this.chart.areas.map((area) => this.owner.rangeOf(area));
  }

  getNumHeaders(): number {
    return this.chart.headers;
  }
}

const BUILDER_MEMBERS = [
  "addRange",
  "asBarChart",
  "asColumnChart",
  "asComboChart",
  "build",
  "setNumHeaders",
  "setOption",
  "setPosition",
] as const;

/**
 * https://developers.google.com/apps-script/reference/spreadsheet/embedded-chart-builder: every call changes the builder and hands
 * it back; the kinds of charts share it, so what only one kind can is not here.
 */
export class ChartBuilderFace
  extends Face<GChartBuilder>
  implements Pick<GChartBuilder, Exclude<(typeof BUILDER_MEMBERS)[number], `as${string}`>>
{
  private chart: ChartModel = {
    type: "COLUMN",
    areas: [],
    options: {},
    headers: 0,
    anchor: { row: 1, column: 1, x: 0, y: 0 },
  };

  constructor(
    runtime: Runtime,
    private readonly owner: SheetRef,
  ) {
    super("EmbeddedChartBuilder", BUILDER_MEMBERS, runtime);
  }

  asBarChart(): GChartBuilder {
    return this.with({ type: "BAR" });
  }

  asColumnChart(): GChartBuilder {
    return this.with({ type: "COLUMN" });
  }

  asComboChart(): GChartBuilder {
    return this.with({ type: "COMBO" });
  }

  addRange(range: GRange): GChartBuilder {
    const { owner, area } = unwrap(range, RangePlace, "EmbeddedChartBuilder.addRange");
    if (owner.model !== this.owner.model) throw new NotInStandIn("A chart of cells on another sheet.");
    return this.with({ areas: [...this.chart.areas, { ...area }] });
  }

  setNumHeaders(headers: number): GChartBuilder {
    return this.with({ headers });
  }

  setOption(option: string, value: unknown): GChartBuilder {
    return this.with({ options: { ...this.chart.options, [option]: value } });
  }

  setPosition(row: number, column: number, x: number, y: number): GChartBuilder {
    const { maxRows, maxColumns } = this.owner.model;
    if (row < 1 || column < 1 || row > maxRows || column > maxColumns)
      throw new SheetsError("The anchor position of the chart is outside the dimensions of the sheet.");
    return this.with({ anchor: { row, column, x, y } });
  }

  build(): GChart {
    return new ChartFace(this.runtime, this.chart, this.owner).self;
  }

  private with(change: Partial<ChartModel>): GChartBuilder {
    this.chart = { ...this.chart, ...change };
    return this.self;
  }
}
