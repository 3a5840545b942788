import type { PapersRow } from "../schema/papers";
import type { Enrolment } from "../schema/roster";
import { kept } from "./kept";
import type { AnyRow } from "./snapshot";

const byKey = <R extends { readonly key: string }>() =>
  kept((rows: readonly R[]): ReadonlyMap<string, R> => new Map(rows.map((row) => [row.key, row])));

/** The rows of a table by their keys, made once for a table as it stands. */
export const rowsByKey = byKey<AnyRow>();
export const enrolmentsByKey = byKey<Enrolment>();
export const papersByKey = byKey<PapersRow>();
