import type { CellArea } from "../../../apps-script/domain/snapshot/grid";
import { type Area, parseArea } from "./patch/a1";
import { PackageParts } from "./patch/package-parts";
import { type ListedSheet, readWorkbookList } from "./patch/workbook-part";
import { attribute, maskMarkup, tags, unescapeXml } from "./patch/xml-scan";

type Areas = ReadonlyMap<string, readonly CellArea[]>;

/**
 * The tables (ListObjects) and print areas of sheets, by the sheets' titles; sheets that have none are left out. They are only
 * told of: where a part of them cannot be read, there are none, and the workbook is worked with as ever.
 */
export function areasIn(bytes: Buffer, titles: ReadonlySet<string>): Promise<Areas> {
  return readAreas(bytes, titles).catch((): Areas => new Map());
}

async function readAreas(bytes: Buffer, titles: ReadonlySet<string>): Promise<Areas> {
  const parts = new PackageParts(bytes);
  const { name, sheets } = await readWorkbookList(parts);
  const printed = printAreas(await parts.text(name));
  const found = new Map<string, readonly CellArea[]>();
  for (const sheet of sheets.filter(({ title }) => titles.has(title))) {
    const areas = [...(await tablesOf(parts, sheet)), ...(printed.get(sheet.index) ?? [])];
    if (areas.length > 0) found.set(sheet.title, areas);
  }
  return found;
}

/** A totals row makes room for new rows if it is one, and the sheet's only table has it. */
async function tablesOf(parts: PackageParts, sheet: ListedSheet): Promise<CellArea[]> {
  const targets = (await parts.relationships(sheet.part)).filter(({ kind }) => kind === "table");
  const areas: CellArea[] = [];
  for (const { target } of targets) {
    const xml = await parts.text(target);
    const tag = [...tags(xml)].find(({ name }) => name === "table");
    const text = tag ? xml.slice(tag.start, tag.end) : "";
    const area = parseArea(attribute(text, "ref") ?? "");
    const totals = Number(attribute(text, "totalsRowCount") ?? 0);
    const name = unescapeXml(attribute(text, "displayName") ?? attribute(text, "name") ?? "");
    if (area) areas.push(areaOf("table", name, area, totals === 0 || (totals === 1 && targets.length === 1)));
  }
  return areas;
}

/** By the place of the sheet in the workbook. */
function printAreas(workbook: string): Map<number, CellArea[]> {
  const scan = maskMarkup(workbook);
  const areas = new Map<number, CellArea[]>();
  for (const tag of tags(scan)) {
    const text = scan.slice(tag.start, tag.end);
    if (tag.name !== "definedName" || tag.kind !== "open" || attribute(text, "name") !== "_xlnm.Print_Area") continue;
    const sheet = Number(attribute(text, "localSheetId") ?? -1);
    const ranges = unescapeXml(workbook.slice(tag.end, scan.indexOf("<", tag.end))).matchAll(/!([^,!']+)/gu);
    const own = [...ranges].flatMap(([, range = ""]) => parseArea(range) ?? []);
    areas.set(
      sheet,
      own.map((area) => areaOf("print", "", area, true)),
    );
  }
  return areas;
}

function areaOf(kind: CellArea["kind"], name: string, { top, bottom, left, right }: Area, grows: boolean): CellArea {
  return { kind, name, grows, firstRow: top, lastRow: bottom, firstColumn: left - 1, lastColumn: right - 1 };
}
