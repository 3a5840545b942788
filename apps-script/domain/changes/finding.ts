import type { SEVERITIES } from "../schema/allowed";
import type { RuleCode } from "../wording/rules";

/** How much a finding matters: 阻断 stops the row it is about, 警告 needs a look, 提示 is for knowing. */
export type Severity = (typeof SEVERITIES)[number];

/**
 * Something a person should know or decide. Bad data is returned as findings, never thrown.
 *
 * `row` is the key of the row (for a file, the row number as text), `null` for the whole table; `column` is the
 * Chinese column title. `message` names the person or class, the cell and the value as written, with ids masked;
 * `suggestion` says what to do. There is one finding per rule code and row.
 */
export interface Finding {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly table: string;
  readonly row: string | null;
  readonly column: string | null;
  readonly message: string;
  readonly suggestion: string;
}
