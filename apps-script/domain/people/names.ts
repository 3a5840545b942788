import { longestOf } from "../schema/column";
import { ROSTER } from "../schema/roster";
import { lengthOf } from "../snapshot/text-length";
import { textOf, type Value } from "../snapshot/value";
import type { UnitSentence } from "../wording/audience";
import * as say from "../wording/people";
import { shownName } from "./canonical";
import type { IdentityProblem } from "./problem";

/** A person's name as shown (`null` for an empty cell) and what is odd about it; nothing is repaired. */
interface NameReading {
  readonly text: string | null;
  readonly problems: readonly IdentityProblem[];
}

const LONGEST = longestOf(ROSTER.columns.name);
/** U+FFFD, question marks and boxes in place of a character, and private-use characters that other computers lack. */
const LOST_CHARACTER = /[\ufffd?？□■\p{Co}\p{Cs}\p{Cn}]/u;
const LATIN = /\p{Script=Latin}/u;

/** What makes a name surely wrong, the most telling reason first; `null` for a fair one. */
function fault(name: string): UnitSentence | null {
  const length = lengthOf(name);
  if (LOST_CHARACTER.test(name)) return say.nameLostCharacter(name);
  if (/\p{N}/u.test(name.replace(/〇/g, ""))) return say.nameDigits(name);
  const symbols = LATIN.test(name) ? /[^\p{L}\p{M}〇·.'’ -]/u : /[^\p{L}\p{M}〇·]/u;
  if (symbols.test(name)) return say.nameSymbols(name);
  if (/^·|·$|··/.test(name)) return say.nameSymbols(name);
  if (length > LONGEST) return say.nameTooLong(length);
  return length === 1 ? say.nameOneCharacter(name) : null;
}

/** Reads a name. Capitals may stand for a character that the province's system cannot write: compare with the id card. */
export function readName(value: Value): NameReading {
  const text = shownName(textOf(value));
  if (text === "") return { text: null, problems: [{ code: "R13", message: say.nameMissing() }] };
  const problems: IdentityProblem[] = [];
  const wrong = fault(text);
  if (wrong !== null) problems.push({ code: "R14", message: wrong });
  if (LATIN.test(text)) problems.push({ code: "R15", message: say.nameLatin(text) });
  return { text, problems };
}
