import { Refusal } from "../domain/refusal";
import { badClerk } from "./wording-menu";

const PROPERTY = "经办人";
const LONGEST = 20;

/** Who works here. It is asked once per person: the account's address would need another scope. */
export function savedClerk(): string | null {
  return PropertiesService.getUserProperties().getProperty(PROPERTY) || null;
}

/** Keeps the name for this person's later runs; returns it as kept. */
export function saveClerk(written: unknown): string {
  const name = typeof written === "string" ? written.normalize("NFKC").replace(/\s+/gu, " ").trim() : "";
  if (name === "" || name.length > LONGEST || /^[=+\-@]|\p{Cc}/u.test(name)) throw new Refusal("bad-clerk", badClerk());
  PropertiesService.getUserProperties().setProperty(PROPERTY, name);
  return name;
}
