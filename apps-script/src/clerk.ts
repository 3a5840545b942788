import { clerkName } from "../domain/people/clerk-name";

const PROPERTY = "经办人";

/** Who works here. It is asked once per person: the account's address would need another scope. */
export function savedClerk(): string | null {
  return PropertiesService.getUserProperties().getProperty(PROPERTY) || null;
}

/** Keeps the name for this person's later runs; returns it as kept. */
export function saveClerk(written: unknown): string {
  const name = clerkName(written);
  PropertiesService.getUserProperties().setProperty(PROPERTY, name);
  return name;
}
