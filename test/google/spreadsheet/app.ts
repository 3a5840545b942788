/// <reference types="google-apps-script" />
import { Face } from "../services/guard";
import type { Runtime } from "../services/runtime";
import { UiFace } from "../services/ui";
import { BOOLEAN_CRITERIA, ConditionalRuleBuilderFace } from "./conditional-format";
import { DataValidationBuilderFace, VALUE_IN_LIST } from "./data-validation";
import type { GSheet, GSpreadsheet } from "./place";
import { PROTECTION_TYPES } from "./protection";
import { SpreadsheetFace } from "./spreadsheet";

type GApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

const MEMBERS = [
  "BooleanCriteria",
  "DataValidationCriteria",
  "ProtectionType",
  "flush",
  "getActive",
  "getActiveSheet",
  "getActiveSpreadsheet",
  "getUi",
  "newConditionalFormatRule",
  "newDataValidation",
] as const;

export class SpreadsheetAppFace extends Face<GApp> implements Pick<GApp, (typeof MEMBERS)[number]> {
  readonly BooleanCriteria = BOOLEAN_CRITERIA as unknown as GApp["BooleanCriteria"];
  readonly DataValidationCriteria = Object.freeze({ VALUE_IN_LIST }) as unknown as GApp["DataValidationCriteria"];
  readonly ProtectionType = PROTECTION_TYPES as unknown as GApp["ProtectionType"];
  readonly spreadsheet: SpreadsheetFace;

  constructor(runtime: Runtime) {
    super("SpreadsheetApp", MEMBERS, runtime);
    this.spreadsheet = new SpreadsheetFace(runtime);
  }

  getActiveSpreadsheet(): GSpreadsheet {
    this.runtime.permit("SpreadsheetApp.getActiveSpreadsheet", "CUSTOM_FUNCTION", "LIMITED", "FULL");
    return this.spreadsheet.self;
  }

  getActive(): GSpreadsheet {
    return this.getActiveSpreadsheet();
  }

  getActiveSheet(): GSheet {
    this.getActiveSpreadsheet();
    return this.spreadsheet.getActiveSheet();
  }

  getUi(): GoogleAppsScript.Base.Ui {
    return new UiFace(this.runtime).self;
  }

  newDataValidation(): GoogleAppsScript.Spreadsheet.DataValidationBuilder {
    return new DataValidationBuilderFace(this.runtime).self;
  }

  newConditionalFormatRule(): GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder {
    return new ConditionalRuleBuilderFace(this.runtime).self;
  }

  /** Every write lands at once here, so there is nothing to do but to be counted. */
  flush(): void {}
}
