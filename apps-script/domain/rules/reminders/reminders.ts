import { compare } from "../../changes/outcome";
import type { Snapshot } from "../../snapshot/snapshot";
import { isDutyDone } from "../assign/light";
import type { Context } from "../context";
import { hasEnded } from "../standing";
import { callsToBook } from "./booking";
import { examsToBook } from "./exam";
import { expiring } from "./expiring";
import { deskOf, type Reminder } from "./reminder";
import { reviewsDue } from "./review";
import { signUpsDue } from "./sign-up";

/** What the day asks for of the people who are still on their way. */
export function reminders(snapshot: Snapshot, context: Context): Reminder[] {
  const desk = deskOf(snapshot, context);
  const live = snapshot.roster.filter((row) => !hasEnded(row) && !isDutyDone(row)).sort((a, b) => compare(a.key, b.key));
  return [callsToBook, reviewsDue, signUpsDue, examsToBook, expiring].flatMap((kind) => kind(live, desk));
}
