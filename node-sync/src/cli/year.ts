import { UsageError } from "../refusal";
import { badYear } from "../wording/cli";

/** @throws {UsageError} for what is no plan year */
export function yearIn(text: string): number {
  if (!/^20\d\d$/.test(text)) throw new UsageError(badYear(text));
  return Number(text);
}
