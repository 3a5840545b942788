/**
 * The greatest number of people that can be seated, by augmenting paths over single seats: slow and plain, to compare with.
 * `choices[i]` are the classes of person i, `seats` the free seats of each class.
 */
export function mostPlaced(choices: readonly (readonly string[])[], seats: ReadonlyMap<string, number>): number {
  const sitting = new Map<string, number[]>();
  const place = (person: number, tried: Set<string>): boolean => {
    for (const name of choices[person] ?? []) {
      if (tried.has(name)) continue;
      tried.add(name);
      const people = sitting.get(name) ?? [];
      sitting.set(name, people);
      if (people.length < (seats.get(name) ?? 0)) {
        people.push(person);
        return true;
      }
      const index = people.findIndex((other) => place(other, tried));
      if (index >= 0) {
        people[index] = person;
        return true;
      }
    }
    return false;
  };
  return choices.filter((_, person) => place(person, new Set())).length;
}
