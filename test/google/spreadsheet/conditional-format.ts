/// <reference types="google-apps-script" />

import { constant, Face, unwrap } from "../services/guard";
import type { Runtime } from "../services/runtime";
import type { Area } from "../workbook/area";
import type { ConditionalRule } from "../workbook/furniture";
import { SheetsError } from "../workbook/sheets-error";
import { colorOf } from "./colors";
import type { GRange, SheetRef } from "./place";
import { RangePlace } from "./range-place";

type GRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type GBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type GCondition = GoogleAppsScript.Spreadsheet.BooleanCondition;
type GCriteria = GoogleAppsScript.Spreadsheet.BooleanCriteria;

const CRITERIA = ["TEXT_EQUAL_TO", "CUSTOM_FORMULA", "CELL_NOT_EMPTY", "CELL_EMPTY"] as const;
export const BOOLEAN_CRITERIA = Object.freeze(Object.fromEntries(CRITERIA.map((name) => [name, constant<GCriteria>(name)])));

const MEMBERS = ["copy", "getBooleanCondition", "getRanges"] as const;

export class ConditionalRuleFace extends Face<GRule> implements Pick<GRule, (typeof MEMBERS)[number]> {
  constructor(
    runtime: Runtime,
    readonly rule: ConditionalRule,
    readonly owner: SheetRef,
  ) {
    super("ConditionalFormatRule", MEMBERS, runtime);
  }

  getRanges(): GRange[] {
    return this.rule.areas.map((area) => this.owner.rangeOf(area));
  }

  getBooleanCondition(): GCondition {
    const { criteria, values, background, fontColor, bold } = this.rule;
    return {
      getCriteriaType: () => BOOLEAN_CRITERIA[criteria],
      getCriteriaValues: () => [...values],
      getBackground: () => background,
      getFontColor: () => fontColor,
      getBold: () => bold,
    } as unknown as GCondition;
  }

  copy(): GBuilder {
    return new ConditionalRuleBuilderFace(this.runtime, this.rule, this.owner).self;
  }
}

const BUILDER_MEMBERS = [
  "build",
  "setBackground",
  "setBold",
  "setFontColor",
  "setRanges",
  "whenCellEmpty",
  "whenCellNotEmpty",
  "whenFormulaSatisfied",
  "whenTextEqualTo",
] as const;

export class ConditionalRuleBuilderFace extends Face<GBuilder> implements Pick<GBuilder, (typeof BUILDER_MEMBERS)[number]> {
  private rule: Omit<ConditionalRule, "criteria"> & { readonly criteria: ConditionalRule["criteria"] | null };

  constructor(
    runtime: Runtime,
    from?: ConditionalRule,
    private owner: SheetRef | null = null,
  ) {
    super("ConditionalFormatRuleBuilder", BUILDER_MEMBERS, runtime);
    this.rule = from ?? { areas: [], criteria: null, values: [], background: null, fontColor: null, bold: null };
  }

  whenTextEqualTo(text: string): GBuilder {
    return this.when("TEXT_EQUAL_TO", text);
  }

  whenFormulaSatisfied(formula: string): GBuilder {
    return this.when("CUSTOM_FORMULA", formula);
  }

  whenCellNotEmpty(): GBuilder {
    return this.when("CELL_NOT_EMPTY");
  }

  whenCellEmpty(): GBuilder {
    return this.when("CELL_EMPTY");
  }

  setBackground(color: string | null): GBuilder {
    this.rule = { ...this.rule, background: colorOf(color) ?? null };
    return this.self;
  }

  setFontColor(color: string | null): GBuilder {
    this.rule = { ...this.rule, fontColor: colorOf(color) ?? null };
    return this.self;
  }

  setBold(bold: boolean | null): GBuilder {
    this.rule = { ...this.rule, bold };
    return this.self;
  }

  setRanges(ranges: GRange[]): GBuilder {
    const places = Array.from(ranges, (range) => unwrap(range, RangePlace, "ConditionalFormatRuleBuilder.setRanges"));
    this.owner = places[0]?.owner ?? null;
    if (places.some(({ owner }) => owner.model !== this.owner?.model))
      throw new SheetsError("All ranges must be on the same sheet.");
    this.rule = { ...this.rule, areas: places.map(({ area }): Area => ({ ...area })) };
    return this.self;
  }

  build(): GRule {
    const { criteria } = this.rule;
    if (!this.owner || this.rule.areas.length === 0)
      throw new SheetsError("A conditional format rule needs its ranges before it is built.");
    if (criteria === null) throw new SheetsError("A conditional format rule needs its condition before it is built.");
    return new ConditionalRuleFace(this.runtime, { ...this.rule, criteria }, this.owner).self;
  }

  private when(criteria: ConditionalRule["criteria"], ...values: string[]): GBuilder {
    this.rule = { ...this.rule, criteria, values };
    return this.self;
  }
}
