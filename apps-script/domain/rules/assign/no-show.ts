import type { Day } from "../../days/civil-day";
import type { TrainingClass } from "../../plan/training-class";
import type { Enrolment } from "../../schema/roster";
import { listed } from "../../snapshot/listed";
import { isBooked } from "../standing";
import { hasBegun, hasCome } from "./attendance";
import type { ClassBook } from "./candidates";

/** What 未报到 says. */
export interface NoShow {
  /** The classes that the person did not come to. */
  readonly classes: ReadonlySet<TrainingClass>;
  /** The cell as it should stand: a bare 是 becomes the class it was said of, so that it means the same after the next booking. */
  readonly written: string | null;
}

/** Ways of writing that somebody did come. */
const CAME = /^(?:否|不是|无|来了?|到了?|已来|已到|已报到|0|×|x|no|false)$/iu;

/** What 未报到 says, part by part: the name of a class, or any mark, which speaks of the class of that time. */
export function noShowParts(noShow: string | null): { readonly text: string; readonly isDenied: boolean }[] {
  return listed(noShow).map((text) => ({ text, isDenied: CAME.test(text) }));
}

const NOBODY: ReadonlySet<TrainingClass> = new Set();
const NOTHING: NoShow = { classes: NOBODY, written: null };

/** Nothing can be said of a class that has not begun. A report-in, which is possible until the end, overrides it. */
export function noShowOf(enrolment: Enrolment, book: ClassBook, today: Day): NoShow {
  const { noShow } = enrolment;
  if (noShow === null) return NOTHING;
  const meant = meantBy(enrolment, book, today);
  const said = noShowParts(noShow);
  const classes = said.flatMap(({ text, isDenied }) => (isDenied ? [] : (book.find(text) ?? meant ?? [])));
  const written = said.map(({ text, isDenied }) => (isDenied || book.find(text) ? text : (meant?.name ?? text)));
  const begun = classes.filter((one) => hasBegun(one, today));
  return { classes: hasCome(enrolment) ? NOBODY : new Set(begun), written: [...new Set(written)].join("、") };
}

/** The class that a bare 是 speaks of: the one that was to be attended, never one that the program merely proposed. */
function meantBy(enrolment: Enrolment, book: ClassBook, today: Day): TrainingClass | null {
  const booked = isBooked(enrolment) ? (enrolment.bookedClass ?? enrolment.class) : null;
  const meant = book.find(booked ?? enrolment.lockedClass);
  return meant !== null && hasBegun(meant, today) ? meant : null;
}
