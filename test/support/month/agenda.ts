/** What one clerk does at one go: an operation, what it is given (`each`: so much money for each), and the people that it is about. */
export interface Errand {
  readonly id: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly people: string[];
}

/** What an operation is given; so much for each person is one amount. */
export function givenTo({ given: { each, ...plain }, people }: Errand): Readonly<Record<string, unknown>> {
  const amount = typeof each === "number" ? { amount: each * people.length } : {};
  return { ...plain, ...amount, ...(people.length > 0 ? { people } : {}) };
}

/** What is to be done on which day; the same thing for several people is done at one go. */
export class Agenda {
  private readonly days = new Map<string, Map<string, Errand>>();

  /** `people` of none: the operation is about a class or a unit. */
  put(day: string, id: string, given: Readonly<Record<string, unknown>>, person?: string): void {
    const errands = this.days.get(day) ?? new Map<string, Errand>();
    this.days.set(day, errands);
    const name = JSON.stringify([id, given]);
    const errand = errands.get(name) ?? { id, given, people: [] };
    errands.set(name, errand);
    if (person !== undefined) errand.people.push(person);
  }

  of(day: string): readonly Errand[] {
    return [...(this.days.get(day)?.values() ?? [])];
  }
}
