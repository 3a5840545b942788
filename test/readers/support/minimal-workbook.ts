import { type ZipPart, zipOf } from "./zip";

const transitional = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relationships: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};
const strict = {
  main: "http://purl.oclc.org/ooxml/spreadsheetml/main",
  relationships: "http://purl.oclc.org/ooxml/officeDocument/relationships",
};
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const contentTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** How a handwritten workbook differs from the ordinary. Sheets are the inner XML of `worksheet`, with `{` `}`-free tags. */
export interface Variant {
  readonly prefix?: string;
  readonly isStrict?: boolean;
  readonly sheetPart?: string;
  readonly hasAbsoluteTargets?: boolean;
  readonly date1904?: boolean;
  readonly extra?: readonly ZipPart[];
}

interface Sheet {
  readonly name: string;
  readonly xml: string;
  readonly state?: string;
}

/** Adds a prefix to every tag of SpreadsheetML text. */
const prefixed = (xml: string, prefix: string): string =>
  prefix === "" ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}:`);

/** The parts of a workbook. `strings` and `styles` are inner XML of `sst` and `styleSheet`, `""` for no such part. */
export function workbookParts(sheets: readonly Sheet[], strings = "", styles = "", variant: Variant = {}): ZipPart[] {
  const { prefix = "", isStrict = false, sheetPart = "worksheets/sheet", hasAbsoluteTargets = false, date1904 = false } = variant;
  const names = isStrict ? strict : transitional;
  const root = (tag: string, inner: string): string => {
    const xmlns = `xmlns${prefix === "" ? "" : `:${prefix}`}="${names.main}" xmlns:r="${names.relationships}"`;
    return header + prefixed(`<${tag} ${xmlns}>${inner}</${tag}>`, prefix);
  };
  const target = (part: string): string => (hasAbsoluteTargets ? `/xl/${part}` : part);
  const linked = (id: string, kind: string, to: string): string =>
    `<Relationship Id="${id}" Type="${names.relationships}/${kind}" Target="${to}"/>`;
  const relationships = (inner: string): string =>
    `${header}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const override = (part: string, kind: string): string =>
    `<Override PartName="/${part}" ContentType="${contentTypes}.${kind}+xml"/>`;
  const sheetNames = sheets.map((_, index) => `${sheetPart}${index + 1}.xml`);
  const listed = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ""} r:id="rId${index + 1}"/>`,
  );
  const workbook = `<workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets>${listed.join("")}</sheets>`;
  const links = sheetNames.map((name, index) => linked(`rId${index + 1}`, "worksheet", target(name)));
  if (strings !== "") links.push(linked("rIdStrings", "sharedStrings", target("sharedStrings.xml")));
  if (styles !== "") links.push(linked("rIdStyles", "styles", target("styles.xml")));
  const types = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override("xl/workbook.xml", "sheet.main"),
    ...sheetNames.map((name) => override(`xl/${name}`, "worksheet")),
    strings === "" ? "" : override("xl/sharedStrings.xml", "sharedStrings"),
    styles === "" ? "" : override("xl/styles.xml", "styles"),
  ];
  const parts: ZipPart[] = [
    {
      name: "[Content_Types].xml",
      data: `${header}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types.join("")}</Types>`,
    },
    {
      name: "_rels/.rels",
      data: relationships(linked("rId1", "officeDocument", hasAbsoluteTargets ? "/xl/workbook.xml" : "xl/workbook.xml")),
    },
    { name: "xl/workbook.xml", data: root("workbook", workbook) },
    { name: "xl/_rels/workbook.xml.rels", data: relationships(links.join("")) },
    ...sheets.map(({ xml }, index) => ({ name: `xl/${sheetNames[index]}`, data: root("worksheet", xml) })),
  ];
  if (strings !== "") parts.push({ name: "xl/sharedStrings.xml", data: root("sst", strings) });
  if (styles !== "") parts.push({ name: "xl/styles.xml", data: root("styleSheet", styles) });
  return [...parts, ...(variant.extra ?? [])];
}

/** A workbook of handwritten sheets, as bytes. */
export function workbookOf(sheets: readonly Sheet[], strings = "", styles = "", variant: Variant = {}): Buffer {
  return zipOf(workbookParts(sheets, strings, styles, variant));
}

/** A workbook of one sheet 表 with these rows. */
export const sheetOf = (sheetData: string, strings = "", styles = "", variant: Variant = {}): Buffer =>
  workbookOf([{ name: "表", xml: `<sheetData>${sheetData}</sheetData>` }], strings, styles, variant);
