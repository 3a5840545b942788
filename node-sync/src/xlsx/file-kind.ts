import * as words from "../wording/files";
import { UnreadableFile } from "./unreadable-file";
import { wideText } from "./wide-text";

const oleMagic = Buffer.from("d0cf11e0a1b11ae1", "hex");
const zipMagics = ["504b0304", "504b0506", "504b0708"].map((hex) => Buffer.from(hex, "hex"));
/** Name of the stream that holds a password-protected workbook, as the compound file's directory writes it (MS-OFFCRYPTO 1.3.2). */
const encryptedStream = Buffer.from("EncryptedPackage", "utf16le");

/** What is called a text is asked about as one, whatever its bytes. */
const TEXT_NAME = /\.(?:csv|tsv|txt|prn)$/iu;

const startsWith = (data: Buffer, magic: Buffer): boolean => data.subarray(0, magic.length).equals(magic);

/** A web page with its pictures in one file (MHTML, RFC 2557), as Excel saves it. */
function isWebArchive(beginning: string): boolean {
  return (
    /^(?:MIME-Version|From|Content-Type|Subject|Snapshot-Content-Location)\s*:/i.test(beginning) &&
    /multipart\/related/i.test(beginning)
  );
}

/**
 * Looks at the first bytes and refuses everything that is no zip.
 *
 * @throws {UnreadableFile} `empty`, `encrypted`, `ole`, `html`, `text` or `not-xlsx`
 */
export function refuseUnlessZip(data: Buffer, label: string): void {
  if (data.length === 0) throw new UnreadableFile("empty", words.emptyFile(label));
  if (zipMagics.some((magic) => startsWith(data, magic))) return;
  if (startsWith(data, oleMagic.subarray(0, 4))) {
    if (data.includes(encryptedStream)) throw new UnreadableFile("encrypted", words.encryptedFile(label));
    throw new UnreadableFile("ole", words.oleFile(label));
  }
  const head = data.subarray(0, 4096);
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const isText = isWide || !head.includes(0) || wideText(data) !== null;
  const beginning = head
    .toString("latin1")
    .replace(/\0/g, "")
    .replace(/^[^\x21-\x7e]*(ï»¿|ÿþ|þÿ)?\s*/, "");
  if (isWebArchive(beginning)) throw new UnreadableFile("not-xlsx", words.webArchive(label));
  if (/^(?:%PDF|\{\\rtf|PK)/.test(beginning)) throw new UnreadableFile("not-xlsx", words.notWorkbook(label));
  if (isText && beginning.startsWith("<")) throw new UnreadableFile("html", words.htmlFile(label));
  if (isText || TEXT_NAME.test(label)) throw new UnreadableFile("text", words.textFile(label));
  throw new UnreadableFile("not-xlsx", words.notWorkbook(label));
}

/**
 * Names what a zip without a workbook relationship really is.
 *
 * @param mimetype text of the entry `mimetype`, `""` when there is none (OpenDocument 1.2 part 3, 3.3)
 */
export function zipWithoutWorkbook(names: readonly string[], mimetype: string, label: string): UnreadableFile {
  if (mimetype.startsWith("application/vnd.oasis.opendocument")) return new UnreadableFile("ods", words.odsFile(label));
  const holdsFiles = names.some((name) => /\.(xlsx?|xlsm|csv|et|docx?|pdf)$/i.test(name));
  return new UnreadableFile("not-xlsx", holdsFiles ? words.archiveOfFiles(label) : words.notWorkbook(label));
}
