import { Refusal } from "../../../apps-script/domain/refusal";
import { printAside } from "../terminal/terminal";
import { notReadable } from "../wording/readers";
import type { Refused } from "./messages";

/** What is said of a file that a reader threw over. What nobody foresaw is the file's own doing too: the others are read. */
export function refusalOf(error: unknown, label: string): Refused {
  if (error instanceof Refusal) return { code: error.code, message: error.message };
  if (process.env.DEBUG === "anpei" && error instanceof Error) printAside(String(error.stack));
  return { code: "unreadable", message: notReadable(label) };
}
