/// <reference types="google-apps-script" />

import { Face } from "../services/guard";
import type { Runtime } from "../services/runtime";
import type { Area } from "../workbook/area";
import type { NamedArea } from "../workbook/furniture";
import type { SheetModel } from "../workbook/sheet-model";
import { SheetsError } from "../workbook/sheets-error";
import type { InMemoryWorkbook } from "../workbook/workbook";
import type { GRange, SheetRef } from "./place";

type GNamedRange = GoogleAppsScript.Spreadsheet.NamedRange;

const MEMBERS = ["getName", "getRange", "remove"] as const;

export class NamedRangeFace extends Face<GNamedRange> implements Pick<GNamedRange, (typeof MEMBERS)[number]> {
  constructor(
    runtime: Runtime,
    private readonly named: NamedArea,
    private readonly owner: SheetRef,
  ) {
    super("NamedRange", MEMBERS, runtime);
  }

  getName(): string {
    return this.named.name;
  }

  getRange(): GRange {
    const [area] = this.named.areas;
    if (!area) throw new SheetsError("Range not found");
    return this.owner.rangeOf(area);
  }

  remove(): void {
    removeName(this.runtime.workbook, this.named.name);
  }
}

export function nameRange(book: InMemoryWorkbook, name: string, sheet: SheetModel, area: Area): void {
  if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name))
    throw new SheetsError(`The name "${name}" is invalid.`);
  book.namedAreas = [
    ...book.namedAreas.filter((other) => other.name !== name),
    { name, sheetId: sheet.id, areas: [{ ...area }] },
  ];
}

export function removeName(book: InMemoryWorkbook, name: string): void {
  book.namedAreas = book.namedAreas.filter((other) => other.name !== name);
}
