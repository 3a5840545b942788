import { addressOf } from "../../../apps-script/domain/snapshot/address";
import { beyondSheet, tooManyCells, tooManyRows } from "../wording/files";
import { legacyNotReadable } from "../wording/tables";
import { tooLarge } from "../xlsx/budget";
import { LAST_COLUMN, LAST_ROW, type Limits } from "../xlsx/limits";
import { XlsxPackage } from "../xlsx/package";
import { UnreadableFile } from "../xlsx/unreadable-file";
import { readPart, readXml, type XmlHandlers } from "../xlsx/xml";

/** Holds the sheets of an OpenDocument file (part 3, 3.8). */
const ODS_CONTENT = "content.xml";

/**
 * Weighs a .ods or .xlsb before a reader without limits sees it: every entry is inflated once, bytes counted, and of an
 * OpenDocument file the cells are counted as often as they say they are repeated.
 *
 * @returns the names of the sheets that an OpenDocument file hides, which SheetJS does not tell
 * @throws {UnreadableFile} `too-large`, `broken`
 */
export async function weighPackage(bytes: Buffer, label: string, limits: Limits): Promise<Set<string>> {
  const pkg = await XlsxPackage.open(bytes, limits, label);
  const hidden = new Set<string>();
  for (const name of pkg.names) {
    if (name === ODS_CONTENT) await readPart(pkg, ODS_CONTENT, contentScale(label, limits, hidden));
    else if (!name.endsWith("/")) for await (const chunk of pkg.chunks(name)) void chunk.length;
  }
  return hidden;
}

/** The same for an OpenDocument file in one piece of XML. @throws {UnreadableFile} `too-large`, `broken` */
export async function weighFlatContent(text: string, label: string, limits: Limits): Promise<void> {
  try {
    await readXml([Buffer.from(text)], contentScale(label, limits, new Set()));
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile("broken", legacyNotReadable(label));
  }
}

/** Follows the cells of an OpenDocument file and notes the sheets that it hides. @throws {UnreadableFile} `too-large` */
function contentScale(label: string, limits: Limits, hidden: Set<string>): XmlHandlers {
  const hiding = new Set<string | undefined>();
  let style: string | undefined;
  let sheet = "";
  let [at, rows, slots, repeated, column, filled] = [0, 0, 0, 1, 0, 0];
  return {
    open(name, attributes) {
      if (name === "style:style") style = attributes["style:name"];
      else if (name === "style:table-properties" && attributes["table:display"] === "false") hiding.add(style);
      else if (name === "table:table") {
        sheet = attributes["table:name"] ?? "";
        if (hiding.has(attributes["table:style-name"])) hidden.add(sheet);
        [at, rows] = [0, 0];
      } else if (name === "table:table-row") {
        repeated = times(attributes["table:number-rows-repeated"]);
        [column, filled] = [0, 0];
        at += repeated;
      } else if (name === "table:table-cell" || name === "table:covered-table-cell") {
        column += times(attributes["table:number-columns-repeated"]);
        const isFilled = Object.keys(attributes).some((attribute) => /^(?:office|calcext):|:formula$/.test(attribute));
        if (isFilled) filled = column;
      } else if (name === "text:p") filled = column;
      // Some programs repeat the blank rest of a sheet once more.
      if (at > 2 * LAST_ROW || column > 2 * LAST_COLUMN) throw tooLarge(beyondSheet(label, sheet, addressOf(column, at)));
    },
    close(name) {
      if (name !== "table:table-row" || filled === 0) return;
      rows += repeated;
      slots += repeated * filled;
      if (rows > limits.rows) throw tooLarge(tooManyRows(label, sheet, limits.rows));
      if (slots > limits.slots) throw tooLarge(tooManyCells(label, sheet));
    },
  };
}

function times(repeated: string | undefined): number {
  const count = Number(repeated ?? 1);
  return Number.isFinite(count) && count > 1 ? count : 1;
}
