import type { ChangeSet } from "../../domain/changes/change-set";
import { isNumbering } from "../../domain/changes/combine";
import type { Prepared } from "../../domain/operations/operation";
import type { Snapshot } from "../../domain/snapshot/snapshot";

/** Somebody for whom a proposal does something, or who was left out of it. */
export interface Choice {
  /** 报名编号. */
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly isLeftOut: boolean;
}

/** Whom staff leave out, by number, and who that was when they did: a number that was only proposed may be another's by now. */
export type Leaving = ReadonlyMap<string, Choice>;

/** Everybody who can be left out, and those who are, by number. */
export function choicesIn({ choices, changes }: Prepared, leaving: Leaving, roster: Snapshot["roster"]): readonly Choice[] {
  const rowOf = rowFinder(changes, roster);
  const known = [...new Set([...choices, ...leaving.keys()])].sort();
  return known.flatMap((key) => {
    const row = rowOf(key);
    return row ? [{ key, name: row.name ?? "", unit: row.unit ?? "", isLeftOut: leaving.has(key) }] : [];
  });
}

/** Those who are still the same people. */
export function stillThere(leaving: Leaving, { changes }: Prepared, roster: Snapshot["roster"]): Leaving {
  const rowOf = rowFinder(changes, roster);
  const isSame = ([key, { name, unit }]: readonly [string, Choice]): boolean => {
    const row = rowOf(key);
    return row !== undefined && (row.name ?? "") === name && (row.unit ?? "") === unit;
  };
  return new Map([...leaving].filter(isSame));
}

/** Rows by number, also by one that they are only about to get. */
function rowFinder({ cells }: ChangeSet, roster: Snapshot["roster"]) {
  const rows = new Map(roster.map((row) => [row.key, row]));
  const numbered = cells.filter((cell) => cell.table === "roster" && isNumbering(cell));
  const placeOf = new Map(numbered.map(({ row, after }) => [String(after), row]));
  return (key: string) => rows.get(placeOf.get(key) ?? key);
}
