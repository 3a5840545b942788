import { canonicalUnit } from "../people/canonical";
import { unitsInUse } from "../people/units-in-use";
import type { Unit } from "../schema/tables";
import { nearOnes } from "./near-names";

type Listed = Pick<Unit, "name" | "status">;

const MOST = 5;
const namesOf = (units: readonly Listed[]): readonly string[] => unitsInUse(units).flatMap(({ name }) => name ?? []);

/** The units whose name is one slip away from what was written. */
export function nearUnits(written: string, units: readonly Listed[]): readonly string[] {
  return nearOnes(canonicalUnit(written), namesOf(units), (name) => [canonicalUnit(name)]);
}

/** The units in whose name it stands, else those whose name is one slip away. */
export function unitsHolding(written: string, units: readonly Listed[]): readonly string[] {
  const form = canonicalUnit(written);
  const holding = form.length > 1 ? namesOf(units).filter((name) => canonicalUnit(name).includes(form)) : [];
  return holding.length > 0 ? holding.slice(0, MOST) : nearUnits(written, units);
}
