import { compare } from "../../changes/outcome";
import { postOf } from "../../people/aliases";
import { foldWidth } from "../../people/canonical";
import { documentKey } from "../../people/same-person";
import { ENROLMENT, MONEY_ANSWERS } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import { groupedBy } from "../../snapshot/grouped-by";
import { kept } from "../../snapshot/kept";
import { textOf } from "../../snapshot/value";
import { hasPassed, isWithdrawn } from "../standing";

/**
 * Where a person's change of class led: 转班 closes an enrolment, and the new class has one of its own. What was paid,
 * handed in and issued goes along by being counted there; nothing is rewritten.
 */
export interface Moves {
  /** The enrolment that took the place of one, by the key of the one that was left. */
  readonly to: ReadonlyMap<string, string>;
  /** The enrolments that led to one, by its key, lowest number first. */
  readonly from: ReadonlyMap<string, readonly Enrolment[]>;
  /** Left, and each of several enrolments may have taken its place: staff are asked. */
  readonly unclear: ReadonlyMap<string, readonly Enrolment[]>;
}

export const isMoved = ({ state }: Pick<Enrolment, "state">): boolean => state === ENROLMENT.moved;

/** The columns that moves are known by; a rule that asks for them declares these. */
export const MOVE_READS = ["person", "idNumber", "post", "exam", "state", "moneyAnswer"] as const;

/** `isLeft` says which enrolments are left for another one; they are told apart by 报名编号, which only goes up. */
export function movesOf(roster: readonly Enrolment[], isLeft: (row: Enrolment) => boolean = isMoved): Moves {
  const next = new Map<string, string>();
  const unclear = new Map<string, readonly Enrolment[]>();
  const groups = roster.some(isLeft) ? personsPosts(roster) : [];
  for (const group of groups) {
    for (const row of group.filter(isLeft)) {
      const found = successorsOf(row, group);
      const [only] = found;
      if (found.length === 1 && only !== undefined) next.set(row.key, only.key);
      else if (found.length > 1) unclear.set(row.key, found);
    }
  }
  return { ...followed(roster, next), unclear };
}

function followed(roster: readonly Enrolment[], next: ReadonlyMap<string, string>): Pick<Moves, "to" | "from"> {
  const to = new Map<string, string>();
  const from = new Map<string, Enrolment[]>();
  for (const row of next.size === 0 ? [] : [...roster].sort((a, b) => compare(a.key, b.key))) {
    let last = next.get(row.key);
    if (last === undefined) continue;
    for (let on = next.get(last); on !== undefined; on = next.get(last)) last = on;
    to.set(row.key, last);
    from.set(last, [...(from.get(last) ?? []), row]);
  }
  return { to, from };
}

/**
 * What may have taken the place of an enrolment: of those made later the one that was carried through or settled, else the
 * live ones, else the one that was given up as well; else a live one made before it. A credit only waits for later ones.
 */
function successorsOf(row: Enrolment, group: readonly Enrolment[]): readonly Enrolment[] {
  const others = group.filter((other) => other.key !== row.key && !isMoved(other));
  const later = others.filter((other) => compare(other.key, row.key) > 0);
  const over = later.find((other) => hasPassed(other) || (isMoved(row) && isWithdrawn(other) && isAnswered(other)));
  if (over !== undefined) return [over];
  const live = later.filter((other) => !isWithdrawn(other));
  if (live.length > 0 || !isMoved(row)) return live;
  const earlier = others.filter((other) => compare(other.key, row.key) < 0 && !isWithdrawn(other));
  const liveBefore = earlier.filter((other) => !hasPassed(other));
  return firstFilled(later.slice(0, 1), liveBefore, earlier.slice(-1));
}

const firstFilled = (...lists: readonly (readonly Enrolment[])[]): readonly Enrolment[] =>
  lists.find((list) => list.length > 0) ?? [];

const isAnswered = ({ moneyAnswer }: Enrolment): boolean => MONEY_ANSWERS.some((answer) => answer === moneyAnswer);

/** The enrolments of one person and post together, those with others alone, each group by number. */
export function personsPosts(roster: readonly Enrolment[]): readonly (readonly Enrolment[])[] {
  const personOf = personFinder(roster);
  const groups = groupedBy(roster, (row) => {
    const person = personOf(row);
    return person === null ? null : `${person}\n${postForm(row)}`;
  });
  return [...groups.values()].filter(({ length }) => length > 1).map((group) => group.sort((a, b) => compare(a.key, b.key)));
}

type Known = Pick<Enrolment, "key" | "person" | "idNumber">;

/** Who an enrolment is of: 人员编号, also through another row with the same id, else the id; `null` when nothing tells. */
export function personFinder(roster: readonly Known[]): (row: Known) => string | null {
  const numbers = new Map<string, string>();
  for (const row of [...roster].sort((a, b) => compare(a.key, b.key))) {
    const id = documentKey(row);
    const person = textOf(row.person);
    if (id !== null && person !== "" && !numbers.has(id)) numbers.set(id, person);
  }
  return (row) => {
    const id = documentKey(row);
    return textOf(row.person) || (id === null ? null : (numbers.get(id) ?? `id ${id}`));
  };
}

export const postForm = kept(({ post: written }: Pick<Enrolment, "post">): string => {
  const post = postOf(textOf(written));
  return post !== null && "post" in post ? post.post : foldWidth(textOf(written));
});
