import type { FreshKey } from "../domain/operations/keying";

/** A name for a workbook: 12 random hex digits. */
export function freshName(): string {
  return randomDigits().slice(0, 12);
}

/** The secret is two UUIDs: each has 122 random bits. */
export const freshKey: FreshKey = () => ({ workbook: freshName(), secret: randomDigits() + randomDigits() });

/** java.util.UUID.randomUUID(): https://developers.google.com/apps-script/reference/utilities/utilities#getuuid */
function randomDigits(): string {
  return Utilities.getUuid().replace(/-/g, "");
}
