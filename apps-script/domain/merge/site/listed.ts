/**
 * Of when the lists spoke that gave a row its values, by column: `booking@2024-03-12 10:30、bookedClass@2024-03-12`. By it an
 * older list never replaces what a newer one said, whatever the order in which they come.
 */
type Listed = ReadonlyMap<string, string>;

export function readListed(written: string | null): Listed {
  const entries = (written ?? "").split("、").map((part) => part.split("@"));
  return new Map(entries.flatMap(([column, asOf]) => (column && asOf ? [[column, asOf] as const] : [])));
}

export function writeListed(listed: Listed): string | null {
  const entries = [...listed].sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([column, asOf]) => `${column}@${asOf}`).join("、") || null;
}

/** The moment of which the list spoke that said so; null where no list did. */
export function listedOn(written: string | null, column: string): string | null {
  return readListed(written).get(column) ?? null;
}
