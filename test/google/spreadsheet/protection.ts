/// <reference types="google-apps-script" />

import { constant, Face, unwrap } from "../services/guard";
import type { Runtime } from "../services/runtime";
import type { Area } from "../workbook/area";
import type { ProtectionModel } from "../workbook/furniture";
import type { GRange, SheetRef } from "./place";
import { RangePlace } from "./range-place";

type GProtection = GoogleAppsScript.Spreadsheet.Protection;
type GType = GoogleAppsScript.Spreadsheet.ProtectionType;

export const PROTECTION_TYPES = Object.freeze({ RANGE: constant<GType>("RANGE"), SHEET: constant<GType>("SHEET") });

const MEMBERS = [
  "addEditor",
  "addEditors",
  "canEdit",
  "getDescription",
  "getProtectionType",
  "getRange",
  "getUnprotectedRanges",
  "isWarningOnly",
  "remove",
  "setDescription",
  "setUnprotectedRanges",
  "setWarningOnly",
] as const;

/** A protection is written down and not enforced: the script runs as the owner of the document. */
export class ProtectionFace extends Face<GProtection> implements Pick<GProtection, (typeof MEMBERS)[number]> {
  constructor(
    runtime: Runtime,
    private readonly owner: SheetRef,
    private readonly protection: ProtectionModel,
  ) {
    super("Protection", MEMBERS, runtime);
  }

  getProtectionType(): GType {
    return PROTECTION_TYPES[this.protection.kind];
  }

  getRange(): GRange {
    const { model } = this.owner;
    return this.owner.rangeOf(this.protection.areas[0] ?? { row: 1, column: 1, rows: model.maxRows, columns: model.maxColumns });
  }

  getDescription(): string {
    return this.protection.description;
  }

  setDescription(description: string): GProtection {
    this.protection.description = description;
    return this.self;
  }

  isWarningOnly(): boolean {
    return this.protection.warningOnly;
  }

  setWarningOnly(warningOnly: boolean): GProtection {
    this.protection.warningOnly = warningOnly;
    return this.self;
  }

  getUnprotectedRanges(): GRange[] {
    return this.protection.unprotected.map((area) => this.owner.rangeOf(area));
  }

  setUnprotectedRanges(ranges: GRange[]): GProtection {
    const places = Array.from(ranges, (range) => unwrap(range, RangePlace, "Protection.setUnprotectedRanges"));
    this.protection.unprotected = places.map(({ area }): Area => ({ ...area }));
    return this.self;
  }

  addEditor(user: unknown): GProtection {
    this.protection.editors.push(String(user));
    return this.self;
  }

  addEditors(users: string[]): GProtection {
    this.protection.editors.push(...users);
    return this.self;
  }

  canEdit(): boolean {
    return true;
  }

  remove(): void {
    const { model } = this.owner;
    model.protections = model.protections.filter((other) => other !== this.protection);
  }
}

export function protect(owner: SheetRef, area: Area | null, runtime: Runtime): GProtection {
  const protection: ProtectionModel = {
    kind: area ? "RANGE" : "SHEET",
    areas: area ? [{ ...area }] : [],
    unprotected: [],
    description: "",
    warningOnly: false,
    editors: [],
  };
  if (!area) owner.model.protections = owner.model.protections.filter(({ kind }) => kind === "RANGE");
  owner.model.protections.push(protection);
  return new ProtectionFace(runtime, owner, protection).self;
}
