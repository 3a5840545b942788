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
