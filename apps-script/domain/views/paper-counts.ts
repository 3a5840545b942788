import type { Context } from "../rules/context";
import { paperStates } from "../rules/paper-states";
import { PAPER_COLUMNS, type PaperColumn } from "../schema/paper-columns";
import { PAPERS } from "../schema/papers";
import type { Snapshot } from "../snapshot/snapshot";
import { countOf, type Listed } from "./everybody";
import type { Count, NamedCount } from "./lines";

/** Who has all papers, who is short, and of what. Who has ended is in neither. */
export interface PaperCounts {
  readonly complete: Count;
  readonly short: Count;
  /** By title of 资料's column, in its order. */
  readonly byPaper: readonly NamedCount[];
}

/** @returns the counts, and those who are short */
export function paperCounts(
  people: readonly Listed[],
  snapshot: Snapshot,
  context: Context,
): { readonly counts: PaperCounts; readonly short: readonly Listed[] } {
  const stateOf = paperStates(snapshot, context);
  const complete: Listed[] = [];
  const short: Listed[] = [];
  const lacking = new Map<PaperColumn, Listed[]>();
  for (const listed of people) {
    const state = listed.isRepeated ? null : stateOf(listed.row);
    if (state === null) continue;
    const { columns } = state.shortage;
    (columns.length === 0 ? complete : short).push(listed);
    for (const column of columns) {
      const group = lacking.get(column);
      if (group === undefined) lacking.set(column, [listed]);
      else group.push(listed);
    }
  }
  const byPaper = PAPER_COLUMNS.flatMap((column): NamedCount[] => {
    const group = lacking.get(column);
    return group ? [{ name: PAPERS.columns[column].title, ...countOf(group) }] : [];
  });
  return { counts: { complete: countOf(complete), short: countOf(short), byPaper }, short };
}
