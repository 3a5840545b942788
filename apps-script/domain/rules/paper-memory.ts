import { digestOf } from "../changes/change-set";
import { compare, type OutcomeBuilder } from "../changes/outcome";
import { UnitSpellings } from "../exchange/sent-units";
import { once } from "../naming/once";
import { isHandedIn } from "../people/aliases";
import { canonicalId, canonicalMobile, foldWidth } from "../people/canonical";
import { BOOKING } from "../schema/allowed";
import type { PapersRow } from "../schema/papers";
import { type Enrolment, ROSTER } from "../schema/roster";
import type { Snapshot } from "../snapshot/snapshot";
import type { PapersCode } from "../wording/papers";
import * as say from "../wording/papers";
import { whoIs } from "../wording/roster";
import { type ClassFinder, classFinder } from "./class-finder";
import type { Context } from "./context";
import { readAnswer } from "./paper-answers";
import { isBooked } from "./standing";

/**
 * What 资料 remembers of an enrolment in two hidden columns, so that a later change can be told from what was always so:
 * `formUnit` is 工作单位 when the 推荐表 was accepted, whose seal is of that unit (the notice, step 2 ③); `bookedAs` are digests of
 * 证件号 and 手机号 when the province had a booking, which can't be changed there ("证件号、手机号信息不可修改"). It is kept by
 * the action, and by a list that brings a booking: a file read in right after it may bring another number. What people type
 * between two runs, one after the other, is seen as it stands at the second: a booking and another number typed in one
 * sitting are taken for what was booked, and what was typed back is no change.
 */
type Memory = Pick<PapersRow, "formUnit" | "bookedAs">;

const NOTHING: Memory = { formUnit: null, bookedAs: null };
/** In the place of a digest: there was no such number to remember. */
const UNKNOWN = "-";
/** Of a digest: enough to see a change by, and too few to find the number by. They weigh in every run that first sees them. */
const DIGITS = 6;
const REMEMBERED = [
  { column: "idNumber", form: canonicalId },
  { column: "mobile", form: canonicalMobile },
] as const;

/** What is remembered from now on. A number that was filled in since is taken in; one that was taken out stays known. */
export function memoryOf(enrolment: Enrolment, row: PapersRow | null, isApproved: boolean): Memory {
  const known = row ?? NOTHING;
  const formUnit = isFormAccepted(row, isApproved) ? (known.formUnit ?? enrolment.unit) : null;
  if (isBooked(enrolment)) return { formUnit, bookedAs: remembered(enrolment, known.bookedAs) };
  return { formUnit, bookedAs: enrolment.booking === BOOKING.refused ? known.bookedAs : null };
}

/** Keeps the memory of some enrolments; 资料 of one that has no row yet gets it. */
export function remember(out: OutcomeBuilder, { roster, papers, repeated }: Snapshot, keys: ReadonlySet<string>): void {
  const rows = new Map(papers.map((row) => [row.key, row]));
  const aside = new Set(repeated.flatMap(({ table, key }) => (table === "papers" ? [key] : [])));
  const known = roster.filter(({ id, key }) => id !== null && keys.has(key) && !aside.has(key));
  for (const enrolment of known.sort((a, b) => compare(a.key, b.key))) {
    const row = rows.get(enrolment.key) ?? null;
    const memory = memoryOf(enrolment, row, enrolment.booking === BOOKING.passed);
    if (row !== null) keepMemory(out, row, memory);
    else if (memory.bookedAs !== null) out.add("papers", papersRow(enrolment, memory), say.newPapersRow);
  }
}

export function keepMemory(out: OutcomeBuilder, row: PapersRow, { formUnit, bookedAs }: Memory): void {
  out.set("papers", row, "formUnit", formUnit, say.remembersReason);
  out.set("papers", row, "bookedAs", bookedAs, say.remembersReason);
}

/** The row of 资料 of an enrolment that had none. */
export function papersRow({ key, name, unit }: Enrolment, memory: Memory) {
  return { id: key, name, unit, ...memory };
}

/** 已交, or an empty cell that the province's approval settles. A form that is found wanting is on its way to be made anew. */
function isFormAccepted(row: PapersRow | null, isApproved: boolean): boolean {
  const form = row?.uploadForm ?? null;
  const answers = [form, row?.formSeal ?? null, row?.formSealUnit ?? null];
  if (answers.some((answer) => readAnswer(answer).kind === "failed")) return false;
  return form === null ? isApproved : isHandedIn(foldWidth(form));
}

function remembered(enrolment: Enrolment, known: string | null): string | null {
  const before = (known ?? "").split(".");
  const digests = REMEMBERED.map(({ column, form }, place) => {
    const digest = before[place] ?? UNKNOWN;
    return digest === UNKNOWN || digest === "" ? digestFor(enrolment[column], form) : digest;
  });
  return digests.every((digest) => digest === UNKNOWN) ? null : digests.join(".");
}

function digestFor(value: Enrolment["mobile"], form: (text: string) => string): string {
  return typeof value === "string" && form(value) !== "" ? digestOf(form(value)).slice(0, DIGITS) : UNKNOWN;
}

/** Tells what is otherwise than remembered. Ended enrolments are left out by the caller. */
export class ChangedSince {
  private readonly classes: ClassFinder;
  private readonly units: () => UnitSpellings;

  constructor(
    private readonly out: OutcomeBuilder<PapersCode>,
    snapshot: Snapshot,
    private readonly context: Context,
  ) {
    this.classes = classFinder(snapshot);
    this.units = once(() => new UnitSpellings(snapshot.units));
  }

  tell(enrolment: Enrolment, { formUnit, bookedAs }: Memory): void {
    if (formUnit !== null && enrolment.unit !== null && !this.isReportDay(enrolment) && !this.isOne(formUnit, enrolment.unit)) {
      this.out.find("D04", "roster", enrolment.key, "unit", say.unitChangedSince(whoIs(enrolment), formUnit, enrolment.unit));
    }
    const changed = changedNumbers(enrolment, bookedAs);
    const [first] = changed;
    if (first === undefined) return;
    const titles = changed.map((column) => ROSTER.columns[column].title);
    this.out.find("D05", "roster", enrolment.key, first, say.numbersChangedSince(whoIs(enrolment), titles));
  }

  /** From that day on the papers lie on the desk. */
  private isReportDay(enrolment: Enrolment): boolean {
    const reportIn = this.classes.of(enrolment)?.reportIn ?? null;
    return enrolment.reportedInOn !== null || (reportIn !== null && this.context.today >= reportIn);
  }

  /** Two spellings of one unit are no change, nor is a unit that was renamed and keeps its old name as an alias. */
  private isOne(before: string, now: string): boolean {
    if (before === now) return true;
    const [was, is] = [this.units().owner(before), this.units().owner(now)];
    return was.kind === "one" && is.kind === "one" && was.unit === is.unit;
  }
}

function changedNumbers(enrolment: Enrolment, bookedAs: string | null): ("idNumber" | "mobile")[] {
  if (bookedAs === null) return [];
  const known = bookedAs.split(".");
  return REMEMBERED.flatMap(({ column, form }, place) => {
    const [before = UNKNOWN, now] = [known[place], digestFor(enrolment[column], form)];
    return before === UNKNOWN || now === UNKNOWN || before === now ? [] : [column];
  });
}
