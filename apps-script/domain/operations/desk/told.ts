import { hasPassed } from "../../rules/standing";
import type { Enrolment } from "../../schema/roster";
import * as say from "../../wording/desk";
import type { AfterRun, Told } from "../define-operation";

/** What is told of a run about people: each one's sentence with what follows for them, and one for all of them. */
export function toldOf(
  rows: readonly Enrolment[],
  after: AfterRun,
  partsOf: (before: Enrolment, after: Enrolment) => readonly string[],
  together: (people: number) => string,
): Told {
  const people: Record<string, string> = {};
  for (const before of rows) {
    const now = after.row(before.key) ?? before;
    people[before.key] = say.personSaid(now.name, [...partsOf(before, now), ...followsFrom(before, now)]);
  }
  const sentences = Object.values(people);
  const [only] = sentences;
  return { said: only !== undefined && sentences.length === 1 ? only : together(sentences.length), people };
}

/** What follows for class and light, and for papers that nobody is asked for any more. */
function followsFrom(before: Enrolment, now: Enrolment): string[] {
  const isMoved = before.class !== now.class;
  const isUnasked = hasPassed(now) && !hasPassed(before) && now.missingPapers === null;
  return [
    ...(isMoved ? [say.inClass(now.class)] : []),
    ...(isMoved && before.class !== null ? [say.seatFreed(before.class)] : []),
    ...(before.light !== now.light && now.light !== null ? [say.lightIs(now.light)] : []),
    ...(isUnasked && before.missingPapers !== null ? [say.papersUnasked(before.missingPapers)] : []),
  ];
}
