import type { Severity } from "../changes/finding";

/** Something wrong or worth a look in one cell about a person; titles and advice by `code` are in the wording. */
export interface IdentityProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}
