import { addDays, type Day } from "../../days/civil-day";
import { readDay } from "../../days/spellings";
import { classesMeant } from "../../naming/class-names";
import { unitsHolding } from "../../naming/near-units";
import { foldWidth } from "../../people/canonical";
import { type Cents, readAmount } from "../../rules/money/payment-amounts";
import { listed } from "../../snapshot/listed";
import { isLonger } from "../../snapshot/text-length";
import * as say from "../../wording/inputs";
import type { Answer, Complaint, Field, Given, Reading } from "./field";
import { always } from "./field";
import { readMarks } from "./marks";

/** What a field says of itself. */
interface Face {
  readonly title: string;
  readonly note?: string;
}

const faceOf = ({ title, note }: Face) => ({ title, note: note ?? null, isRequired: true, isMany: false, choices: null });

const wrong = (given: string, message: string, possible: readonly string[] = []): { readonly wrong: Complaint } => ({
  wrong: { given, message, possible },
});

/** The one text of a field that holds one. */
function oneText<T>({ texts, file }: Given, read: (text: string) => Reading<T>): Reading<T> {
  const [text, ...more] = texts;
  if (file !== null) return wrong(file.file, say.noFileHere);
  if (text === undefined) return wrong("", say.missing);
  return more.length > 0 ? wrong(texts.join("、"), say.onlyOne) : read(text);
}

/** An amount in 分, above nothing. */
export function money(face: Face): Field<Cents> {
  return {
    ...faceOf(face),
    kind: "money",
    read: (given) =>
      oneText(given, (text) => {
        const cents = readAmount(text);
        if (cents === null) return wrong(text, say.noAmount, say.amountExamples);
        return cents > 0 ? always(cents) : wrong(text, say.amountNotAbove, say.amountExamples);
      }),
    write: (cents) => cents / 100,
  };
}

/** A day in any spelling; without a year, one of the plan year. `isPast`: it can't be ahead. */
export function day(face: Face & { readonly isPast?: true }): Field<Day> {
  return {
    ...faceOf(face),
    kind: "day",
    read: (given) => oneText(given, (text) => dayIn(text, face.isPast === true)),
    write: (value) => value,
  };
}

/** Any leap year: whether there is such a day in the plan year is seen once the workbook tells it. */
const LEAP_YEAR = 2024;

function dayIn(text: string, isPast: boolean): Reading<Day> {
  const back = say.relativeDays.indexOf(foldWidth(text));
  const trial = readDay(text, { year: LEAP_YEAR });
  if (back < 0 && trial.kind !== "day") return wrong(text, "message" in trial ? trial.message : say.missing, say.dayExamples);
  return {
    meant: ({ context: { today, settings } }) => {
      const reading =
        back < 0 ? readDay(text, { year: settings.planYear }) : { kind: "day" as const, day: addDays(today, -back) };
      if (reading.kind !== "day") return wrong(text, "message" in reading ? reading.message : say.missing, say.dayExamples);
      return isPast && reading.day > today ? wrong(text, say.dayAhead(today), [today]) : { value: reading.day };
    },
  };
}

/** Text as it is; blanks around it go. */
export function text(face: Face & { readonly longest?: number }): Field<string> {
  const { longest = 200 } = face;
  return {
    ...faceOf(face),
    kind: "text",
    read: (given) =>
      oneText(given, (written) =>
        isLonger(written, longest) ? wrong(written.slice(0, 20), say.tooLong(longest)) : always(written),
      ),
    write: (value) => value,
  };
}

/** Why a text is none of the words, and the words that it may be; all of them unless given. */
export interface NotMeant {
  readonly why: string;
  readonly possible?: readonly string[];
}

/** A score: 0 to 100, halves too. */
export function marks(face: Face): Field<number> {
  return {
    ...faceOf(face),
    kind: "text",
    read: (given) =>
      oneText(given, (written) => {
        const score = readMarks(written);
        return score === null ? wrong(written, say.noScore, say.scoreExamples) : always(score);
      }),
    write: (score) => score,
  };
}

/** A word of a closed list. `meaning` reads what else staff write for it, or says why it is none. */
interface Choosing<W extends string> extends Face {
  readonly words: readonly W[];
  readonly meaning?: (written: string) => NoInfer<W> | NotMeant | null;
}

export function choice<const W extends string>(face: Choosing<W>): Field<W> {
  return {
    ...faceOf(face),
    choices: face.words,
    kind: "choice",
    read: (given) =>
      oneText(given, (written): Reading<W> => {
        const word = wordIn(face, written);
        return "wrong" in word ? word : always(word.value);
      }),
    write: (word) => word,
  };
}

/** Several words of a closed list, separated by 、. `everything` are ways of saying all of them. */
export function choices<const W extends string>(
  face: Choosing<W> & { readonly everything?: readonly string[] },
): Field<readonly W[]> {
  return {
    ...faceOf(face),
    isMany: true,
    choices: face.words,
    kind: "choice",
    read: ({ texts, file }) => {
      if (file !== null) return wrong(file.file, say.noFileHere);
      const found = new Set<W>();
      for (const written of texts.flatMap(listed)) {
        if (face.everything?.includes(foldWidth(written))) for (const word of face.words) found.add(word);
        else {
          const word = wordIn(face, written);
          if ("wrong" in word) return word;
          found.add(word.value);
        }
      }
      return found.size === 0 ? wrong("", say.missing, face.words) : always([...found]);
    },
    write: (words) => words,
  };
}

function wordIn<W extends string>({ words, meaning }: Choosing<W>, written: string): Answer<W> {
  const folded = foldWidth(written);
  const exact = words.find((word) => foldWidth(word) === folded);
  const read = exact ?? meaning?.(written) ?? null;
  if (read === null) return wrong(written, say.notInList, words);
  return typeof read === "string" ? { value: read } : wrong(written, read.why, read.possible ?? words);
}

/** A class of the plan year, by name or as 再三; its name. */
export function trainingClass(face: Face): Field<string> {
  return {
    ...faceOf(face),
    kind: "class",
    read: (given) =>
      oneText(
        given,
        (written): Reading<string> => ({
          meant: (world) => {
            const [one, ...more] = classesMeant(written, world.classes());
            if (one === undefined)
              return wrong(
                written,
                say.noSuchClass,
                world.classes().map(({ name }) => name),
              );
            return more.length === 0
              ? { value: one.name }
              : wrong(
                  written,
                  say.severalClasses,
                  [one, ...more].map(({ name }) => name),
                );
          },
        }),
      ),
    write: (name) => name,
  };
}

/** A unit by full name or alias; its full name. */
export function unit(face: Face): Field<string> {
  return {
    ...faceOf(face),
    kind: "unit",
    read: (given) =>
      oneText(
        given,
        (written): Reading<string> => ({
          meant: ({ snapshot, unitsLike }) => {
            const found = unitsLike()(written);
            if ("name" in found) return { value: found.name };
            if (found.near.length > 0) return wrong(written, say.likeUnits, found.near);
            return wrong(written, say.noSuchUnit, unitsHolding(written, snapshot.units));
          },
        }),
      ),
    write: (name) => name,
  };
}
