import { edit } from "./cells/edit";
import { settle } from "./cells/settle";
import type { ClerkOperation } from "./define-operation";
import { checkIn } from "./desk/check-in";
import { handInPapers } from "./desk/papers";
import { bookExam } from "./lists/book-exam";
import { booking } from "./lists/booking";
import { complete } from "./lists/complete";
import { exam } from "./lists/exam";
import { issue } from "./lists/issue";
import { preRegister } from "./lists/pre-register";
import { invoice } from "./money/invoice";
import { pay } from "./money/pay";
import { refund } from "./money/refund";

/** Every operation with an input, in the order of a class: an operation is a file and a line here. */
export const CLERK_OPERATIONS: readonly ClerkOperation[] = [
  preRegister,
  booking,
  handInPapers,
  checkIn,
  pay,
  refund,
  invoice,
  complete,
  bookExam,
  exam,
  issue,
  settle,
  edit,
];
