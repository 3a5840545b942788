import type { Worksheet } from "exceljs";
import type { Validation } from "../xlsx/column-check";

type Excel = Pick<typeof import("exceljs"), "Workbook">;

/** exceljs takes 200 ms to load, so it is loaded where a workbook is made. As a CommonJS package it hides behind `default`. */
export async function loadExcel(): Promise<Excel> {
  const loaded: Excel & { readonly default?: Excel } = await import("exceljs");
  return loaded.default ?? loaded;
}

/** One rule for a whole range. The types of exceljs know single cells only, and 5,000 of those take seconds to write. */
export function addValidation(sheet: Worksheet, range: string, validation: Validation): void {
  const { dataValidations } = sheet as Worksheet & {
    readonly dataValidations: { add(range: string, validation: Validation): void };
  };
  dataValidations.add(range, validation);
}
