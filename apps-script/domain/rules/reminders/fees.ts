import { found } from "../../changes/found";
import { isDay } from "../../days/civil-day";
import { FEE_STATE } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import * as say from "../../wording/reminders";
import { whoIs } from "../../wording/roster";
import { hasBegun, openFee } from "../money/debts";
import type { Desk } from "./desk";
import type { Reminder } from "./reminder";

const OPEN: readonly (string | null)[] = [FEE_STATE.unpaid, FEE_STATE.part];

/**
 * "报到时缴纳": who reported in and has not paid in full, by what 填写费用 wrote. Once the enrolment ends, in whatever way, it is
 * that rule's own to ask (F12).
 */
export function feesOpen(live: readonly Enrolment[], { classes }: Desk): Reminder[] {
  return live.flatMap((row): Reminder[] => {
    const owed = openFee(row);
    if (!OPEN.includes(row.feeState) || !hasBegun(row) || !(owed > 0)) return [];
    const one = classes.of(row);
    const due = one?.reportIn ?? (isDay(row.reportedInOn) ? row.reportedInOn : null);
    const finding = found("T20", { table: "roster", row: row.key, column: "feeState" }, say.feeOpen(whoIs(row), owed));
    return [{ finding, due, facts: [String(owed)] }];
  });
}
