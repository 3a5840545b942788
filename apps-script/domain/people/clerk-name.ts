import { Refusal } from "../refusal";
import { badClerk } from "../wording/clerk";

const LONGEST = 20;

/**
 * 经办人 as it is kept.
 *
 * @example clerkName(" 王 芳 ") // "王 芳"
 * @throws {Refusal} `bad-clerk` for what is no name
 */
export function clerkName(written: unknown): string {
  const name = typeof written === "string" ? written.normalize("NFKC").replace(/\s+/gu, " ").trim() : "";
  if (name === "" || name.length > LONGEST || /^[=+\-@]|\p{Cc}/u.test(name)) throw new Refusal("bad-clerk", badClerk());
  return name;
}
