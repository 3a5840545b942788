import { mayBeMisread } from "../../domain/moving/misread";

/** The number format of plain text. */
export const TEXT_FORMAT = "@";

/** The number format of a cell that nobody gave one. */
export const AUTOMATIC_FORMAT = "General";

/**
 * The text as it has to be written to stay what it is. Outside plain-text cells a leading apostrophe does it. In a
 * plain-text cell nothing is read as anything else; only for a leading `=` Google's papers promise nothing, so that
 * one gets the apostrophe too, and who reads it back sees whether it stayed.
 */
export function asText(text: string, format: string | undefined): string {
  if (!mayBeMisread(text)) return text;
  const isPlain = format === TEXT_FORMAT && !/^\s*=/.test(text);
  return isPlain ? text : `'${text}`;
}
