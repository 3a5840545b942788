/** First and last of the characters that a terminal, or the order of reading, obeys; the line breaks of a text are its own. */
const OBEYED: readonly (readonly [number, number])[] = [
  [0x00, 0x09],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0x61c, 0x61c],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2066, 0x2069],
];

/** Those that are in a text, by their numbers. */
export function obeyedIn(text: string): number[] {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  return codes.filter((code) => OBEYED.some(([first, last]) => code >= first && code <= last));
}
