import { addressOf } from "../../../apps-script/domain/snapshot/address";
import { beyondSheet, tooManyCells, tooManyRows } from "../wording/files";
import { legacyNotReadable } from "../wording/tables";
import { tooLarge } from "../xlsx/budget";
import { LAST_COLUMN, LAST_ROW, type Limits } from "../xlsx/limits";
import { XlsxPackage } from "../xlsx/package";
import { UnreadableFile } from "../xlsx/unreadable-file";
import { type Attributes, readPart, readXml, type XmlHandlers } from "../xlsx/xml";
import { DocumentLooks, type SheetLooks, times } from "./document-looks";

/** Hold the common styles and the sheets of an OpenDocument file (part 3, 3.8). */
const [ODS_STYLES, ODS_CONTENT] = ["styles.xml", "content.xml"];

/**
 * Weighs a .ods or .xlsb before a reader without limits sees it: every entry is inflated once, bytes counted, and of an
 * OpenDocument file the cells are counted as often as they say they are repeated.
 *
 * @returns by name what SheetJS does not tell of the sheets of an OpenDocument file; of a .xlsb nothing
 * @throws {UnreadableFile} `too-large`, `broken`
 */
export async function weighPackage(bytes: Buffer, label: string, limits: Limits): Promise<Looks> {
  const pkg = await XlsxPackage.open(bytes, limits, label);
  for (const name of pkg.names)
    if (!name.endsWith("/") && name !== ODS_CONTENT) for await (const chunk of pkg.chunks(name)) void chunk.length;
  const looks = new DocumentLooks(limits.columns);
  if (!pkg.has(ODS_CONTENT)) return looks.sheets;
  await readStyles(pkg, looks);
  await readPart(pkg, ODS_CONTENT, both(contentScale(label, limits), looks));
  return looks.sheets;
}

/** Takes in the common styles, as many as can be read: without them a file is still a list. */
async function readStyles(pkg: XlsxPackage, looks: DocumentLooks): Promise<void> {
  if (!pkg.has(ODS_STYLES)) return;
  try {
    const open = (name: string, attributes: Attributes): void => looks.open(name, attributes);
    await readXml(pkg.chunks(ODS_STYLES), { open, close: (name) => looks.close(name) });
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
  }
}

/** The same for an OpenDocument file in one piece of XML. @throws {UnreadableFile} `too-large`, `broken` */
export async function weighFlatContent(text: string, label: string, limits: Limits): Promise<Looks> {
  const looks = new DocumentLooks(limits.columns);
  try {
    await readXml([Buffer.from(text)], both(contentScale(label, limits), looks));
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile("broken", legacyNotReadable(label));
  }
  return looks.sheets;
}

type Looks = ReadonlyMap<string, SheetLooks>;

function both(scale: XmlHandlers, looks: DocumentLooks): XmlHandlers {
  return {
    open(name, attributes) {
      scale.open?.(name, attributes);
      looks.open(name, attributes);
    },
    text: (text) => looks.text(text),
    close(name) {
      scale.close?.(name);
      looks.close(name);
    },
  };
}

/** Counts the cells of an OpenDocument file. @throws {UnreadableFile} `too-large` */
function contentScale(label: string, limits: Limits): XmlHandlers {
  let sheet = "";
  let [at, rows, slots, repeated, column, filled] = [0, 0, 0, 1, 0, 0];
  return {
    open(name, attributes) {
      if (name === "table:table") {
        sheet = attributes["table:name"] ?? "";
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
