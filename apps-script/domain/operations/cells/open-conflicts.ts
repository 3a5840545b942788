import type { ConflictRow } from "../../merge/returned/conflict-book";
import { once } from "../../naming/once";
import { unitReader } from "../../naming/unit-names";
import { foldWidth } from "../../people/canonical";
import type { Snapshot } from "../../snapshot/snapshot";
import { textOf } from "../../snapshot/value";

/** Whose conflicts are whose: of a unit by the people who are in it now, of a file by its name, with or without its mark. */
export function openConflicts(snapshot: Pick<Snapshot, "roster" | "units">) {
  const units = once(() => unitReader(snapshot.roster, snapshot.units));
  const members = new Map<string, ReadonlySet<string>>();
  const membersOf = (unit: string): ReadonlySet<string> => {
    const known =
      members.get(unit) ??
      new Set(
        units()
          .peopleOf(unit)
          .map(({ key }) => key),
      );
    members.set(unit, known);
    return known;
  };
  return {
    isOfUnit: ({ enrolment, unit }: ConflictRow, name: string): boolean =>
      membersOf(name).has(textOf(enrolment)) || unit === name,
    isOfSource: ({ source }: ConflictRow, written: string): boolean => {
      const [whole, wanted] = [foldWidth(textOf(source)), foldWidth(written)];
      return wanted !== "" && (whole === wanted || whole.replace(/#[^#]*$/u, "") === wanted);
    },
  };
}
