import { addDays, type Day } from "../../days/civil-day";
import * as say from "../../wording/reminders";

/** A list may be so many days old when somebody is to be called because of it. */
const FRESH = 3;

/** What a reminder that goes by a list says of the list's day, and what comes first where the list is too old to go by. */
interface ListAge {
  readonly sentence: string;
  readonly first: string;
}

export function listAge(list: "省厅预约" | "预报名", listed: Day | null, due: Day | null, today: Day): ListAge {
  const since = [today, ...(due !== null && today >= addDays(due, -FRESH) ? [due] : [])]
    .map((day) => addDays(day, -FRESH))
    .sort();
  const isOld = listed === null || listed < (since[since.length - 1] ?? today);
  return { sentence: say.listDay(list, listed), first: isOld ? say.readNewest(list) : "" };
}
