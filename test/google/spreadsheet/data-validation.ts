/// <reference types="google-apps-script" />

import { constant, Face } from "../services/guard";
import type { Runtime } from "../services/runtime";
import type { Validation } from "../workbook/cell";

type GValidation = GoogleAppsScript.Spreadsheet.DataValidation;
type GBuilder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
type GCriteria = GoogleAppsScript.Spreadsheet.DataValidationCriteria;

export const VALUE_IN_LIST = constant<GCriteria>("VALUE_IN_LIST");

const MEMBERS = ["copy", "getAllowInvalid", "getCriteriaType", "getCriteriaValues", "getHelpText"] as const;

/** A dropdown rule; the stand-in knows lists of values only. */
export class DataValidationFace extends Face<GValidation> implements Pick<GValidation, (typeof MEMBERS)[number]> {
  constructor(
    runtime: Runtime,
    readonly rule: Validation,
  ) {
    super("DataValidation", MEMBERS, runtime);
  }

  copy(): GBuilder {
    return new DataValidationBuilderFace(this.runtime, this.rule).self;
  }

  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }

  getCriteriaType(): GCriteria {
    return VALUE_IN_LIST;
  }

  /** The list, and whether cells show an arrow for it. */
  getCriteriaValues(): unknown[] {
    return [[...this.rule.values], this.rule.showDropdown];
  }

  getHelpText(): string {
    return this.rule.helpText ?? "";
  }
}

const BUILDER_MEMBERS = ["build", "requireValueInList", "setAllowInvalid", "setHelpText"] as const;

export class DataValidationBuilderFace extends Face<GBuilder> implements Pick<GBuilder, (typeof BUILDER_MEMBERS)[number]> {
  private rule: Validation;
  private hasList: boolean;

  constructor(runtime: Runtime, from?: Validation) {
    super("DataValidationBuilder", BUILDER_MEMBERS, runtime);
    this.rule = from ?? { values: [], showDropdown: true, allowInvalid: true, helpText: null };
    this.hasList = from !== undefined;
  }

  requireValueInList(values: string[], showDropdown = true): GBuilder {
    this.rule = { ...this.rule, values: Array.from(values, String), showDropdown };
    this.hasList = true;
    return this.self;
  }

  setAllowInvalid(allowInvalid: boolean): GBuilder {
    this.rule = { ...this.rule, allowInvalid };
    return this.self;
  }

  setHelpText(helpText: string): GBuilder {
    this.rule = { ...this.rule, helpText };
    return this.self;
  }

  build(): GValidation {
    if (!this.hasList) throw this.runtime.exception("A data validation rule needs its criteria before it is built.");
    return new DataValidationFace(this.runtime, this.rule).self;
  }
}
