import type { Book } from "../book/book";
import * as say from "../wording/turn-year";
import { turnedFrom } from "./turn-plan";

/**
 * What is told beside every screen while neither Sheet knows of the other: in the old one from December until it is marked, in the
 * new one until its plan comes. Empty where there is nothing to tell.
 */
export function turnNotice(book: Pick<Book, "snapshot" | "context">): string {
  const { settings, today } = book.context;
  if (book.snapshot.plan.length === 0 && turnedFrom(book) !== null) return say.NEW_NOTICE;
  const isOpen = settings.carriedTo === null && settings.endedOn === null;
  return isOpen && today >= `${settings.planYear}-12-01` ? say.OLD_NOTICE : "";
}
