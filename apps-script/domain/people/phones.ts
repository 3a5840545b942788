import { textOf, type Value } from "../snapshot/value";
import type { UnitSentence } from "../wording/audience";
import * as say from "../wording/people";
import { canonicalMobile, foldWidth } from "./canonical";
import type { IdentityProblem } from "./problem";

/**
 * What a cell for a mobile holds. `text` is the canonical mobile, or the folded text of something else (hyphens and
 * extension kept), `null` for an empty cell.
 */
interface MobileReading {
  readonly text: string | null;
  readonly problem: IdentityProblem<"R16" | "R17"> | null;
}

/** Number ranges keep growing, so no closer pattern is safe. */
const MOBILE = /^1[3-9]\d{9}$/;
/** 7 or 8 digits, with or without area code and extension. */
const LANDLINE = /^(?:\(?0\d{2,3}\)?-?)?[2-9]\d{6,7}(?:(?:-|转|EXT\.?)\d{1,6})?$/i;
/** Area code whose 0 a number cell has dropped. */
const LANDLINE_WITHOUT_ZERO = /^[1-9]\d{1,2}[2-9]\d{6,7}$/;

/** Whether a canonical text is a mobile; only such a text may be compared between people. */
export function isMobile(text: string | null): text is string {
  return text !== null && MOBILE.test(text);
}

/** Reads a mobile. 11 digits survive a number cell, so a number is taken, and noted. */
export function readMobile(value: Value): MobileReading {
  const written = foldWidth(textOf(value));
  if (written === "") return { text: null, problem: unusable(say.mobileMissing()) };
  const mobile = canonicalMobile(written);
  if (isMobile(mobile)) {
    if (typeof value !== "number") return { text: mobile, problem: null };
    return { text: mobile, problem: { code: "R16", severity: "提示", message: say.mobileIsNumber(mobile) } };
  }
  const text = written.replace(/[\u2010-\u2015\u2212]/g, "-");
  if (LANDLINE.test(text) || (typeof value === "number" && LANDLINE_WITHOUT_ZERO.test(text))) {
    return { text, problem: { code: "R17", message: say.mobileIsLandline(text) } };
  }
  return { text, problem: unusable(mobileProblem(text, mobile)) };
}

function unusable(message: UnitSentence): IdentityProblem<"R16"> {
  return { code: "R16", severity: "警告", message };
}

function mobileProblem(text: string, mobile: string): UnitSentence {
  const several = text.split(/[/、,;或和]/).map(canonicalMobile);
  if (several.length > 1 && several.every(isMobile)) return say.mobileSeveral(several);
  if (/^\d(?:\.\d+)?E\+?\d+$/i.test(text)) return say.mobileIsScientific();
  if (!/^\d+$/.test(mobile)) return say.mobileAlphabet(text);
  return mobile.length === 11 ? say.mobilePrefix(mobile) : say.mobileLength(mobile);
}
