import { compare } from "../changes/outcome";
import { isDay } from "../days/civil-day";
import type { ClassKind } from "../schema/allowed";
import { CLASS_KIND, CLASS_STATE } from "../schema/allowed";
import type { PlanRow } from "../schema/plan";
import { SETTING_SPECS } from "../schema/settings";
import type { Snapshot } from "../snapshot/snapshot";
import { type NormalisedClass, normaliseClass, type StatedClass, type TrainingClass } from "./training-class";

/**
 * The classes of the plan year in date order: of each class name the row of the highest version. A class that was called
 * off (停办) is among them with `open` false; a row without a name or of another year is not.
 *
 * The stated cells are the truth: where one is filled in it is read afresh, so that a plan that staff just corrected
 * counts without check-plan; a normalised cell is used where its stated cell is empty.
 */
export function classesOf(snapshot: Pick<Snapshot, "plan" | "settings">, planYear = yearOfPlan(snapshot)): TrainingClass[] {
  const latest = new Map<string, TrainingClass>();
  for (const row of snapshot.plan) {
    const found = classOf(row, planYear);
    if (!found) continue;
    const known = latest.get(plainName(found.name));
    if (!known || found.version > known.version || (found.version === known.version && found.key < known.key)) {
      latest.set(plainName(found.name), found);
    }
  }
  return [...latest.values()].sort(byDate);
}

/** The form in which class names are compared: width and blanks do not count. */
export function plainName(name: string): string {
  return name.normalize("NFKC").replace(/\s+/gu, "");
}

/** The cells of a row as the notice stated them. */
export function statedIn(row: PlanRow): StatedClass {
  return {
    name: row.name ?? "",
    months: row.statedMonths,
    deadline: row.statedDeadline,
    booking: row.statedBooking,
    reportIn: row.statedReportIn,
    study: row.statedStudy,
  };
}

/** Every rule of a run asks for the same classes; their cells are prose, and reading them takes longer than most rules. */
const readRows = new WeakMap<PlanRow, { readonly planYear: number; readonly found: TrainingClass | null }>();

/** One row as a class; null when it has no name or belongs to another year. A row without a year belongs to this one. */
export function classOf(row: PlanRow, planYear: number): TrainingClass | null {
  const known = readRows.get(row);
  if (known?.planYear === planYear) return known.found;
  const found = readRow(row, planYear);
  readRows.set(row, { planYear, found });
  return found;
}

function readRow(row: PlanRow, planYear: number): TrainingClass | null {
  const { name } = row;
  const year = wholeNumber(row.year) ?? planYear;
  if (name === null || year !== planYear) return null;
  const stated = normaliseClass(statedIn(row), year);
  return {
    key: row.key,
    year,
    version: wholeNumber(row.version) ?? 1,
    name,
    ...termsOf(row, stated),
    capacity: seatsIn(row.capacity),
    place: row.place,
    open: row.state !== CLASS_STATE.stopped,
  };
}

function termsOf(row: PlanRow, stated: NormalisedClass) {
  const days = {
    deadline: row.statedDeadline === null ? dayIn(row.deadline) : stated.deadline,
    bookingFrom: row.statedBooking === null ? dayIn(row.bookingFrom) : stated.bookingFrom,
    bookingTo: row.statedBooking === null ? dayIn(row.bookingTo) : stated.bookingTo,
    reportIn: row.statedReportIn === null ? dayIn(row.reportIn) : stated.reportIn,
    studyFrom: row.statedStudy === null ? dayIn(row.studyFrom) : stated.studyFrom,
    studyTo: row.statedStudy === null ? dayIn(row.studyTo) : stated.studyTo,
  };
  const months = row.statedMonths === null ? monthsIn(row.months) : stated.months;
  const kind: ClassKind = row.kind === CLASS_KIND.initial || row.kind === CLASS_KIND.retraining ? row.kind : stated.kind;
  return {
    ...days,
    kind,
    term: stated.term ?? wholeNumber(row.term),
    months,
    reportHours: row.statedReportIn === null ? row.reportHours : stated.reportHours,
  };
}

function yearOfPlan(snapshot: Pick<Snapshot, "plan" | "settings">): number {
  const setting = snapshot.settings.find((row) => row.item === SETTING_SPECS.planYear.item);
  const years = snapshot.plan.map((row) => wholeNumber(row.year) ?? 0);
  return wholeNumber(setting?.value ?? null) ?? Math.max(0, ...years);
}

/** 容量 as a number of seats: a whole number, or one with 人 or 座; `null` for an empty cell and for anything else. */
export function seatsIn(value: string | number | null): number | null {
  return typeof value === "number" && !Number.isInteger(value) ? null : wholeNumber(value);
}

/** 30, "30", "30人", "2024年": staff write units into number cells. Null for anything else, "不限" included. */
function wholeNumber(value: string | number | null): number | null {
  if (typeof value === "number") return Number.isFinite(value) && value >= 0 ? Math.floor(value) : null;
  const digits = /^\s*(\d{1,6})\s*(?:[人年版期个座]\s*)?$/u.exec(value?.normalize("NFKC") ?? "")?.[1];
  return digits === undefined ? null : Number(digits);
}

function dayIn(value: string | null): string | null {
  return isDay(value) ? value : null;
}

function monthsIn(value: string | null): number[] {
  const months = (value ?? "").split(/[、,，\s]+/u).map((part) => Number(part.replace(/月$/u, "")));
  return months.filter((month) => Number.isInteger(month) && month >= 1 && month <= 12);
}

function byDate(a: TrainingClass, b: TrainingClass): number {
  return (
    compare(a.studyFrom ?? "9", b.studyFrom ?? "9") ||
    compare(a.bookingTo ?? "9", b.bookingTo ?? "9") ||
    compare(plainName(a.name), plainName(b.name))
  );
}
