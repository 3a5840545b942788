import { inflateEntry, readEntries } from "../../node-sync/src/xlsx/patch/zip-read";
import { packEntry, writeZip } from "../../node-sync/src/xlsx/patch/zip-write";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
const spreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const relationships = (list: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `<Relationships xmlns="${packageRelationships}">${list
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** Styles by index: 0 General, 1 text, 2 day, 3 bold header, 4 day and time, 5 time of day. */
const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill/><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="176" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/><xf numFmtId="22"/><xf numFmtId="20"/></cellXfs></styleSheet>`;

/** Everything but the sheets can be replaced or added to by name. */
export async function handWorkbook(sheetXml: string, more: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheetType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheetType}.styles+xml"/></Types>`,
    "_rels/.rels": relationships([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "styles", "styles.xml"],
    ]),
    "xl/styles.xml": styles,
    "xl/worksheets/sheet1.xml": sheetXml,
    ...more,
  };
  return writeZip(await Promise.all(Object.entries(parts).map(([name, text]) => packEntry(name, Buffer.from(text, "utf8")))));
}

/** A worksheet part with these rows; `head` stands before them, `tail` after. */
export const sheetXml = (rows: string, { head = "", tail = "" } = {}): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${main}">${head}<sheetData>${rows}</sheetData>${tail}</worksheet>`;

/** Every part after inflating, by name, in the file's order. */
export async function partsOf(workbook: Buffer): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for (const entry of readEntries(workbook)) parts.set(entry.name, (await inflateEntry(entry)).toString("utf8"));
  return parts;
}

/** Every part after inflating, as bytes. */
export async function bytesOf(workbook: Buffer): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  for (const entry of readEntries(workbook)) parts.set(entry.name, await inflateEntry(entry));
  return parts;
}

/** A package of these parts. */
export async function packageOf(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  return writeZip(await Promise.all([...parts].map(([name, bytes]) => packEntry(name, bytes))));
}
