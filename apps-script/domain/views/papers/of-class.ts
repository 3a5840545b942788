import type { TrainingClass } from "../../plan/training-class";
import type { Context } from "../../rules/context";
import { holdsSeat } from "../../rules/standing";
import { ROSTER } from "../../schema/roster";
import type { Snapshot } from "../../snapshot/snapshot";
import { textOf } from "../../snapshot/value";
import * as say from "../../wording/printed";
import { byUnit, classPeople, everybody, type Listed } from "../everybody";

export const ON_CLASS = { title: ROSTER.columns.class.title };

interface PaperOfClass {
  /** With the place of 设置 where the plan names none. */
  readonly one: TrainingClass;
  /** Everybody who holds a seat, by unit and number. */
  readonly people: readonly Listed[];
  /** Who stands in the class and gave the seat up, in sentences. */
  readonly withdrawn: readonly string[];
}

/** A class that the question has found, with its people, or those of them who are asked for. */
export function paperOfClass(
  snapshot: Snapshot,
  { settings }: Context,
  name: string,
  isAsked: (listed: Listed) => boolean = () => true,
): PaperOfClass {
  const { classes, of } = classPeople(snapshot);
  const one = classes.named(name);
  if (one === null) throw new Error(`no class ${name}`);
  const isGone = ({ row }: Listed): boolean => !holdsSeat(row) && classes.named(row.class)?.key === one.key;
  const gone = everybody(snapshot).filter((listed) => isGone(listed) && isAsked(listed));
  return {
    one: { ...one, place: one.place ?? settings.place },
    people: of(one).filter(isAsked).sort(byUnit),
    withdrawn: leftOutBy(gone, ({ row }) => textOf(row.state)),
  };
}

/** Who is not on a paper, a sentence for each reason, in the order in which the reasons come up. */
export function leftOutBy(people: readonly Listed[], why: (listed: Listed) => string): string[] {
  const groups = new Map<string, string[]>();
  for (const listed of people) {
    const names = groups.get(why(listed)) ?? [];
    groups.set(why(listed), [...names, say.whoOf(listed.row)]);
  }
  return [...groups].map(([reason, names]) => say.notListed(reason, names));
}

/** Those of a list who stand on a paper, and the others in sentences. `why` is `null` of who is on it. */
export function sortedOut(
  people: readonly Listed[],
  why: (listed: Listed) => string | null,
): { readonly listed: readonly Listed[]; readonly leftOut: readonly string[] } {
  const listed = people.filter((one) => why(one) === null);
  const others = people.filter((one) => why(one) !== null);
  return { listed, leftOut: leftOutBy(others, (one) => why(one) ?? "") };
}
