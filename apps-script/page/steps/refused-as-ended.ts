import { AFTER_THE_END } from "../../domain/operations/between-books";
import { refusedAfterEnd } from "../../domain/wording/close-year";
import type { Desk } from "../desk";
import { Told } from "../sentences";
import { READING } from "../wording/page";

/** Where the year is ended, staff are told before they fill in a form that nobody takes. Gives back whether they were. */
export function refusedAsEnded(desk: Desk, { id, title }: { readonly id: string; readonly title: string }): boolean {
  if (!desk.book.isRead || AFTER_THE_END.includes(id)) return false;
  const { endedOn } = desk.book.context.settings;
  if (endedOn === null) return false;
  desk.later(READING, () => Promise.reject(new Told(refusedAfterEnd(endedOn, title))));
  return true;
}
