import { posix } from "node:path";
import { addPart, relate } from "../patch/append-child";
import type { PackageParts } from "../patch/package-parts";
import { escapeXml, maskMarkup, tags } from "../patch/xml-scan";
import { chartXml } from "./chart-xml";
import type { SheetChart } from "./sheet-chart";

const CONTENT = "application/vnd.openxmlformats-officedocument.";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/";
/** The same in a strict workbook (ISO/IEC 29500-1). */
const STRICT = {
  office: "http://purl.oclc.org/ooxml/officeDocument/relationships",
  drawing: "http://purl.oclc.org/ooxml/drawingml/",
};

/** Px of 96 dpi in the unit of drawings. */
const EMU = 9525;

/** Adds a drawing with these charts to a sheet part that has none; the charts show nothing yet. */
export async function addCharts(
  parts: PackageParts,
  sheetPart: string,
  title: string,
  charts: readonly SheetChart[],
): Promise<void> {
  const sheet = await parts.text(sheetPart);
  const asHere = strictOrNot(sheet);
  const drawing = freshPart(parts, "xl/drawings/drawing");
  const id = await relate(parts, sheetPart, asHere(`${OFFICE}/drawing`), relativeTo(sheetPart, drawing));
  // The drawing first, so that it may point at its charts.
  await addPart(parts, drawing, `${CONTENT}drawing+xml`, "");
  const frames: string[] = [];
  for (const chart of charts) {
    const part = freshPart(parts, "xl/charts/chart");
    await addPart(parts, part, `${CONTENT}drawingml.chart+xml`, asHere(chartXml(chart, title)));
    const chartId = await relate(parts, drawing, asHere(`${OFFICE}/chart`), relativeTo(drawing, part));
    frames.push(frameOf(chart, frames.length + 2, chartId));
  }
  parts.write(drawing, asHere(drawingXml(frames)));
  parts.write(sheetPart, withDrawing(sheet, asHere(`<drawing xmlns:r="${OFFICE}" r:id="${id}"/>`)));
}

function strictOrNot(sheet: string): (xml: string) => string {
  if (!sheet.includes("http://purl.oclc.org/ooxml/spreadsheetml/main")) return (xml) => xml;
  return (xml) => xml.replaceAll(OFFICE, STRICT.office).replaceAll(DRAWING, STRICT.drawing);
}

/** A name that no part has: `xl/charts/chart3.xml`. */
function freshPart(parts: PackageParts, stem: string): string {
  let number = 1;
  while (parts.has(`${stem}${number}.xml`)) number += 1;
  return `${stem}${number}.xml`;
}

function relativeTo(part: string, target: string): string {
  return posix.relative(posix.dirname(part), target);
}

function frameOf({ name, title, place }: SheetChart, id: number, chartId: string): string {
  const { row, column, down, width, height } = place;
  const from = `<xdr:from><xdr:col>${column - 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>${down * EMU}</xdr:rowOff></xdr:from>`;
  const named = `<xdr:cNvPr id="${id}" name="${escapeXml(name)}" descr="${escapeXml(title)}"/>`;
  const chart = `<a:graphic><a:graphicData uri="${DRAWING}chart"><c:chart xmlns:c="${DRAWING}chart" r:id="${chartId}"/></a:graphicData></a:graphic>`;
  return [
    `<xdr:oneCellAnchor>${from}<xdr:ext cx="${width * EMU}" cy="${height * EMU}"/>`,
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>${named}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `${chart}</xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`,
  ].join("");
}

function drawingXml(frames: readonly string[]): string {
  const spaces = `xmlns:xdr="${DRAWING}spreadsheetDrawing" xmlns:a="${DRAWING}main" xmlns:r="${OFFICE}"`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr ${spaces}>${frames.join("")}</xdr:wsDr>`;
}

/** What may stand behind the drawing of a sheet (CT_Worksheet, ECMA-376 part 1, 18.3.1.99). */
const BEHIND = new Set([
  "legacyDrawing",
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
]);

function withDrawing(sheet: string, drawing: string): string {
  const all = [...tags(maskMarkup(sheet))];
  const next = all.find(({ name, kind }) => (name === "worksheet" && kind === "close") || (BEHIND.has(name) && kind !== "close"));
  const at = next?.start ?? sheet.length;
  const prefix = next?.prefix ?? "";
  return sheet.slice(0, at) + drawing.replace("<", `<${prefix}`) + sheet.slice(at);
}
