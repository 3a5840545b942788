import { CHECK_IN_TITLE, PAPERS_TITLE } from "./desk";
import { BOOK_EXAM_TITLE, BOOKING_TITLE, COMPLETE_TITLE, EXAM_TITLE, ISSUE_TITLE, PRE_REGISTER_TITLE } from "./lists";
import { PAY_TITLE, REFUND_TITLE } from "./money";

/** What a clerk's operations are called, by id and in their order, for the menu, which must not load the operations. */
export const operationTitles: Readonly<Record<string, string>> = {
  "pre-register": PRE_REGISTER_TITLE,
  booking: BOOKING_TITLE,
  papers: PAPERS_TITLE,
  "check-in": CHECK_IN_TITLE,
  pay: PAY_TITLE,
  refund: REFUND_TITLE,
  complete: COMPLETE_TITLE,
  "book-exam": BOOK_EXAM_TITLE,
  exam: EXAM_TITLE,
  issue: ISSUE_TITLE,
};
