import { UsageError } from "../refusal";
import { badSheetId } from "../wording/cli";

/** The id of a Google Sheet, also out of the address that the browser shows. */
export function sheetIdIn(text: string): string {
  const id = /\/spreadsheets\/d\/([\w-]+)/.exec(text)?.[1] ?? text;
  if (!/^[\w-]{10,}$/.test(id)) throw new UsageError(badSheetId(text));
  return id;
}
