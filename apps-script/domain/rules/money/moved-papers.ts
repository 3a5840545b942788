import { PAPER_COLUMNS } from "../../schema/paper-columns";
import type { PapersRow } from "../../schema/papers";
import type { Enrolment } from "../../schema/roster";
import { rowWith } from "../../snapshot/by-key";
import type { Snapshot } from "../../snapshot/snapshot";
import { movesOf } from "./moves";

/** The papers that count for an enrolment, and the enrolments that some of them were handed in for. */
interface CountedPapers {
  readonly row: PapersRow | null;
  readonly from: readonly string[];
}

/**
 * What was handed in for the class that somebody left counts for the new one, wherever 资料 of the new one says nothing. No cell
 * is written: what staff find out about the new enrolment goes before it.
 */
export function countedPapers({ roster, papers }: Snapshot): (enrolment: Enrolment, own: PapersRow | null) => CountedPapers {
  const { from } = movesOf(roster);
  return ({ key }, own) => {
    const earlier = (from.get(key) ?? []).flatMap((left) => rowWith(papers, left.key) ?? []);
    const all = [...(own === null ? [] : [own]), ...earlier.reverse()];
    const [first] = all;
    if (first === undefined || earlier.length === 0) return { row: own, from: [] };
    const answers = PAPER_COLUMNS.map((column) => [column, all.find((row) => row[column] !== null)?.[column] ?? null]);
    return { row: { ...first, ...Object.fromEntries(answers) }, from: earlier.map((row) => row.key) };
  };
}
