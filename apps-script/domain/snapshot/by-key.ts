import { keptWhile } from "./kept";

type Keyed = { readonly key: string };

/** Where the row of each key stands among the rows of a table. */
export const placesByKey = keptWhile(
  ["key"],
  (rows: readonly Keyed[]): ReadonlyMap<string, number> => new Map(rows.map(({ key }, place) => [key, place])),
);

/** The row of a key; `null` when there is none. */
export function rowWith<R extends Keyed>(rows: readonly R[], key: string): R | null {
  const place = placesByKey(rows).get(key);
  return place === undefined ? null : (rows[place] ?? null);
}
