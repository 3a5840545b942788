import { compare } from "../../changes/outcome";
import type { Enrolment } from "../../schema/roster";
import type { Snapshot } from "../../snapshot/snapshot";
import { isDutyDone } from "../assign/light";
import type { Context } from "../context";
import { hasEnded } from "../standing";
import { callsToBook, windowsSoon } from "./booking";
import { cardsMissing, cardsTooShort, cardsUnbound } from "./cards";
import { certificatesMissing } from "./certificate";
import { type Desk, deskOf } from "./desk";
import { examsToBook } from "./exam";
import { expiring } from "./expiring";
import { feesOpen } from "./fees";
import { filesOut } from "./files-out";
import { deskPapersShort, uploadsShort } from "./papers";
import type { Reminder } from "./reminder";
import { reviewsDue } from "./review";
import { signUpsDue } from "./sign-up";

const REMINDERS: readonly ((live: readonly Enrolment[], desk: Desk) => Reminder[])[] = [
  callsToBook,
  windowsSoon,
  reviewsDue,
  signUpsDue,
  uploadsShort,
  deskPapersShort,
  feesOpen,
  cardsMissing,
  cardsUnbound,
  cardsTooShort,
  examsToBook,
  expiring,
  certificatesMissing,
  filesOut,
];

/** What the day asks for of the people who are still on their way, and of those who passed. */
export function reminders(snapshot: Snapshot, context: Context): Reminder[] {
  const desk = deskOf(snapshot, context);
  const live = snapshot.roster.filter((row) => !hasEnded(row) && !isDutyDone(row)).sort((a, b) => compare(a.key, b.key));
  return REMINDERS.flatMap((kind) => kind(live, desk));
}
