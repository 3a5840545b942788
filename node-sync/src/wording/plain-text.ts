/** Characters that move the cursor, colour a terminal or turn the direction of reading; none of them is ever meant. */
const UNSEEN = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/**
 * A text as it may go to a terminal, line breaks kept: whoever names a file can put in what clears the screen or turns a line
 * round. A control character becomes its picture (`␛`), others `�`.
 */
export function plainText(text: string): string {
  return text.replace(UNSEEN, (character) => (character === "\n" ? character : pictureOf(character)));
}

/** A text as one line of plain text. */
export function oneLine(text: string): string {
  return text.replace(UNSEEN, pictureOf);
}

/** Lines as one text; what is in a line cannot begin another one. */
export function linesOf(lines: readonly string[]): string {
  return lines.map(oneLine).join("\n");
}

/** JSON with the same characters as escapes; JSON itself only asks for those below U+0020. */
export function plainJson(json: string): string {
  return json.replace(UNSEEN, (character) =>
    character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** https://www.unicode.org/charts/PDF/U2400.pdf */
function pictureOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : "\ufffd";
}
