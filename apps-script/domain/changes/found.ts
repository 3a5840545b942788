import { type Own, type RuleCode, weightOf } from "../wording/rules";
import type { Finding } from "./finding";

/** The finding of a rule, with what its table says of it; `own` is what the table leaves open. */
export function found<C extends RuleCode>(
  code: C,
  { table, row, column }: Pick<Finding, "table" | "row" | "column">,
  message: string,
  ...own: Own<C>
): Finding {
  const { severity, advice } = weightOf(code, ...own);
  return { code, severity, table, row, column, message, suggestion: advice };
}
