import type { Value } from "../snapshot/value";
import type { PaperColumn } from "../views/papers/paper";

/** A value as it stands on paper; `""` where it is written by hand. */
export function valueText(value: Value | undefined, kind: PaperColumn["kind"]): string {
  if (value === null || value === undefined) return "";
  return kind === "money" && typeof value === "number" ? value.toFixed(2) : String(value);
}
