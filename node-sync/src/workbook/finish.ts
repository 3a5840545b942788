import { inflateEntry, readEntries } from "../xlsx/patch/zip-read";
import { packEntry, writeZip } from "../xlsx/patch/zip-write";
import { FONT_NAME, FONT_SIZE } from "./look";

/**
 * What exceljs cannot do, done to the file it wrote: links between tabs that are links inside the book and not to a file
 * of that name, the book's own font (column widths are counted in its digits), and the same bytes on every day.
 */
export async function finish(file: Buffer): Promise<Buffer> {
  const packed = [];
  for (const entry of readEntries(file)) {
    if (entry.name.endsWith("/")) continue;
    const bytes = await inflateEntry(entry);
    packed.push(await packEntry(entry.name, Buffer.from(finished(entry.name, bytes.toString("utf8")), "utf8")));
  }
  return writeZip(packed);
}

function finished(name: string, xml: string): string {
  if (name === "xl/styles.xml")
    return xml.replace(/<font>(?:(?!<\/?font>).)*<scheme val="minor"\/>(?:(?!<\/?font>).)*<\/font>/s, BOOK_FONT);
  if (name.startsWith("xl/worksheets/_rels/")) return xml.replace(/<Relationship [^<>]*TargetMode="External"[^<>]*\/>/g, "");
  if (name.startsWith("xl/worksheets/")) return xml.replace(/(<hyperlink ref="[^"]*") r:id="[^"]*"/g, "$1");
  return xml;
}

const BOOK_FONT = `<font><sz val="${FONT_SIZE}"/><color theme="1"/><name val="${FONT_NAME}"/><family val="2"/><charset val="134"/></font>`;
