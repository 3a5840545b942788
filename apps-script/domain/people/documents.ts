import type { Day } from "../days/civil-day";
import { DOCUMENT } from "../schema/allowed";
import { textOf, type Value } from "../snapshot/value";
import type { UnitSentence } from "../wording/audience";
import * as say from "../wording/people";
import { type DocumentType, documentTypeOf } from "./aliases";
import { canonicalId, foldWidth } from "./canonical";
import { isCheckedId } from "./check-character";
import { holdsSeveralIds, proposedId } from "./id-spellings";
import type { IdentityProblem } from "./problem";
import { readResidentId } from "./resident-id";

/**
 * What a document's number says. `text` is the canonical form, `null` when the cell is empty or damaged (the cell itself
 * keeps what was written). `usable` says that `text` may serve to recognise a person: a wrong check character is reported
 * and the row still enters; a number cell or `3.79E+17` has lost digits and must never be matched on.
 */
interface DocumentReading {
  readonly text: string | null;
  /** As given, else guessed from the form, else `null`. */
  readonly type: DocumentType | null;
  readonly guessed: boolean;
  readonly usable: boolean;
  readonly birth: Day | null;
  readonly sex: "男" | "女" | null;
  readonly proposal: string | null;
  readonly problems: readonly IdentityProblem[];
}

type Contents = Pick<DocumentReading, "birth" | "sex" | "proposal" | "problems">;

const SCIENTIFIC = /^\d(?:\.\d+)?E\+\d+$|^\d\.\d+E\d+$/;
/** E, or E and a letter, since 2012 and 2017; G, 14, 15 before; SE, PE, DE for official ones. */
const CHINESE_PASSPORT = /^(?:[EG]\d{8}|E[A-HJ-NP-Z]\d{7}|1[45]\d{7}|(?:SE|PE|DE)\d{7})$/;
const PASSPORT = /^[A-Z0-9]{5,20}$/;
/** 外国人永久居留身份证 of 2017: nationality as three letters, 12 digits. Since 2023-12-01: 18 digits, the first one 9. */
const PERMANENT_RESIDENT_2017 = /^[A-Z]{3}\d{12}$/;
/** 回乡证 H/M with 8 or 10 digits, 台胞证 8 or 10 digits. */
const TRAVEL_PERMIT = /^(?:[HM](?:\d{8}|\d{10})|\d{8}|\d{10})$/;
const RESIDENCE_PERMIT = /^8[123]0000/;

function guessType(text: string): DocumentType | null {
  if (/^\d{17}[\dX]$/.test(text)) {
    if (RESIDENCE_PERMIT.test(text)) return DOCUMENT.residencePermit;
    // 999… is a temporary number of schools, which fails the check of a resident id and is reported as one.
    return /^9(?!99|1)/.test(text) && isCheckedId(text) ? DOCUMENT.permanentResident : DOCUMENT.idCard;
  }
  if (PERMANENT_RESIDENT_2017.test(text)) return DOCUMENT.permanentResident;
  if (CHINESE_PASSPORT.test(text)) return DOCUMENT.passport;
  if (TRAVEL_PERMIT.test(text)) return DOCUMENT.other;
  if (/^\d[\dA-Z]{12,}$/.test(text) || /\d{14}/.test(text) || proposedId(text) !== null) return DOCUMENT.idCard;
  return PASSPORT.test(text) && /[A-Z]/.test(text) ? DOCUMENT.passport : null;
}

const withoutArea = (problems: readonly IdentityProblem[]) => problems.filter((problem) => problem.code !== "R09");

function mismatch(message: UnitSentence, severity: "阻断" | "警告" = "警告"): IdentityProblem {
  return { code: "R12", severity, message };
}

function unreadable(problems: readonly IdentityProblem[]): Contents {
  return { birth: null, sex: null, proposal: null, problems };
}

