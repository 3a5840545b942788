import { card } from "./cards/card";
import { edit } from "./cells/edit";
import { settle } from "./cells/settle";
import { changeClass } from "./classes/change-class";
import type { ClerkOperation } from "./define-operation";
import { checkIn } from "./desk/check-in";
import { handInPapers } from "./desk/papers";
import { enrol } from "./enrolment/enrol";
import { leave, withdraw } from "./enrolment/give-up";
import { mergePerson } from "./enrolment/merge-person";
import { move } from "./enrolment/move";
import { noShow } from "./enrolment/no-show";
import { reinstate } from "./enrolment/reinstate";
import { renew } from "./enrolment/renew";
import { transfer } from "./enrolment/transfer";
import { bookExam } from "./lists/book-exam";
import { booking } from "./lists/booking";
import { complete } from "./lists/complete";
import { exam } from "./lists/exam";
import { issue } from "./lists/issue";
import { preRegister } from "./lists/pre-register";
import { invoice } from "./money/invoice";
import { pay } from "./money/pay";
import { refund } from "./money/refund";
import { notified } from "./todo/notified";
import { unit } from "./units/unit";
import { closeYear } from "./year/close-year";
import { markCarriedByCode } from "./year/mark-carried";

/** Every operation with an input, in the order of a class: an operation is a file and a line here. */
export const CLERK_OPERATIONS: readonly ClerkOperation[] = [
  enrol,
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
  changeClass,
  move,
  noShow,
  card,
  renew,
  transfer,
  leave,
  withdraw,
  reinstate,
  mergePerson,
  unit,
  notified,
  markCarriedByCode,
  closeYear,
];
