import { cardReceipt } from "./card-receipt";
import { certificateReceipt } from "./certificate-receipt";
import { checkIn } from "./check-in";
import { classList } from "./class-list";
import type { PaperKind } from "./define-paper";
import { examList } from "./exam-list";
import { scores } from "./scores";
import { signIn } from "./sign-in";

/** Every paper, in the order in which a class needs them. */
export const PAPERS_TO_PRINT: readonly PaperKind[] = [
  classList,
  checkIn,
  signIn,
  cardReceipt,
  examList,
  scores,
  certificateReceipt,
];
