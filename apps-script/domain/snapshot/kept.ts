/**
 * Works something out of a thing once, and keeps it as long as the thing is there. The thing never changes: a row, the rows of a
 * table, a tab as it was read. A run makes new ones of what it changes and hands on all others, so in a process that holds
 * the workbook only what changed is worked out anew.
 *
 * @example const nameForm = kept((row: Enrolment) => canonicalName(textOf(row.name)))
 */
export function kept<T extends object, V>(make: (of: T) => V): (of: T) => V {
  const known = new WeakMap<T, { readonly value: V }>();
  return (of) => {
    const found = known.get(of);
    if (found) return found.value;
    const value = make(of);
    known.set(of, { value });
    return value;
  };
}

/**
 * The same for the rows of a table, where all that counts stands in these columns: it goes on for the next rows as long as they say
 * the same there, place by place. What is made must name rows by key or place, since the rows themselves are others then.
 *
 * @example const placesByKey = keptWhile(["key"], (rows: readonly Enrolment[]) => new Map(rows.map(({ key }, place) => [key, place])))
 */
export function keptWhile<R extends object, V>(
  columns: readonly (keyof R)[],
  make: (rows: readonly R[]) => V,
): (rows: readonly R[]) => V {
  const known = new WeakMap<readonly R[], Made<V>>();
  let recent: readonly { readonly rows: readonly R[]; readonly made: Made<V> }[] = [];
  return (rows) => {
    const found = known.get(rows);
    if (found) return found.value;
    const same = recent.find((one) => saysTheSame(columns, rows, one.rows));
    const made = same?.made ?? { value: make(rows) };
    known.set(rows, made);
    recent = [{ rows, made }, ...recent.filter((one) => one !== same)].slice(0, MOST_RECENT);
    return made.value;
  };
}

interface Made<V> {
  readonly value: V;
}

/** Tables that are asked about in turn. */
const MOST_RECENT = 8;

function saysTheSame<R extends object>(columns: readonly (keyof R)[], rows: readonly R[], others: readonly R[]): boolean {
  if (rows.length !== others.length) return false;
  return rows.every((row, place) => {
    const other = others[place];
    return row === other || (other !== undefined && columns.every((column) => row[column] === other[column]));
  });
}
