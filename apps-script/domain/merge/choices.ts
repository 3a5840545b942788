import type { RowChange } from "../changes/change-set";
import { OutcomeBuilder } from "../changes/outcome";
import type { Day } from "../days/civil-day";
import type { Decision } from "../operations/operation";
import type { Context } from "../rules/context";
import type { Enrolment } from "../schema/roster";
import { unitColumnTitled } from "../schema/unit-columns";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import type { ExchangeCode } from "../wording/exchange";
import * as say from "../wording/exchange";
import { FileAnswers } from "./file-answers";
import { blankedConflict, type ConflictRow } from "./returned/conflict-book";
import { valueFor } from "./value-for";

/**
 * Applies what staff chose in 冲突: 我方 keeps the cell of 名册, 对方 takes the unit's value, anything else is the value itself.
 * 全部采用对方 or 全部保留我方 in any row answers all rows of its file that have no answer of their own. An applied row is
 * blanked; one that cannot be applied stays, with a finding.
 */
export function applyChoices(snapshot: Snapshot, context: Context): Decision {
  const out = new OutcomeBuilder<ExchangeCode>();
  const blanked: RowChange[] = [];
  const roster = new Map(snapshot.roster.map((row) => [row.key, row]));
  const answers = new FileAnswers(snapshot.conflicts);
  for (const conflict of snapshot.conflicts) {
    const answer = answers.to(conflict);
    if (answer === null) continue;
    const row = roster.get(textOf(conflict.enrolment));
    const question = "why" in answer ? answer.why : settleConflict(out, conflict, answer.choice, row, context.today);
    if (question === null) blanked.push(blankedConflict(conflict));
    else out.find("E23", "conflicts", conflict.key, "choice", question);
  }
  return { ...out.done({ chosen: blanked.length }), blanked };
}

/** Writes the chosen value into its row of 名册. Returns the sentence that says why it cannot be applied, `null` when it was. */
export function settleConflict(
  out: OutcomeBuilder,
  conflict: ConflictRow,
  choice: string | number,
  row: Enrolment | undefined,
  today: Day,
): string | null {
  if (textOf(choice) === say.keepsOurs) return null;
  const title = textOf(conflict.column);
  const column = unitColumnTitled(title);
  if (column === null) return say.choiceColumnUnknown(title);
  if (!row) return say.choiceRowGone(textOf(conflict.enrolment));
  const isTheirs = textOf(choice) === say.takesTheirs;
  const chosen = valueFor(column, isTheirs ? conflict.theirs : choice, row, today);
  if ("why" in chosen) return say.choiceUnusable(title, textOf(choice), chosen.why);
  out.set("roster", row, column, chosen.value, say.chosenReason(textOf(choice)));
  return null;
}
