import { board } from "./board";
import { cardReceipt } from "./card-receipt";
import { cardSlips } from "./card-slips";
import { certificateReceipt } from "./certificate-receipt";
import { checkIn } from "./check-in";
import { classList } from "./class-list";
import type { PaperKind } from "./define-paper";
import { examList } from "./exam-list";
import { invoices } from "./invoices";
import { lodging } from "./lodging";
import { receipt } from "./receipt";
import { reminders } from "./reminders";
import { scores } from "./scores";
import { signIn } from "./sign-in";
import { takings } from "./takings";
import { unitRecord } from "./unit-record";

/** Every paper, in the order in which a class needs them. */
export const PAPERS_TO_PRINT: readonly PaperKind[] = [
  reminders,
  classList,
  lodging,
  checkIn,
  receipt,
  takings,
  invoices,
  signIn,
  cardReceipt,
  cardSlips,
  examList,
  scores,
  certificateReceipt,
  unitRecord,
  board,
];
