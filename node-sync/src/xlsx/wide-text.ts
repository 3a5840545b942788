/** As much of a file is looked at to tell its encoding. */
const SAMPLE = 64 * 1024;
/** What no text holds: controls other than TAB and line ends, and characters that nobody has assigned a meaning. */
const NO_TEXT = /(?![\t\r\n\ufffd])[\p{Cc}\p{Cn}\p{Co}\p{Cs}]/u;
/** What every list in rows and columns holds, in any language. */
const OF_TABLE = /[,\t;|，]/u;

/**
 * The text of bytes in UTF-16 without a byte order mark, as some programs export CSV, if it is unmistakable: in one order of bytes
 * they are a text with lines and separators, in the other one they are not.
 */
export function wideText(bytes: Buffer): string | null {
  const found = (["utf-16le", "utf-16be"] as const).filter((encoding) => isText(decoded(bytes.subarray(0, SAMPLE), encoding)));
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? null : decoded(bytes, only);
}

/** A byte that was cut off at the end becomes U+FFFD, which is asked about at its cell. */
function decoded(bytes: Buffer, encoding: "utf-16le" | "utf-16be"): string {
  return new TextDecoder(encoding).decode(bytes);
}

function isText(text: string): boolean {
  const whole = text.slice(0, -1);
  return !NO_TEXT.test(whole) && !whole.includes("\ufffd") && /[\r\n]/u.test(text) && OF_TABLE.test(whole);
}
