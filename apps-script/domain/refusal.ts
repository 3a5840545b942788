/**
 * Why something was refused, for programs: scripts read these codes on the command line (`error.code`), the dialogs know a way
 * out for some. A code that is not here can't be made.
 */
const CODES = [
  // The workbook and what is done to it.
  ...([
    "missing-tab",
    "missing-header",
    "repeated-header",
    "newer-schema",
    "not-a-workbook",
    "copied-document",
    "not-a-copy",
  ] as const),
  ...([
    "not-undoable",
    "protected",
    "restless",
    "busy",
    "not-settled",
    "foreign-tab",
    "other-year",
    "not-ready",
    "ended",
  ] as const),
  // What a dialog or a call asked for.
  ...(["bad-request", "no-action", "no-clerk", "bad-clerk", "no-plan", "no-year", "bad-year", "no-tab", "usage"] as const),
  ...(["no-run", "broken-run", "bad-input", "not-possible", "no-such-unit", "no-cards", "no-files", "doctor"] as const),
  // Files and folders.
  ...(["locked", "open-in-excel", "changed", "exists", "not-found", "no-access", "is-folder", "not-folder"] as const),
  ...(["disk-full", "disk-fault", "name-too-long", "too-many-open", "not-empty", "too-long", "differs"] as const),
  ...(["no-inbox", "nested-folders", "book-in-inbox", "no-folder", "not-fetched"] as const),
  // What is in a file of others.
  ...(["missing", "empty", "text", "html", "ole", "ods", "xlsb", "not-xlsx", "encrypted", "truncated", "broken"] as const),
  ...([
    "too-large",
    "no-sheets",
    "unreadable",
    "not-a-list",
    "list-of-the-future",
    "own-workbook",
    "review",
    "set-aside",
  ] as const),
  ...(["reader-memory", "reader-hang", "reader-died", "reader-unstarted"] as const),
  // Google.
  ...(["no-credentials", "bad-credentials", "clock-skew", "no-sheet", "no-storage", "not-shared", "api-disabled"] as const),
  ...(["scope", "quota", "network", "google"] as const),
] as const;

/** A file of a unit that stops as a whole has the code of the finding that says why. */
type FileStop = `E${number}` | `I${number}`;

export type RefusalCode = (typeof CODES)[number] | FileStop;

export function isRefusalCode(code: string): code is RefusalCode {
  return /^[EI]\d+$/.test(code) || CODES.some((known) => known === code);
}

/** Refused, and nothing was written: the sentence, or one for each reason, says why to the person at the desk. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  override readonly name: string = "Refusal";
  readonly reasons: readonly string[];

  constructor(
    readonly code: C,
    said: string | readonly string[],
  ) {
    const reasons = typeof said === "string" ? [said] : said;
    super(reasons.join("\n"));
    this.reasons = reasons;
  }
}
