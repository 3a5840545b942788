import { classList } from "./class-list";
import type { PaperKind } from "./define-paper";

/** Every paper, in the order in which a class needs them. */
export const PAPERS_TO_PRINT: readonly PaperKind[] = [classList];
