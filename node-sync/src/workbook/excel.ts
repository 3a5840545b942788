import type { DataValidation, Worksheet } from "exceljs";

type Excel = Pick<typeof import("exceljs"), "Workbook">;

/** exceljs takes 200 ms to load, so it is loaded where a workbook is made. As a CommonJS package it hides behind `default`. */
export async function loadExcel(): Promise<Excel> {
  const loaded: Excel & { readonly default?: Excel } = await import("exceljs");
  return loaded.default ?? loaded;
}

/** The last row that has dropdowns and colours from the start; more rows are covered as they are appended. */
export const LAST_ROW = 5000;

export type Validation = Omit<DataValidation, "type" | "formulae"> & {
  readonly type: DataValidation["type"] | "any";
  readonly formulae?: readonly (string | number | Date)[];
};

/** One rule for a whole range. The types of exceljs know single cells only, and 5,000 of those take seconds to write. */
export function addValidation(sheet: Worksheet, range: string, validation: Validation): void {
  const { dataValidations } = sheet as Worksheet & {
    readonly dataValidations: { add(range: string, validation: Validation): void };
  };
  dataValidations.add(range, validation);
}
