/// <reference types="google-apps-script" />

import { NotInStandIn, unwrap } from "../services/guard";
import type { Runtime } from "../services/runtime";
import type { SheetModel } from "../workbook/sheet-model";
import { SheetsError } from "../workbook/sheets-error";
import { ChartBuilderFace, ChartFace, type GChart, type GChartBuilder } from "./chart";
import { colorOf } from "./colors";
import { ConditionalRuleFace } from "./conditional-format";
import { FilterFace } from "./filter";
import type { GSheet, GSpreadsheet } from "./place";
import { ProtectionFace, protect } from "./protection";
import { CELLS_MEMBERS } from "./sheet-cells";
import { LINES_MEMBERS, SheetLines } from "./sheet-lines";

type GRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type GProtection = GoogleAppsScript.Spreadsheet.Protection;

const OWN_MEMBERS = [
  "activate",
  "clearConditionalFormatRules",
  "getCharts",
  "getConditionalFormatRules",
  "getFilter",
  "getFrozenColumns",
  "getFrozenRows",
  "getIndex",
  "getProtections",
  "getTabColor",
  "hideSheet",
  "insertChart",
  "isSheetHidden",
  "newChart",
  "protect",
  "removeChart",
  "setConditionalFormatRules",
  "setFrozenColumns",
  "setFrozenRows",
  "setTabColor",
  "showSheet",
] as const;
const MEMBERS = [...CELLS_MEMBERS, ...LINES_MEMBERS, ...OWN_MEMBERS] as const;

export class SheetFace extends SheetLines implements Pick<GSheet, (typeof MEMBERS)[number]> {
  constructor(runtime: Runtime, model: SheetModel, parent: GSpreadsheet) {
    super(MEMBERS, runtime, model, parent);
  }

  /** Its place among the sheets, from 1. */
  getIndex(): number {
    return this.runtime.workbook.sheets.indexOf(this.live) + 1;
  }

  activate(): GSheet {
    this.runtime.workbook.activeSheetId = this.live.id;
    return this.self;
  }

  isSheetHidden(): boolean {
    return this.live.hidden;
  }

  hideSheet(): GSheet {
    const sheet = this.live;
    if (this.runtime.workbook.sheets.every((other) => other === sheet || other.hidden)) {
      throw new SheetsError("You can't hide all the sheets in a document.");
    }
    sheet.hidden = true;
    return this.self;
  }

  showSheet(): GSheet {
    this.live.hidden = false;
    return this.self;
  }

  getFrozenRows(): number {
    return this.live.frozenRows;
  }

  setFrozenRows(rows: number): void {
    if (rows >= this.live.maxRows) throw new SheetsError("You can't freeze all visible rows on the sheet.");
    this.live.frozenRows = rows;
  }

  getFrozenColumns(): number {
    return this.live.frozenColumns;
  }

  setFrozenColumns(columns: number): void {
    if (columns >= this.live.maxColumns) throw new SheetsError("You can't freeze all visible columns on the sheet.");
    this.live.frozenColumns = columns;
  }

  getTabColor(): string | null {
    return this.live.tabColor;
  }

  setTabColor(color: string | null): GSheet {
    this.live.tabColor = colorOf(color) ?? null;
    return this.self;
  }

  getFilter(): GoogleAppsScript.Spreadsheet.Filter | null {
    return this.live.filter ? new FilterFace(this.runtime, this).self : null;
  }

  getConditionalFormatRules(): GRule[] {
    return this.live.conditionalRules.map((rule) => new ConditionalRuleFace(this.runtime, rule, this).self);
  }

  /** Replaces all rules of the sheet. */
  setConditionalFormatRules(rules: GRule[]): void {
    const sheet = this.live;
    sheet.conditionalRules = Array.from(rules, (given) => {
      const { rule, owner } = unwrap(given, ConditionalRuleFace, "SpreadsheetApp.Sheet.setConditionalFormatRules");
      if (owner.model !== sheet) throw new SheetsError("Conditional format rule cannot reference a different sheet.");
      return { ...rule, areas: rule.areas.map((area) => ({ ...area })) };
    });
  }

  clearConditionalFormatRules(): void {
    this.live.conditionalRules = [];
  }

  newChart(): GChartBuilder {
    return new ChartBuilderFace(this.runtime, this).self;
  }

  getCharts(): GChart[] {
    return this.live.charts.map((chart) => new ChartFace(this.runtime, chart, this).self);
  }

  insertChart(given: GChart): void {
    const { chart, owner } = unwrap(given, ChartFace, "SpreadsheetApp.Sheet.insertChart");
    if (owner.model !== this.live) throw new NotInStandIn("A chart is put into another sheet than the one that made it.");
    this.live.charts.push({ ...chart, areas: chart.areas.map((area) => ({ ...area })) });
  }

  removeChart(given: GChart): void {
    const { chart } = unwrap(given, ChartFace, "SpreadsheetApp.Sheet.removeChart");
    if (!this.live.charts.includes(chart)) throw new SheetsError("The chart is not on this sheet.");
    this.live.charts = this.live.charts.filter((other) => other !== chart);
  }

  protect(): GProtection {
    return protect(this, null, this.runtime);
  }

  getProtections(type: GoogleAppsScript.Spreadsheet.ProtectionType): GProtection[] {
    const chosen = this.live.protections.filter(({ kind }) => kind === String(type));
    return chosen.map((protection) => new ProtectionFace(this.runtime, this, protection).self);
  }
}
