import type { RawInput } from "../../domain/operations/inputs/read-input";
import { type DeskPerson, deskPersonView } from "../../domain/views/desk";
import type { Book } from "../book/book";

/** What the desk had in front of it when somebody was taken in: who decides on other facts has to look again. */
type Seen = Pick<DeskPerson, "open" | "due" | "reportedInOn" | "concerns">;

/** Somebody who stands at the desk of a class, with what was seen and taken of them. */
export interface Arrival {
  readonly key: string;
  readonly name: string;
  readonly class: string;
  /** Words of the papers that were seen. */
  readonly papers: readonly string[];
  /** How what is open was paid; null when nothing was. */
  readonly method: string | null;
  readonly reason: string | null;
  readonly seen: Seen;
}

/** Whether two can be taken in by one run: it says the same of both. */
export function isAlike(one: Arrival, other: Arrival): boolean {
  return sameness(one) === sameness(other);
}

function sameness({ class: name, papers, method, reason }: Arrival): string {
  return JSON.stringify([name, papers, method, reason]);
}

/** The input of 报到 for people who are alike. */
export function inputOf(alike: readonly Arrival[]): RawInput {
  const [first] = alike;
  return {
    people: alike.map(({ key }) => key),
    class: first?.class ?? null,
    papers: first?.papers ?? [],
    method: first?.method ?? null,
    reason: first?.reason ?? null,
  };
}

/** Whether the workbook still says of somebody what was on the screen. */
export function isAsSeen({ key, class: name, seen }: Arrival, book: Book): boolean {
  const now = book.view(deskPersonView, { class: name, person: key });
  return now !== null && factsOf(now) === factsOf(seen);
}

function factsOf({ open, due, reportedInOn, concerns }: Seen): string {
  return JSON.stringify([open, due, reportedInOn, concerns]);
}
