import { type Day, isDay } from "../days/civil-day";
import { KIND } from "../schema/allowed";
import type { Value } from "../snapshot/value";

/**
 * What 申报类型 an enrolment without one may be of, by its 证件有效期 (the notice, 二): holders of a valid certificate retrain, who
 * has none is trained anew. A proposal for staff, never written: a lapsed certificate, and one whose day nobody can read,
 * are asked about.
 */
export type KindByExpiry = typeof KIND.retraining | typeof KIND.initial | "lapsed" | "unclear";

export function kindByExpiry(validUntil: Value, today: Day): KindByExpiry {
  if (validUntil === null) return KIND.initial;
  if (!isDay(validUntil)) return "unclear";
  return validUntil >= today ? KIND.retraining : "lapsed";
}
