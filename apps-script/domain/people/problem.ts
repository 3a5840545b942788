import type { Severity } from "../changes/finding";
import type { UnitSentence } from "../wording/audience";
import type { RuleCode } from "../wording/rules";

/** Something wrong or worth a look in one cell about a person; titles and advice by `code` are in the wording. */
export interface IdentityProblem {
  readonly code: RuleCode;
  readonly severity: Severity;
  /** Says nothing but what is in the cell. */
  readonly message: UnitSentence;
}
