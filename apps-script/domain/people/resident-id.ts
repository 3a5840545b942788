import { type Day, dayOf } from "../days/civil-day";
import * as say from "../wording/people";
import { checkCharacter } from "./check-character";
import { proposedId } from "./id-spellings";
import type { IdentityProblem } from "./problem";

/** What a resident id says. `birth` is a day, `sex` by the parity of the sequence; both `null` when they cannot be read. */
interface ResidentIdReading {
  /** No problem that stops the row; an unusual age, an unknown area or an old 15-digit number are warnings. */
  readonly valid: boolean;
  readonly problems: readonly IdentityProblem[];
  readonly birth: Day | null;
  readonly sex: "男" | "女" | null;
  /** The 18-digit form of a 15-digit number, or what a misspelled one stands for; for a person to confirm; never written by itself. */
  readonly proposal: string | null;
}

const YOUNGEST = 16;
const OLDEST = 80;

/** First two digits of GB/T 2260: provinces and regions, Taiwan, and the 81–83 and 91 of residence documents. */
const AREAS = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91".split(" "),
);

/** 6 area + 6 birth + 3 sequence becomes 6 area + 8 birth of the 1900s + 3 sequence + check. */
export function widenedTo18(id15: string): string {
  const first17 = `${id15.slice(0, 6)}19${id15.slice(6)}`;
  return first17 + checkCharacter(first17);
}

/** The day in digits 7–14 of an 18-digit form, `null` for a day that no calendar has. */
export function birthIn(id18: string): Day | null {
  return dayOf(Number(id18.slice(6, 10)), Number(id18.slice(10, 12)), Number(id18.slice(12, 14)));
}

/** Full years on `today`; days compare as text. */
function ageOn(birth: Day, today: Day): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}

function unread(problem: IdentityProblem, proposal: string | null = null): ResidentIdReading {
  return { valid: false, problems: [problem], birth: null, sex: null, proposal };
}

/**
 * Reads a resident id (canonical form, text). Checks in this order and stops at the first that makes the id wrong:
 * length, alphabet, a real day of birth, not in the future, age (warning), check character, area (warning).
 */
export function readResidentId(id: string, today: Day): ResidentIdReading {
  const length = [...id].length;
  const meant = proposedId(id);
  if (length !== 15 && length !== 18) return unread({ code: "R03", message: say.idLength(id, length, meant) }, meant);
  const isOld = length === 15;
  if (!(isOld ? /^\d{15}$/ : /^\d{17}[\dX]$/).test(id)) {
    return unread({ code: "R04", message: say.idAlphabet(id, meant) }, meant);
  }
  const full = isOld ? widenedTo18(id) : id;
  const birth = birthIn(full);
  if (birth === null) return unread({ code: "R05", message: say.idBirthDay(id) });
  if (birth > today) return unread({ code: "R06", message: say.idBirthInFuture(id) });

  const problems: IdentityProblem[] = [];
  const age = ageOn(birth, today);
  if (age < YOUNGEST || age > OLDEST) problems.push({ code: "R07", message: say.idAge(id, age) });
  const expected = checkCharacter(full);
  const isChecked = full.charAt(17) === expected;
  if (!isChecked) problems.push({ code: "R08", message: say.idCheck(id, expected) });
  if (isChecked && !AREAS.has(id.slice(0, 2))) problems.push({ code: "R09", message: say.idArea(id) });
  if (isOld) problems.push({ code: "R10", message: say.oldId(id, full) });
  const sex = Number(full.charAt(16)) % 2 === 1 ? "男" : "女";
  return { valid: isChecked, problems, birth, sex, proposal: isOld ? full : null };
}
