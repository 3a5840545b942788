import { tooManyCells, tooManyRows } from "../wording/files";
import type { Limits } from "../xlsx/limits";
import { XlsxPackage } from "../xlsx/package";
import { UnreadableFile } from "../xlsx/unreadable-file";
import { readPart } from "../xlsx/xml";

/** Holds the sheets of an OpenDocument file (part 3, 3.8). */
const ODS_CONTENT = "content.xml";

/**
 * Weighs a .ods or .xlsb before a reader without limits sees it: every entry is inflated once, bytes counted, and of an
 * OpenDocument file the cells are counted as often as they say they are repeated.
 *
 * @throws {UnreadableFile} `too-large`, `broken`
 */
export async function weighPackage(bytes: Buffer, label: string, limits: Limits): Promise<void> {
  const pkg = await XlsxPackage.open(bytes, limits, label);
  for (const name of pkg.names) {
    if (name === ODS_CONTENT) await countCells(pkg, label, limits);
    else if (!name.endsWith("/")) for await (const chunk of pkg.chunks(name)) void chunk.length;
  }
}

async function countCells(pkg: XlsxPackage, label: string, limits: Limits): Promise<void> {
  let sheet = "";
  let [rows, slots, repeated, column, filled] = [0, 0, 1, 0, 0];
  await readPart(pkg, ODS_CONTENT, {
    open(name, attributes) {
      if (name === "table:table") {
        sheet = attributes["table:name"] ?? "";
        rows = 0;
      } else if (name === "table:table-row") {
        repeated = times(attributes["table:number-rows-repeated"]);
        column = 0;
        filled = 0;
      } else if (name === "table:table-cell" || name === "table:covered-table-cell") {
        column += times(attributes["table:number-columns-repeated"]);
        const isFilled = Object.keys(attributes).some((attribute) => /^(?:office|calcext):|:formula$/.test(attribute));
        if (isFilled) filled = column;
      } else if (name === "text:p") filled = column;
    },
    close(name) {
      if (name !== "table:table-row" || filled === 0) return;
      rows += repeated;
      slots += repeated * filled;
      if (rows > limits.rows) throw new UnreadableFile("too-large", tooManyRows(label, sheet, limits.rows));
      if (slots > limits.slots) throw new UnreadableFile("too-large", tooManyCells(label, sheet));
    },
  });
}

function times(repeated: string | undefined): number {
  const count = Number(repeated ?? 1);
  return Number.isFinite(count) && count > 1 ? count : 1;
}
