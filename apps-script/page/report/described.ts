import type { ChangeSet } from "../../domain/changes/change-set";
import type { Finding } from "../../domain/changes/finding";
import type { Done } from "../../domain/operations/define-operation";
import type { Prepared } from "../../domain/operations/operation";
import type { ValueOf } from "../../domain/serving/calls";
import { differences } from "./differences";
import { changeLists, summaryLists } from "./lists";
import { type Findings, findingsOf, keptNotes } from "./notes";
import { cellLists, toldOf } from "./told";
import type { Choice, FactList, NoteList, RowLists, Told } from "./view";
import type { Who } from "./who";

export type Size = Extract<ValueOf<"commit">, { readonly state: "written" }>["size"];

/**
 * What people are told of a decision, before and after it is written. It is made where the decision is, so that of many changes
 * only what is shown comes to the page.
 */
export interface Described {
  readonly size: Size;
  readonly isNothing: boolean;
  /** Who can be left out, and who is; empty where all is one decision. */
  readonly choices: readonly Choice[];
  /** What a form's operation tells besides `choices`, and all that it tells. */
  readonly told: { readonly besides: Told | null; readonly all: Told | null };
  readonly lists: readonly FactList[];
  readonly rows: RowLists;
  /** Against the decision whose place it takes. */
  readonly differences: readonly FactList[];
  readonly kept: NoteList | null;
  readonly notes: Findings;
  /** All findings, as JSON: many thousands are one text on their way to the page, and mostly nobody reads it there. */
  readonly findings: string;
}

interface Decision {
  readonly prepared: Pick<Prepared, "changes" | "kept" | "isNothing">;
  readonly done: Done | null;
  readonly choices: readonly Choice[];
  readonly who: Who;
}

export function describe({ prepared, done, choices: all, who }: Decision, since: ChangeSet | null): Described {
  const { changes, kept, isNothing } = prepared;
  const { cells, rows, blanked, findings } = changes;
  const choices = isOffered(all, done) ? all : [];
  return {
    ...{ size: { cells: cells.length, rows: rows.length, blanked: blanked.length }, isNothing, choices },
    told: {
      besides: done && toldOf(done, new Set(choices.map(({ key }) => key)), who),
      all: done && toldOf(done, new Set(), who),
    },
    lists: done ? changeLists(changes) : [...changeLists(changes), ...summaryLists(changes)],
    rows: cellLists(changes, who),
    differences: since === null ? [] : differences(since, changes, who),
    kept: keptNotes(kept),
    notes: findingsOf(findings, done !== null),
    findings: JSON.stringify(findings),
  };
}

/** A form that was filled in for one person is sent or not; whoever was left out can be ticked again. */
function isOffered(choices: readonly Choice[], done: Done | null): boolean {
  return done === null || choices.length > 1 || choices.some(({ isLeftOut }) => isLeftOut);
}

export const findingsIn = ({ findings }: Pick<Described, "findings">): readonly Finding[] =>
  JSON.parse(findings) as readonly Finding[];
