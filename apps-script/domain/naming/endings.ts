import { canonicalId, canonicalMobile } from "../people/canonical";
import { usableId } from "../people/documents";
import { samePersonKey } from "../people/same-person";
import type { Enrolment } from "../schema/roster";

/** By what somebody's last digits are known. */
type Reached = Pick<Enrolment, "idNumber" | "mobile">;

/** The last digits by which a person is known; an id may end in X. */
const ENDING = /^\d{3,}[\dX]$/u;
export const ENDING_LENGTH = 4;

/** Ids and mobiles as they are compared; an id that a spreadsheet turned into a number is none. */
export function longForms({ idNumber, mobile }: Reached): readonly string[] {
  const id = usableId(idNumber);
  return [...(id === null ? [] : [id, samePersonKey(id)]), ...(typeof mobile === "string" ? [canonicalMobile(mobile)] : [])];
}

/** Finds by a whole id or mobile, or by its last characters, four or more. */
export function byEnding<R extends Reached>(roster: readonly R[]): (text: string) => readonly R[] {
  const known = new Map<string, R[]>();
  for (const row of roster) {
    for (const ending of new Set(longForms(row).map((form) => form.slice(-ENDING_LENGTH)))) {
      const rows = known.get(ending);
      if (rows === undefined) known.set(ending, [row]);
      else rows.push(row);
    }
  }
  return (text) => {
    const form = canonicalId(text);
    const isWhole = form.length > ENDING_LENGTH && !ENDING.test(form);
    if (!isWhole && !ENDING.test(form)) return [];
    const widened = samePersonKey(form);
    const rows = known.get(form.slice(-ENDING_LENGTH)) ?? [];
    const others = widened === form ? [] : (known.get(widened.slice(-ENDING_LENGTH)) ?? []);
    const fits = (one: string): boolean => one === widened || (isWhole ? one === form : one.endsWith(form));
    return [...new Set([...rows, ...others])].filter((row) => longForms(row).some(fits));
  };
}
