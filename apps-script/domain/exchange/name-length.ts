/** What file systems take as a name, in bytes: 255 on Linux and macOS, in UTF-8. Windows counts characters and takes more. */
const NAME_BYTES = 255;

/** How many bytes a text takes in UTF-8. Apps Script has no TextEncoder. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) bytes += sizeOf(character);
  return bytes;
}

/** The beginning of a text in so many bytes of UTF-8; no character is cut in two. */
export function cutToBytes(text: string, most: number): string {
  let room = most;
  let kept = "";
  for (const character of text) {
    room -= sizeOf(character);
    if (room < 0) return kept;
    kept += character;
  }
  return kept;
}

/**
 * A file's name out of its stem and an ending that stays whole: of a stem that is too long the end is left out.
 *
 * @param spare bytes that are left for a longer ending
 * @example nameWithEnding("甲矿业", "-退回.xlsx") // "甲矿业-退回.xlsx"
 */
export function nameWithEnding(stem: string, ending: string, spare = 0): string {
  return cutToBytes(stem, NAME_BYTES - utf8Length(ending) - spare) + ending;
}

function sizeOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
