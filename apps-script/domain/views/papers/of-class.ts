import type { TrainingClass } from "../../plan/training-class";
import { ROSTER } from "../../schema/roster";
import type { Snapshot } from "../../snapshot/snapshot";
import { byUnit, classPeople, type Listed } from "../everybody";

export const ON_CLASS = { title: ROSTER.columns.class.title };

/** A class that the question has found, with everybody who holds a seat, by unit and number. */
export function paperOfClass(
  snapshot: Snapshot,
  name: string,
): { readonly one: TrainingClass; readonly people: readonly Listed[] } {
  const { classes, of } = classPeople(snapshot);
  const one = classes.named(name);
  if (one === null) throw new Error(`no class ${name}`);
  return { one, people: [...of(one)].sort(byUnit) };
}
