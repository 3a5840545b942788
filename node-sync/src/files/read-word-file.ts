import { basename } from "node:path";
import type { DocumentBlock } from "../../../apps-script/domain/plan/read-plan";
import { notWordFile } from "../wording/tables";
import { Budget } from "../xlsx/budget";
import { foreignLimits, type Limits } from "../xlsx/limits";
import { XlsxPackage } from "../xlsx/package";
import { UnreadableFile } from "../xlsx/unreadable-file";
import { readPart } from "../xlsx/xml";
import { WordBlocks } from "./word-blocks";

/** Where programs put the text (ECMA-376 part 1, 11.3.10). */
const DOCUMENT = "word/document.xml";

/**
 * The paragraphs and tables of a .docx, in their order: what is deleted, moved away, struck out or hidden is no text. Limits as for
 * any file that somebody sent.
 *
 * @throws {UnreadableFile} with a sentence naming the file
 */
export async function readWordFile(path: string, limits: Limits = foreignLimits): Promise<DocumentBlock[]> {
  const file = basename(path);
  const pkg = await XlsxPackage.open(path, limits, file).catch((error: unknown) => {
    throw error instanceof UnreadableFile && OTHER_FORMATS.has(error.code)
      ? new UnreadableFile(error.code, notWordFile(file))
      : error;
  });
  if (!pkg.has(DOCUMENT)) throw new UnreadableFile("not-xlsx", notWordFile(file));
  const blocks = new WordBlocks(new Budget(file, limits));
  await readPart(pkg, DOCUMENT, {
    open: (name, attributes) => blocks.open(name, attributes),
    text: (text) => blocks.text(text),
    close: (name) => blocks.close(name),
  });
  return blocks.found;
}

/** Sentences of these codes speak of workbooks. */
const OTHER_FORMATS: ReadonlySet<string> = new Set(["ole", "html", "text", "not-xlsx"]);
