import { MERGED_INTO } from "../schema/allowed";
import type { Unit } from "../schema/tables";

/** The rows of 单位 that stand for a unit of their own: the name of one that was merged into another is an alias of that one. */
export function unitsInUse<U extends Partial<Pick<Unit, "status">>>(units: readonly U[]): readonly U[] {
  return units.filter(({ status }) => !(status ?? "").startsWith(MERGED_INTO));
}
