/** Makes something when it is first asked for, and keeps it: an index over the whole workbook that may not be needed. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
