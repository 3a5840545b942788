import { compare } from "../changes/outcome";
import { UnitDirectory } from "../merge/units";
import { canonicalUnit } from "../people/canonical";
import type { Enrolment } from "../schema/roster";
import type { Unit } from "../schema/tables";
import { kept } from "../snapshot/kept";
import { rowsAside } from "../snapshot/rows-aside";
import type { Snapshot } from "../snapshot/snapshot";
import { grouped } from "./row-numbers";

export type NamedUnit = Pick<Unit, "key" | "name" | "aliases"> & Partial<Pick<Unit, "status">>;

/** What the units of a workbook are called. */
interface UnitNamer {
  /** The one name of a unit, by its name or an alias, however width, blanks and brackets are written; else the text. */
  readonly nameFor: (written: string) => string;
  readonly directory: UnitDirectory;
}

/** The same for all who ask about a workbook, rows that are set aside included. */
export const unitNamer = kept(({ roster, repeated, units }: Pick<Snapshot, "roster" | "repeated" | "units">): UnitNamer => {
  return namerOf(units, [...roster, ...rowsAside(repeated, "roster")]);
});

/** Units as 单位 has them, and as they stand in 名册. */
export function unitReader<R extends Pick<Enrolment, "key" | "id" | "unit">>(roster: readonly R[], units: readonly NamedUnit[]) {
  const { nameFor, directory } = namerOf(units, roster);
  const people = grouped(roster, ({ unit }) => (unit === null ? "" : nameFor(unit)));
  const like = (text: string): readonly string[] => {
    const answer = directory.look(text);
    if (answer.kind === "known") return [answer.name];
    return answer.kind === "asked" ? answer.near : [];
  };
  return {
    like,
    isSame: (text: string, unit: string) => directory.relation(text, unit) === "same",
    isOf: ({ unit }: Pick<Enrolment, "unit">, text: string) => unit !== null && nameFor(unit) === nameFor(text),
    peopleOf: (unit: string) => people.get(nameFor(unit)) ?? [],
  };
}

function namerOf(units: readonly NamedUnit[], roster: readonly Pick<Enrolment, "unit">[]): UnitNamer {
  const sorted = [...units].sort((a, b) => compare(a.key, b.key));
  const directory = new UnitDirectory(sorted);
  const written = [...new Set(roster.flatMap(({ unit }) => unit ?? []))].sort(compare);
  for (const unit of written) if (directory.look(unit).kind === "new") directory.learn(unit);
  const byForm = new Map<string, string>();
  for (const name of [...sorted.flatMap((unit) => unit.name ?? []), ...written]) {
    const full = directory.nameFor(name);
    const form = canonicalUnit(full);
    if (!byForm.has(form)) byForm.set(form, full);
  }
  const known = new Map<string, string>();
  const nameFor = (text: string): string => {
    const found = known.get(text) ?? byForm.get(canonicalUnit(directory.nameFor(text))) ?? text;
    known.set(text, found);
    return found;
  };
  return { nameFor, directory };
}
