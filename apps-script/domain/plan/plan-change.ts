import { compare } from "../changes/outcome";
import { CLASS_STATE } from "../schema/allowed";
import type { PlanRow } from "../schema/plan";
import { classOf, plainName, statedIn } from "./classes";
import {
  CLASS_NAME,
  type ClassTerms,
  type NormalisedClass,
  normaliseClass,
  numberedClass,
  type StatedCell,
  type StatedClass,
} from "./training-class";

/**
 * What a table of classes means for one class: `added` the workbook does not know it, `changed` it is stated otherwise than
 * its row says, `stopped` the notice calls it off, `same` nothing new, `stillStopped` stated as before although its row
 * says 停办, which staff or an earlier notice decided. `lost`: cells that the row has are empty here or cannot be read, so the
 * row stays. `alike`: the name is that of `row` with a word of a change beside it (延期), which may be that class or another.
 * `unknown`: called off, and not known. `waits`: new, with cells that nobody can read: it is asked about, and the others are taken.
 */
export type ClassFate =
  | { readonly kind: "added" | "unknown" | "waits"; readonly stated: StatedClass; readonly row: null }
  | { readonly kind: HeldFate; readonly stated: StatedClass; readonly row: PlanRow }
  | { readonly kind: "lost"; readonly stated: StatedClass; readonly row: PlanRow; readonly cells: readonly StatedCell[] };

type HeldFate = "changed" | "stopped" | "same" | "stillStopped" | "alike";

interface PlanChange {
  /** One a class of the table, in its order. */
  readonly fates: readonly ClassFate[];
  /** Classes of which the table says different things: none of that counts. */
  readonly repeated: readonly string[];
  /** Classes of the year that are held and that the table does not name: they stay as they are. */
  readonly unlisted: readonly PlanRow[];
}

/** Compares a table with the rows of a year. A table may hold the whole plan or the few classes that changed. */
export function planChange(rows: readonly PlanRow[], classes: readonly StatedClass[], year: number): PlanChange {
  const current = currentRows(rows, year);
  const named = new Map<string, StatedClass>();
  const repeated = new Map<string, string>();
  for (const stated of classes) {
    const which = whichClass(stated.name);
    if (named.has(which)) repeated.set(which, stated.name);
    named.set(which, stated);
  }
  const fates = [...named].flatMap(([which, stated]): ClassFate[] => {
    if (repeated.has(which)) return [];
    const row = current.get(which);
    return [row === undefined ? fateOfNew(stated, current, year) : fateOf(row, stated, year)];
  });
  const asked = new Set(fates.flatMap(({ kind, row }) => (kind === "alike" ? [row] : [])));
  const unlisted = [...current].flatMap(([which, row]) => (named.has(which) || isStopped(row) || asked.has(row) ? [] : [row]));
  return { fates, repeated: [...repeated.values()], unlisted: unlisted.sort((a, b) => a.at - b.at) };
}

/** 再培训班第三期, 再培训班第3期 and 再培训第三期 are one class; a name that says more than kind and number stands for itself. */
function whichClass(name: string): string {
  return numberedClass(name) ?? plainName(name);
}

/** Words beside a class name that speak of a change and do not tell one class from another. */
const CHANGE = /延|推迟|提前|改|调整|变更|更正|修订|补充|新/u;

/** The class of which a name may be another way of writing, where it says more than kind and number. */
export function namesakeOf(name: string): string | null {
  const inside = CLASS_NAME.exec(name.normalize("NFKC").replace(/\s/gu, ""))?.[0] ?? null;
  return inside === null || numberedClass(name) !== null ? null : numberedClass(inside);
}

function fateOfNew(stated: StatedClass, current: ReadonlyMap<string, PlanRow>, year: number): ClassFate {
  const row = current.get(namesakeOf(stated.name) ?? "");
  if (row !== undefined && CHANGE.test(stated.name.replace(CLASS_NAME, ""))) return { kind: "alike", stated, row };
  const isEmpty = CELLS.every((cell) => stated[cell] === null);
  if (stated.stopped && isEmpty) return { kind: "unknown", stated, row: null };
  return { kind: normaliseClass(stated, year).problems.length > 0 ? "waits" : "added", stated, row: null };
}

function fateOf(row: PlanRow, stated: StatedClass, year: number): ClassFate {
  const held = (kind: HeldFate): ClassFate => ({ kind, stated, row });
  if (stated.stopped) return held(isStopped(row) ? "same" : "stopped");
  if (saysTheSame(row, stated, year)) return held(isStopped(row) ? "stillStopped" : "same");
  const cells = lostCells(row, stated, year);
  return cells.length > 0 ? { kind: "lost", stated, row, cells } : held("changed");
}

const CELLS = ["months", "deadline", "booking", "reportIn", "study"] as const;

/** The cells that can be read in the row, and not in the table. */
function lostCells(row: PlanRow, stated: StatedClass, year: number): StatedCell[] {
  const [before, is] = [classOf(row, year), normaliseClass(stated, year)];
  const has = (terms: ClassTerms, cell: (typeof CELLS)[number]): boolean => {
    if (cell === "months") return terms.months.length > 0;
    if (cell === "booking") return terms.bookingTo !== null;
    return terms[cell === "study" ? "studyTo" : cell] !== null;
  };
  return before === null ? [] : CELLS.filter((cell) => has(before, cell) && !has(is, cell));
}

const isStopped = ({ state }: PlanRow): boolean => state === CLASS_STATE.stopped;

/** The latest version of each class of the year, by name; of two rows of one version the first. */
function currentRows(rows: readonly PlanRow[], year: number): ReadonlyMap<string, PlanRow> {
  const current = new Map<string, PlanRow>();
  for (const row of [...rows].sort((a, b) => compare(a.key, b.key))) {
    if (row.name === null || (row.year ?? year) !== year) continue;
    const known = current.get(whichClass(row.name));
    if (!known || Number(row.version ?? 1) > Number(known.version ?? 1)) current.set(whichClass(row.name), row);
  }
  return current;
}

/** Whether the words are the same, or mean the same days although they are written otherwise. */
function saysTheSame(row: PlanRow, stated: StatedClass, year: number): boolean {
  const before = statedIn(row);
  if (CELLS.every((cell) => plainName(before[cell] ?? "") === plainName(stated[cell] ?? ""))) return true;
  const [was, is] = [normaliseClass(before, year), normaliseClass(stated, year)];
  return was.problems.length + is.problems.length === 0 && JSON.stringify(was) === JSON.stringify(is);
}

/** Whether people who booked under the row's window also booked under this one. */
export function hasSameWindow(row: PlanRow, is: NormalisedClass, year: number): boolean {
  const was = normaliseClass(statedIn(row), year);
  const from = row.statedBooking === null ? row.bookingFrom : was.bookingFrom;
  const to = row.statedBooking === null ? row.bookingTo : was.bookingTo;
  return from === is.bookingFrom && to === is.bookingTo;
}
