import type { Context } from "../../rules/context";
import type { Snapshot } from "../../snapshot/snapshot";
import { classesOf } from "../classes";
import { holdersByMonth } from "./holders";
import { knownCalendar } from "./known-calendar";
import { type ProposedPlan, proposePlan } from "./propose-plan";

/**
 * The plan of a year from that of the year before in the workbook, its settings, and whoever holds a certificate.
 *
 * @throws {Refusal} `no-plan`, `bad-year`
 */
export function proposeFor(
  snapshot: Pick<Snapshot, "plan" | "roster" | "settings">,
  { calendar, settings }: Pick<Context, "calendar" | "settings">,
  year: number,
): ProposedPlan {
  return proposePlan(classesOf(snapshot, year - 1), year, {
    calendar: knownCalendar(calendar, year),
    reviewDays: settings.reviewDays,
    safetyMargin: settings.safetyMargin,
    holders: holdersByMonth(snapshot),
  });
}
