import { compare } from "../changes/outcome";
import { hasEnded, isTrained } from "../rules/standing";
import type { Enrolment } from "../schema/roster";
import { groupedBy } from "../snapshot/grouped-by";
import { plainName } from "./classes";

/** Who of a unit is in a class. */
export interface TouchedUnit {
  /** As 名册 has it; `null` for people without one. */
  readonly unit: string | null;
  readonly names: readonly string[];
}

/**
 * Whom a change of a class concerns: who is in it by 班级, 锁定班级 or 省厅预约班级, or pre-registered for it and has no class yet. Who
 * ended or was trained already is left out.
 */
export function touchedRows(roster: readonly Enrolment[], name: string): readonly Enrolment[] {
  const wanted = plainName(name);
  const isIt = (written: string | null) => written !== null && plainName(written) === wanted;
  return [...roster]
    .sort((a, b) => compare(a.key, b.key))
    .filter((row) => {
      if (hasEnded(row) || isTrained(row)) return false;
      return [row.class, row.lockedClass, row.bookedClass].some(isIt) || (row.class === null && isIt(row.preRegisteredClass));
    });
}

/** The same by unit. */
export function touchedPeople(roster: readonly Enrolment[], name: string): readonly TouchedUnit[] {
  return [...groupedBy(touchedRows(roster, name), (row) => row.unit ?? "")]
    .sort(([a], [b]) => compare(a, b))
    .map(([unit, rows]) => ({ unit: unit === "" ? null : unit, names: rows.map((row) => row.name ?? row.key) }));
}
