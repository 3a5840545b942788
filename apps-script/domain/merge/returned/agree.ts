import { UNIT_COLUMNS, type UnitValues } from "../../schema/unit-columns";
import type { ReturnedIntake } from "./intake";
import type { Taking, TakingHead } from "./taking";

/** Stands for the generation of a file of which it is not known; no file is of it. */
const UNKNOWN_GENERATION = 0;

/**
 * Advances 底稿 to what the file says, taken and refused alike, so that the same file again is no news. A row is written only
 * for a person of whom it says something new.
 */
export function agreeOn(taking: Taking, { exchange, unit, generation }: TakingHead, { bases, out }: ReturnedIntake): void {
  const next = bases.nextGeneration(exchange);
  let isNew = false;
  for (const [enrolment, { values, base }] of taking.agreed) {
    const last = bases.agreed(exchange, next, enrolment);
    if (last && isSame(last.values, values) && base !== null && isSame(base.values, values)) continue;
    bases.advance(out, exchange, unit, enrolment, values, generation ?? UNKNOWN_GENERATION);
    isNew = true;
  }
  if (isNew) bases.seen(exchange, next);
}

function isSame(a: UnitValues, b: UnitValues): boolean {
  return UNIT_COLUMNS.every((column) => a[column] === b[column]);
}
