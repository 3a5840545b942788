import { SaxesParser } from "saxes";
import { inflateEntry, readEntries } from "../../node-sync/src/xlsx/patch/zip-read";
import { packEntry, writeZip } from "../../node-sync/src/xlsx/patch/zip-write";

/** Small .docx files by hand, and what stands in filled ones. */

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const NAMESPACES = `${W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"`;
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (...texts: readonly string[]): string => `<w:p>${texts.map(run).join("")}</w:p>`;
export const row = (...cells: readonly string[]): string =>
  `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr/>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`;
export const table = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join("")}</w:tbl>`;
export const SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';

interface Template {
  readonly body: string;
  readonly header?: string;
  readonly mainType?: string;
  /** Parts besides, by name. */
  readonly parts?: Readonly<Record<string, string | Buffer>>;
}

/** The relationships of a document that names its header so. */
export function relationshipsTo(...ids: readonly string[]): string {
  const named = ids.map((id) => `<Relationship Id="${id}" Type="${OFFICE}/header" Target="header1.xml"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${named.join("")}</Relationships>`;
}

/** A .docx with that body, and that header named `rId1`. */
export async function templateOf({ body, header, mainType = "document.main", parts = {} }: Template): Promise<Buffer> {
  const types = [
    `<Override PartName="/word/document.xml" ContentType="${TYPE}.${mainType}+xml"/>`,
    ...(header === undefined ? [] : [`<Override PartName="/word/header1.xml" ContentType="${TYPE}.header+xml"/>`]),
  ];
  const all: Readonly<Record<string, string | Buffer>> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>${types.join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    "word/_rels/document.xml.rels": header === undefined ? relationshipsTo() : relationshipsTo("rId1"),
    ...(header === undefined ? {} : { "word/header1.xml": `<w:hdr ${NAMESPACES}>${header}</w:hdr>` }),
    ...parts,
  };
  return writeZip(await Promise.all(Object.entries(all).map(([name, content]) => packEntry(name, Buffer.from(content)))));
}

/** The parts of a .docx as text. */
export async function wordParts(file: Buffer): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for (const entry of readEntries(file)) parts.set(entry.name, (await inflateEntry(entry)).toString("utf8"));
  return parts;
}

/** The text of each paragraph of a part that is well-formed XML; a line break is `\n`. */
export function textsIn(xml: string): string[] {
  const texts: string[] = [];
  const open: string[] = [];
  let isText = false;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    if (name === "w:p") open.push("");
    else if (name === "w:t") isText = true;
    else if (name === "w:br") open.push(`${open.pop() ?? ""}\n`);
  });
  parser.on("text", (text) => {
    if (isText) open.push((open.pop() ?? "") + text);
  });
  parser.on("closetag", ({ name }) => {
    if (name === "w:t") isText = false;
    else if (name === "w:p") texts.push(open.pop() ?? "");
  });
  parser.write(xml).close();
  return texts;
}

export const bodyTexts = async (file: Buffer): Promise<string[]> =>
  textsIn((await wordParts(file)).get("word/document.xml") ?? "");
