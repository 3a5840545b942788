import { isReported } from "../../rules/assign/attendance";
import { classFinder } from "../../rules/class-finder";
import type { Enrolment } from "../../schema/roster";
import { seatFreed } from "../../wording/desk";
import * as say from "../../wording/enrolment";
import type { ClerkRun } from "../clerk-run";

/** The seat that gets free when somebody does not come: that of a class not over yet, to which they have not reported in. */
export function seatGivenUp({ snapshot, context }: ClerkRun): (row: Enrolment) => readonly string[] {
  const classes = classFinder(snapshot);
  return (row) => {
    const one = classes.named(row.class);
    const isOver = one?.studyTo != null && one.studyTo < context.today;
    return one === null || isOver || isReported(row) ? [] : [seatFreed(one.name)];
  };
}

/** The card is to bearer and stays with whoever has it (附件2, 三). */
export function cardHeld({ card }: Enrolment): readonly string[] {
  return card === null ? [] : [say.keepsCard(String(card))];
}