function readByType(text: string, type: DocumentType, today: Day): Contents {
  if (type === DOCUMENT.passport || type === DOCUMENT.other) {
    if (isCheckedId(text)) return unreadable([mismatch(say.looksLike(text, type, DOCUMENT.idCard))]);
    return unreadable(type === DOCUMENT.passport && !PASSPORT.test(text) ? [mismatch(say.passportForm(text))] : []);
  }
  if (PERMANENT_RESIDENT_2017.test(text)) {
    if (type === DOCUMENT.permanentResident) return unreadable([]);
    return unreadable([mismatch(say.looksLike(text, type, DOCUMENT.permanentResident), "阻断")]);
  }
  if (/[A-Z]/.test(text.charAt(0)) && (CHINESE_PASSPORT.test(text) || TRAVEL_PERMIT.test(text))) {
    return unreadable([
      mismatch(say.looksLike(text, type, CHINESE_PASSPORT.test(text) ? DOCUMENT.passport : DOCUMENT.other), "阻断"),
    ]);
  }
  const reading = readResidentId(text, today);
  if (type === DOCUMENT.idCard) {
    const likely = isCheckedId(text) ? guessType(text) : null;
    const others = likely === null || likely === type ? [] : [mismatch(say.looksLike(text, type, likely))];
    return { ...reading, problems: [...(others.length > 0 ? withoutArea(reading.problems) : reading.problems), ...others] };
  }
  const belongs = type === DOCUMENT.residencePermit ? RESIDENCE_PERMIT.test(text) : /^9\d{16}[\dX]$/.test(text);
  const form = type === DOCUMENT.residencePermit ? say.residencePermitForm(text) : say.permanentResidentForm(text);
  const problems = withoutArea(reading.problems).filter((problem) => problem.code !== "R10");
  return { ...reading, proposal: null, problems: belongs ? problems : [...problems, mismatch(form)] };
}

function damaged(type: DocumentType | null, message: UnitSentence): DocumentReading {
  const problems: readonly IdentityProblem[] = [{ code: "R02", message }];
  return { ...unreadable(problems), text: null, type, guessed: false, usable: false };
}

function severalIds(type: DocumentType | null): DocumentReading {
  const problems: readonly IdentityProblem[] = [{ code: "R03", message: say.idSeveral() }];
  return { ...unreadable(problems), text: null, type, guessed: false, usable: false };
}

/** The number by which a person may be recognised, canonical; `null` when there is none or it lost digits. */
export function usableId(value: Value): string | null {
  if (typeof value === "number") return null;
  const text = canonicalId(textOf(value));
  return /\d/.test(text) && !SCIENTIFIC.test(text) && !holdsSeveralIds(text) ? text : null;
}

/** The type of a document: as stated, else guessed from its number, else `null`. */
export function documentTypeBy(value: Value, type: string | null): DocumentType | null {
  const given = type === null ? null : documentTypeOf(type);
  const id = usableId(value);
  return given ?? (id === null ? null : guessType(id));
}

/**
 * Reads a document's number by its 证件类型 (a spelling of it, or `null` to guess from the form). A number cell is
 * never repaired: a spreadsheet keeps 15 digits, and one in eleven rounded ids still passes its check.
 */
export function readDocument(value: Value, type: string | null, today: Day): DocumentReading {
  const given = type === null ? null : documentTypeOf(type);
  if (typeof value === "number") return damaged(given, say.idIsNumber());
  const text = canonicalId(textOf(value));
  if (!/\d/.test(text)) {
    const message = text === "" ? say.idMissing() : say.idPlaceholder(textOf(value));
    const missing: readonly IdentityProblem[] = [{ code: "R01", message }];
    return { ...unreadable(missing), text: null, type: given, guessed: false, usable: false };
  }
  if (SCIENTIFIC.test(text)) return damaged(given, say.idIsScientific());
  if (holdsSeveralIds(text)) return severalIds(given);

  const chosen = given ?? guessType(text);
  const guessed = given === null && chosen !== null;
  const contents = chosen === null ? unreadable([]) : readByType(text, chosen, today);
  const isUnknownType = type !== null && given === null && foldWidth(type) !== "";
  // A resident id without a type is what most files hold: the flag is enough, a finding a row would be noise.
  const asks = isUnknownType || chosen === null || (guessed && chosen !== DOCUMENT.idCard);
  const question: readonly IdentityProblem[] = asks
    ? [
        {
          code: "R11",
          severity: isUnknownType || chosen === null ? "警告" : "提示",
          message: say.typeQuestion(isUnknownType ? type : null, chosen),
        },
      ]
    : [];
  return { ...contents, text, type: chosen, guessed, usable: true, problems: [...contents.problems, ...question] };
}
