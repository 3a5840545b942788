/// <reference types="google-apps-script" />

import { constant, Face, unwrap } from "../services/guard";
import type { Runtime } from "../services/runtime";
import type { Area } from "../workbook/area";
import type { ProtectionModel } from "../workbook/furniture";
import { mayEdit, PROTECTED } from "../workbook/protect";
import { SheetsError } from "../workbook/sheets-error";
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
  "getEditors",
  "getProtectionType",
  "getRange",
  "getUnprotectedRanges",
  "isWarningOnly",
  "remove",
  "removeEditors",
  "setDescription",
  "setUnprotectedRanges",
  "setWarningOnly",
] as const;

/** Who may write in spite of it: `mayEdit`. Whoever may not can't change or lift it either. */
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
    this.refuse();
    this.protection.description = description;
    return this.self;
  }

  isWarningOnly(): boolean {
    return this.protection.warningOnly;
  }

  setWarningOnly(warningOnly: boolean): GProtection {
    this.refuse();
    this.protection.warningOnly = warningOnly;
    return this.self;
  }

  getUnprotectedRanges(): GRange[] {
    return this.protection.unprotected.map((area) => this.owner.rangeOf(area));
  }

  setUnprotectedRanges(ranges: GRange[]): GProtection {
    this.refuse();
    const places = Array.from(ranges, (range) => unwrap(range, RangePlace, "Protection.setUnprotectedRanges"));
    this.protection.unprotected = places.map(({ area }): Area => ({ ...area }));
    return this.self;
  }

  addEditor(user: unknown): GProtection {
    return this.addEditors([String(user)]);
  }

  addEditors(users: string[]): GProtection {
    this.refuse();
    this.protection.editors = [...new Set([...this.named(), ...users])];
    return this.self;
  }

  /** Whoever protects it stays an editor. */
  removeEditors(users: unknown[]): GProtection {
    this.refuse();
    const gone = Array.from(users, (user) => addressOf(user));
    const { person } = this.owner.model.workbook;
    this.protection.editors = this.named().filter((editor) => editor === person || !gone.includes(editor));
    return this.self;
  }

  getEditors(): GoogleAppsScript.Base.User[] {
    this.refuse();
    return this.named().map((email) => ({ getEmail: () => email }) as GoogleAppsScript.Base.User);
  }

  canEdit(): boolean {
    return mayEdit(this.protection, this.owner.model);
  }

  remove(): void {
    this.refuse();
    const { model } = this.owner;
    model.protections = model.protections.filter((other) => other !== this.protection);
  }

  /** The stand-in knows no other editors of the document than its owner and whoever is at work. */
  private named(): string[] {
    const { owner, person } = this.owner.model.workbook;
    return this.protection.editors ?? [...new Set([owner, ...(person === null ? [] : [person])])];
  }

  private refuse(): void {
    if (!this.canEdit()) throw new SheetsError(PROTECTED);
  }
}

function addressOf(user: unknown): string {
  return typeof user === "object" && user !== null ? (user as GoogleAppsScript.Base.User).getEmail() : String(user);
}

export function protect(owner: SheetRef, area: Area | null, runtime: Runtime): GProtection {
  const protection: ProtectionModel = {
    kind: area ? "RANGE" : "SHEET",
    areas: area ? [{ ...area }] : [],
    unprotected: [],
    description: "",
    warningOnly: false,
    editors: null,
  };
  if (!area) owner.model.protections = owner.model.protections.filter(({ kind }) => kind === "RANGE");
  owner.model.protections.push(protection);
  return new ProtectionFace(runtime, owner, protection).self;
}
