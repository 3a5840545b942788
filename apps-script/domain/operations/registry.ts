import type { ClerkOperation } from "./define-operation";
import { checkIn } from "./desk/check-in";
import { handInPapers } from "./desk/papers";
import { pay } from "./money/pay";

/** Every operation with an input, in the order of a class: an operation is a file and a line here. */
export const CLERK_OPERATIONS: readonly ClerkOperation[] = [checkIn, handInPapers, pay];
