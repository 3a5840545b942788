import { notText } from "../wording/tables";
import { UnreadableFile } from "../xlsx/unreadable-file";

/**
 * The text of a file of unknown encoding: by its byte order mark, by what it declares (HTML), UTF-8 when it is valid
 * UTF-8, else GB18030, the encoding in which Chinese Excel writes CSV.
 *
 * @throws {UnreadableFile} `not-xlsx` when it is no text
 */
export async function decodeText(bytes: Buffer, label: string): Promise<string> {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) throw new UnreadableFile("not-xlsx", notText(label));
  const utf8 = asUtf8(bytes);
  if (utf8 !== null) return utf8;
  const iconv = await import("iconv-lite");
  return (iconv.default ?? iconv).decode(bytes, "gb18030");
}

function asUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
