import { zipOf } from "../readers/support/zip";

const SECTOR = 512;

/** A .xls of 5.6 KB whose table of sectors is all zero: every chain goes on in sector 0, for ever. */
export function zeroTable(): Buffer {
  const head = Buffer.alloc(SECTOR);
  head.write("d0cf11e0a1b11ae1", "hex");
  for (const [place, value] of [0x3e, 3, 0xfffe, 9, 6].entries()) head.writeUInt16LE(value, 24 + place * 2);
  // One sector of the table, which is sector 8; the directory is sector 9.
  const numbers = [0, 1, 9, 0, 4096, 0xfffffffe, 0, 0xfffffffe, 0];
  for (const [place, value] of numbers.entries()) head.writeUInt32LE(value, 40 + place * 4);
  head.fill(0xff, 76);
  head.writeUInt32LE(8, 76);
  const directory = Buffer.concat([entry("Root Entry", 5, 0xfffffffe, 0), entry("Workbook", 2, 0, 15_502), Buffer.alloc(256)]);
  const sheets = Buffer.alloc(8 * SECTOR);
  sheets.writeUInt16LE(0x809, 0);
  return Buffer.concat([head, sheets, Buffer.alloc(SECTOR), directory]);
}

function entry(name: string, type: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(`${name}\0`, "utf16le");
  bytes.writeUInt16LE((name.length + 1) * 2, 64);
  bytes.writeUInt8(type, 66);
  bytes.fill(0xff, 68, 80);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

/** Excel 2003's XML with these rows. */
export function excel2003(rows: string): Buffer {
  return Buffer.from(
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="名单"><Table>${rows}</Table></Worksheet></Workbook>`,
  );
}

export const cell2003 = (text: string, attributes = ""): string =>
  `<Cell ${attributes}><Data ss:Type="String">${text}</Data></Cell>`;

/** A web page with these rows in its table. */
export function webPage(rows: string): Buffer {
  return Buffer.from(`<html><meta charset="utf-8"><body><table>${rows}</table></body></html>`);
}

const NAMES = ["office", "table", "text"].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`);

/** OpenDocument with these rows, packed or in one piece of XML. */
export function openDocument(rows: string, isFlat = false): Buffer {
  const root = isFlat ? "document" : "document-content";
  const type = isFlat ? ' office:mimetype="application/vnd.oasis.opendocument.spreadsheet"' : "";
  const content = `<office:${root} ${NAMES.join(" ")}${type}><office:body><office:spreadsheet><table:table table:name="名单">${rows}</table:table></office:spreadsheet></office:body></office:${root}>`;
  if (isFlat) return Buffer.from(`<?xml version="1.0"?>${content}`);
  return zipOf([
    { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet" },
    { name: "content.xml", data: content },
    { name: "styles.xml", data: `<office:document-styles ${NAMES.join(" ")}/>` },
    { name: "META-INF/manifest.xml", data: "<manifest:manifest/>" },
  ]);
}
