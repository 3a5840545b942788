/** The small pieces of `XmlBytes`: names as numbers, text, and tokens that are no tags. */

const [ampersand, carriageReturn] = [38, 13];

export const isBlank = (byte: number): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9;

/** A name of up to four ASCII characters as one number; a longer one as its negative length. */
export function codeOf(name: string): number {
  return nameCode(Buffer.from(name), 0, name.length);
}

export function nameCode(bytes: Buffer, from: number, to: number): number {
  if (to - from > 4) return from - to;
  let code = 0;
  for (let at = from; at < to; at += 1) code = code * 128 + ((bytes[at] ?? 0) & 127);
  return code;
}

export const malformed = (): Error => new Error("malformed XML");

/** A copy of some bytes as text, entities decoded (not in CDATA, `isRaw`) and line ends made `\n` (XML 1.0, 2.11). */
export function decodeText(bytes: Buffer, from: number, to: number, isRaw: boolean): string {
  let isAscii = true;
  let isPlain = true;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte > 127) isAscii = false;
    else if (byte === ampersand || byte === carriageReturn) isPlain = false;
  }
  const text = bytes.toString(isAscii ? "latin1" : "utf8", from, to);
  if (isPlain) return text;
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  return isRaw ? lines : decodeEntities(lines);
}

/** Quotes first and all at once: some programs write JSON in a cell with every quote as an entity. */
function decodeEntities(text: string): string {
  const quoted = text.replaceAll("&quot;", '"');
  return quoted.includes("&") ? quoted.replace(/&([^;]*;?)/g, (_, name: string) => entity(name)) : quoted;
}

/** Position behind a comment, CDATA section or processing instruction; -1 when it is not all there yet. */
export function endOfSpecial(bytes: Buffer, from: number): number {
  const head = bytes.toString("latin1", from, from + 9);
  const isBeginning = (opening: string): boolean => head.startsWith(opening.slice(0, head.length));
  const [opening, closing] = isBeginning("<?") ? ["<?", "?>"] : isBeginning("<!--") ? ["<!--", "-->"] : ["<![CDATA[", "]]>"];
  if (!isBeginning(opening)) throw malformed();
  if (head.length < opening.length) return -1;
  const end = bytes.indexOf(closing, from + opening.length, "latin1");
  return end < 0 ? -1 : end + closing.length;
}

const named = new Map(Object.entries({ "amp;": "&", "lt;": "<", "gt;": ">", "quot;": '"', "apos;": "'" }));

function entity(name: string): string {
  const text = named.get(name);
  if (text !== undefined) return text;
  const code = /^#x([0-9a-f]{1,6});$/i.exec(name)?.[1];
  const decimal = /^#(\d{1,7});$/.exec(name)?.[1];
  const point = code !== undefined ? Number.parseInt(code, 16) : decimal !== undefined ? Number(decimal) : -1;
  if (point < 0 || point > 0x10ffff) throw malformed();
  return String.fromCodePoint(point);
}
