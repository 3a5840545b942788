/** Things by a place of theirs, each group in their order; those whose place is `null` are in none. */
export function groupedBy<T>(things: readonly T[], placeOf: (thing: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const place = placeOf(thing);
    if (place === null) continue;
    const group = groups.get(place);
    if (group === undefined) groups.set(place, [thing]);
    else group.push(thing);
  }
  return groups;
}
