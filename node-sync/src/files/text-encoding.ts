import { notText } from "../wording/tables";
import { UnreadableFile } from "../xlsx/unreadable-file";
import { wideText } from "../xlsx/wide-text";

/**
 * The text of a file of unknown encoding: by its byte order mark; UTF-16 where that alone makes a text of it; UTF-8 when it is valid UTF-8, or but for a few bytes that were
 * cut off or lost (they become U+FFFD, which is asked about at its cell); GB18030, the encoding in which Chinese Excel writes CSV;
 * Big5 where only that gives words of a list.
 *
 * @throws {UnreadableFile} `not-xlsx` when it is no text
 */
export async function decodeText(bytes: Buffer, label: string): Promise<string> {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) {
    const wide = wideText(bytes);
    if (wide === null) throw new UnreadableFile("not-xlsx", notText(label));
    return wide;
  }
  const utf8 = asUtf8(bytes);
  if (utf8 !== null) return utf8;
  const damaged = new TextDecoder("utf-8").decode(bytes);
  if (isNearly(damaged)) return damaged;
  const iconv = await import("iconv-lite");
  const { decode } = iconv.default ?? iconv;
  const simplified = decode(bytes, "gb18030");
  const traditional = speaksOfPeople(simplified) ? simplified : decode(bytes, "big5");
  return speaksOfPeople(traditional) ? traditional : simplified;
}

/** Far more characters of several bytes that are whole than such that are not: no other encoding looks like that. */
function isNearly(text: string): boolean {
  const lost = text.match(/\ufffd/gu)?.length ?? 0;
  const whole = text.match(/[\u0080-\ufffc]|[\ud800-\udbff][\udc00-\udfff]/gu)?.length ?? 0;
  return lost * 10 <= whole;
}

/** Whether the word stands in a text that every list has. */
function speaksOfPeople(text: string): boolean {
  return text.includes("姓名");
}

function asUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
