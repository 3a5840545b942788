import { inflateEntry, readEntries } from "../xlsx/patch/zip-read";
import { packEntry, writeZip } from "../xlsx/patch/zip-write";
import { FONT_NAME, FONT_SIZE } from "./look";

/**
 * What exceljs cannot do, done to the file it wrote: links between tabs that are links inside the book and not to a file
 * of that name, the book's own font (column widths are counted in its digits), and the same bytes on every day.
 */
export async function finish(file: Buffer, own: OwnFont = { name: FONT_NAME, size: FONT_SIZE, charset: 134 }): Promise<Buffer> {
  const packed = [];
  for (const entry of readEntries(file)) {
    if (entry.name.endsWith("/")) continue;
    const bytes = await inflateEntry(entry);
    packed.push(await packEntry(entry.name, Buffer.from(finished(entry.name, bytes.toString("utf8"), own), "utf8")));
  }
  return writeZip(packed);
}

function finished(name: string, xml: string, own: OwnFont): string {
  if (name === "xl/styles.xml")
    return xml.replace(/<font>(?:(?!<\/?font>).)*<scheme val="minor"\/>(?:(?!<\/?font>).)*<\/font>/s, bookFont(own));
  if (name.startsWith("xl/worksheets/_rels/")) return xml.replace(/<Relationship [^<>]*TargetMode="External"[^<>]*\/>/g, "");
  if (name.startsWith("xl/worksheets/")) return xml.replace(/(<hyperlink ref="[^"]*") r:id="[^"]*"/g, "$1");
  return xml;
}

/** The font of the book itself. */
export interface OwnFont {
  readonly name: string;
  readonly size: number;
  readonly charset?: number;
}

function bookFont({ name, size, charset }: OwnFont): string {
  const set = charset === undefined ? "" : `<charset val="${charset}"/>`;
  return `<font><sz val="${size}"/><color theme="1"/><name val="${name}"/><family val="2"/>${set}</font>`;
}
