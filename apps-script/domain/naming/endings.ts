import { canonicalId, canonicalMobile } from "../people/canonical";
import { usableId } from "../people/documents";
import { samePersonKey } from "../people/same-person";
import type { Enrolment } from "../schema/roster";
import { kept, keptWhile } from "../snapshot/kept";

/** By what somebody's last digits are known. */
type Reached = Pick<Enrolment, "idNumber" | "mobile">;

/** The last digits by which a person is known; an id may end in X. */
const ENDING = /^\d{3,}[\dX]$/u;
export const ENDING_LENGTH = 4;

/** Ids and mobiles as they are compared; an id that a spreadsheet turned into a number is none. */
export const longForms = kept(({ idNumber, mobile }: Reached): readonly string[] => {
  const id = usableId(idNumber);
  return [...(id === null ? [] : [id, samePersonKey(id)]), ...(typeof mobile === "string" ? [canonicalMobile(mobile)] : [])];
});

/** Finds by a whole id or mobile, or by its last characters, four or more. */
export function byEnding<R extends Reached>(roster: readonly R[]): (text: string) => readonly R[] {
  const rowsWith = (form: string): readonly R[] =>
    (placesByEnding(roster).get(form.slice(-ENDING_LENGTH)) ?? []).flatMap((place) => roster[place] ?? []);
  return (text) => {
    const form = canonicalId(text);
    const isWhole = form.length > ENDING_LENGTH && !ENDING.test(form);
    if (!isWhole && !ENDING.test(form)) return [];
    const widened = samePersonKey(form);
    const others = widened === form ? [] : rowsWith(widened);
    const fits = (one: string): boolean => one === widened || (isWhole ? one === form : one.endsWith(form));
    return [...new Set([...rowsWith(form), ...others])].filter((row) => longForms(row).some(fits));
  };
}

const placesByEnding = keptWhile(["idNumber", "mobile"], (roster: readonly Reached[]): ReadonlyMap<string, readonly number[]> => {
  const known = new Map<string, number[]>();
  roster.forEach((row, place) => {
    for (const ending of new Set(longForms(row).map((form) => form.slice(-ENDING_LENGTH)))) {
      const places = known.get(ending);
      if (places === undefined) known.set(ending, [place]);
      else places.push(place);
    }
  });
  return known;
});
