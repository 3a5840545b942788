import { posix } from "node:path";
import { workbookWording as say } from "../../wording/workbook";
import { addCharts } from "../charts/add-charts";
import { addPart, relate } from "./append-child";
import type { PackageParts } from "./package-parts";
import type { CellKind, NewSheet } from "./sheet-edits";
import type { WorkbookPart } from "./workbook-part";
import { attribute, escapeXml, maskMarkup, type Tag, tags } from "./xml-scan";

const worksheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const transitional = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relationship: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet",
};

/**
 * Adds an empty sheet behind the others: its part, relationship, content type and entry in the workbook. Indexes of
 * the sheets that were there, and so all defined names, stay right.
 *
 * @throws Error (a sentence) for a title that Excel refuses or that is taken (case does not count)
 */
export async function addSheet(parts: PackageParts, workbook: WorkbookPart, title: string, sheet: NewSheet): Promise<void> {
  if (title.length < 1 || title.length > 31 || /[[\]:*?/\\]|^'|'$/.test(title)) throw new Error(say.badSheetTitle(title));
  const taken = workbook.sheets.some((listed) => listed.title.toLowerCase() === title.toLowerCase());
  if (taken) throw new Error(say.sheetExists(title));
  const folder = posix.dirname(workbook.name);
  let number = workbook.sheets.length + 1;
  while (parts.has(posix.join(folder, `worksheets/sheet${number}.xml`))) number += 1;
  const target = `worksheets/sheet${number}.xml`;
  const part = posix.join(folder, target);

  const relationships = await parts.relationships(workbook.name);
  const type = relationships.find(({ kind }) => kind === "worksheet")?.type ?? transitional.relationship;
  const xml = await parts.text(workbook.name);
  const id = await relate(parts, workbook.name, type, target);
  parts.write(workbook.name, listed(xml, title, id, sheet.hidden === true));
  await addPart(parts, part, worksheetType, emptySheet(mainNamespace(xml), sheet, workbook));
  if (sheet.charts) await addCharts(parts, part, title, sheet.charts);
}

/** The workbook part with one more `<sheet>`; its relationship attribute has the prefix the other sheets use. */
function listed(xml: string, title: string, id: string, isHidden: boolean): string {
  const scan = maskMarkup(xml);
  let end: Tag | undefined;
  let sheetId = 0;
  let idName = "r:id";
  for (const tag of tags(scan)) {
    if (tag.name === "sheets" && tag.kind === "close") end = tag;
    if (tag.name !== "sheet" || tag.kind === "close") continue;
    const text = scan.slice(tag.start, tag.end);
    sheetId = Math.max(sheetId, Number(attribute(text, "sheetId") ?? 0));
    idName = /\s([^\s:=]+:id)\s*=/.exec(text)?.[1] ?? idName;
  }
  if (end === undefined) throw new Error(say.notAWorkbook());
  const state = isHidden ? ' state="hidden"' : "";
  const sheet = `<${end.prefix}sheet name="${escapeXml(title)}" sheetId="${sheetId + 1}"${state} ${idName}="${id}"/>`;
  return xml.slice(0, end.start) + sheet + xml.slice(end.start);
}

/** The namespace of the workbook's root, so that a sheet of a strict workbook is strict too. */
function mainNamespace(workbookXml: string): string {
  const scan = maskMarkup(workbookXml);
  const root = [...tags(scan)].find((tag) => tag.name === "workbook");
  if (root === undefined) return transitional.main;
  const prefix = root.prefix === "" ? "xmlns" : `xmlns:${root.prefix.slice(0, -1)}`;
  return attribute(scan.slice(root.start, root.end), prefix) ?? transitional.main;
}

/** A4 is number 9 of the paper sizes (ISO/IEC 29500-1, 18.3.1.63). Margins are in inches. */
const ONE_PAGE =
  '<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.6" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="1"/>';

/** A sheet without cells. Columns use formats the workbook already has: text as text, days as days, else none. */
function emptySheet(namespace: string, { columns = [], rowHeight, onOnePage = false }: NewSheet, workbook: WorkbookPart): string {
  const styleFor: Record<CellKind, number> = {
    text: workbook.formats.findIndex(({ numFmtId, code }) => numFmtId === 49 || code === "@"),
    day: workbook.formats.findIndex((_, style) => workbook.styles.isDay(style)),
    number: -1,
  };
  const cols = columns.map(({ kind, width = 12, hidden }, index) => {
    const style = styleFor[kind] > 0 ? ` style="${styleFor[kind]}"` : "";
    return `<col min="${index + 1}" max="${index + 1}" width="${width}"${style}${hidden ? ' hidden="1"' : ""} customWidth="1"/>`;
  });
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${namespace}">`,
    onOnePage ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : "",
    '<dimension ref="A1"/>',
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    rowHeight === undefined ? "" : `<sheetFormatPr defaultRowHeight="${rowHeight}" customHeight="1"/>`,
    cols.length > 0 ? `<cols>${cols.join("")}</cols>` : "",
    "<sheetData/>",
    onOnePage ? ONE_PAGE : "",
    "</worksheet>",
  ].join("");
}
