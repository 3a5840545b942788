import { compare } from "../changes/outcome";
import { UnitDirectory } from "../merge/units";
import { canonicalUnit } from "../people/canonical";
import type { Enrolment } from "../schema/roster";
import type { Unit } from "../schema/tables";
import { grouped } from "./row-numbers";

export type NamedUnit = Pick<Unit, "key" | "name" | "aliases"> & Partial<Pick<Unit, "status">>;

/** Units as 单位 has them, and as they stand in 名册. */
export function unitReader<R extends Pick<Enrolment, "key" | "id" | "unit">>(roster: readonly R[], units: readonly NamedUnit[]) {
  const sorted = [...units].sort((a, b) => compare(a.key, b.key));
  const directory = new UnitDirectory(sorted);
  const written = new Set(roster.flatMap(({ unit }) => (unit === null ? [] : [unit])));
  for (const unit of [...written].sort(compare)) if (directory.look(unit).kind === "new") directory.learn(unit);
  const formOf = (unit: string): string => canonicalUnit(directory.nameFor(unit));
  const people = grouped(roster, ({ unit }) => (unit === null ? "" : formOf(unit)));
  const like = (text: string): readonly string[] => {
    const answer = directory.look(text);
    if (answer.kind === "known") return [answer.name];
    return answer.kind === "asked" ? answer.near : [];
  };
  return {
    like,
    isSame: (text: string, unit: string) => directory.relation(text, unit) === "same",
    isOf: ({ unit }: Pick<Enrolment, "unit">, text: string) => unit !== null && formOf(unit) === formOf(text),
    peopleOf: (unit: string) => people.get(formOf(unit)) ?? [],
  };
}
