import { UsageError } from "../refusal";
import { badYear } from "../wording/cli";

/**
 * @param option the option that was given, for the sentence
 * @throws {UsageError} for what is no plan year
 */
export function yearIn(text: string, option: string): number {
  if (!/^20\d\d$/.test(text)) throw new UsageError(badYear(text, option));
  return Number(text);
}
