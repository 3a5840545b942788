import { insertBefore, main, PackageEditor, relationshipTypes } from "./package-editor";

const drawing = "http://schemas.openxmlformats.org/drawingml/2006";
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Where the rows of 名册 are that staff's own parts point at. Columns are letters. */
interface RosterPlaces {
  readonly part: string;
  readonly lastRow: number;
  /** A column with a number in every row; the chart and the sums are over it. */
  readonly amount: string;
  /** Two neighbouring columns, the first with a text in every row: what the pivot table counts. */
  readonly pivot: { readonly left: string; readonly right: string; readonly titles: readonly [string, string] };
  /** The column whose cells may be chosen from a list on 统计 (an x14 validation). */
  readonly chosen: string;
}

/** The parts that staff's hands bring: none of them is the program's business. */
export const staffPartNames = [
  "xl/worksheets/sheet50.xml",
  "xl/charts/chart1.xml",
  "xl/drawings/drawing1.xml",
  "xl/media/image1.png",
  "xl/pivotCache/pivotCacheDefinition1.xml",
  "xl/pivotCache/pivotCacheRecords1.xml",
  "xl/pivotTables/pivotTable1.xml",
  "xl/comments1.xml",
  "xl/drawings/vmlDrawing1.vml",
] as const;
const [staffSheet, chartPart, drawingPart, picturePart, cachePart, recordsPart, pivotPart, commentsPart, commentShapes] =
  staffPartNames;

/**
 * Lays over a workbook what staff make for themselves: 统计 with formulas, a picture, a chart and a pivot table; in 名册
 * a comment and an x14 validation; a name for the number of people. The results stored in 统计 are those of before.
 */
export async function withStaffParts(base: Buffer, places: RosterPlaces): Promise<Buffer> {
  const book = await PackageEditor.of(base);
  addStaffSheet(book, places);
  addPictureAndChart(book, places);
  addPivotTable(book, places);
  addComment(book, places.part);
  book.edit(places.part, (xml) => insertBefore(xml, [], extended(places)));
  return book.pack();
}

function addStaffSheet(book: PackageEditor, { amount, pivot, lastRow }: RosterPlaces): void {
  const text = (content: string): string => `t="inlineStr"><is>${content}</is></c>`;
  const rows = [
    `<c r="A1" ${text("<t>合计</t>")}<c r="B1"><f>SUM(名册!${amount}2:${amount}${lastRow})</f><v>-1</v></c>`,
    `<c r="A2" ${text("<t>说明</t>")}<c r="B2" ${text("<r><rPr><b/></rPr><t>红</t></r><r><t>字</t></r>")}`,
    `<c r="A3" ${text("<t>人数</t>")}<c r="B3"><f>在册人数</f><v>-1</v></c>`,
  ].map((cells, index) => `<row r="${index + 1}">${cells}</row>`);
  const tail = `<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rIdDrawing"/>`;
  const namespaces = `xmlns="${main}" xmlns:r="${relationshipTypes}"`;
  book.add(
    staffSheet,
    `<worksheet ${namespaces}><sheetData>${rows.join("")}</sheetData>${tail}</worksheet>`,
    "spreadsheetml.worksheet",
  );
  book.relate("xl/workbook.xml", "rIdStaff", "worksheet", "worksheets/sheet50.xml");
  const names =
    `<definedName name="_xlnm.Print_Area" localSheetId="${book.text("xl/workbook.xml").split("<sheet ").length - 1}">统计!$A$1:$B$9</definedName>` +
    `<definedName name="在册人数">COUNTA(名册!$${pivot.left}$2:$${pivot.left}$${lastRow})</definedName>`;
  book.edit("xl/workbook.xml", (xml) => {
    const listed = xml.replace("</sheets>", '<sheet name="统计" sheetId="50" r:id="rIdStaff"/></sheets>');
    return listed.includes("</definedNames>")
      ? listed.replace("</definedNames>", `${names}</definedNames>`)
      : listed.replace("</sheets>", `</sheets><definedNames>${names}</definedNames>`);
  });
}

function addPictureAndChart(book: PackageEditor, places: RosterPlaces): void {
  book.addDefault("png", "image/png");
  book.addBytes(picturePart, picture);
  book.add(chartPart, chartOf(places), "drawingml.chart");
  const frame = `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="9" name="图表"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${drawing}/chart"><c:chart xmlns:c="${drawing}/chart" r:id="rIdChart"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
  const photo = `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="8" name="公章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rIdPicture"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`;
  const anchors = [anchor(3, 3, photo), anchor(5, 5, frame)].join("");
  const namespaces = `xmlns:xdr="${drawing}/spreadsheetDrawing" xmlns:a="${drawing}/main" xmlns:r="${relationshipTypes}"`;
  book.add(drawingPart, `<xdr:wsDr ${namespaces}>${anchors}</xdr:wsDr>`, "drawing");
  book.relate(drawingPart, "rIdChart", "chart", "../charts/chart1.xml");
  book.relate(drawingPart, "rIdPicture", "image", "../media/image1.png");
  book.relate(staffSheet, "rIdDrawing", "drawing", "../drawings/drawing1.xml");
}

function anchor(column: number, row: number, content: string): string {
  const corner = (name: string, more: number): string =>
    `<xdr:${name}><xdr:col>${column + more}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row + more}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return `<xdr:twoCellAnchor>${corner("from", 0)}${corner("to", 6)}${content}<xdr:clientData/></xdr:twoCellAnchor>`;
}

function chartOf({ amount, lastRow }: RosterPlaces): string {
  const axis = (kind: string, id: number, other: number, position: string): string =>
    `<c:${kind}><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${position}"/><c:crossAx val="${other}"/></c:${kind}>`;
  const series = `<c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>名册!$${amount}$2:$${amount}$${lastRow}</c:f></c:numRef></c:val></c:ser>`;
  const bars = `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>${series}<c:axId val="1"/><c:axId val="2"/></c:barChart>`;
  const plot = `<c:plotArea><c:layout/>${bars}${axis("catAx", 1, 2, "b")}${axis("valAx", 2, 1, "l")}</c:plotArea>`;
  return `<c:chartSpace xmlns:c="${drawing}/chart" xmlns:a="${drawing}/main"><c:chart>${plot}</c:chart></c:chartSpace>`;
}

function addPivotTable(book: PackageEditor, { pivot, lastRow }: RosterPlaces): void {
  const [rowTitle, countedTitle] = pivot.titles;
  const source = `<cacheSource type="worksheet"><worksheetSource ref="${pivot.left}1:${pivot.right}${lastRow}" sheet="名册"/></cacheSource>`;
  const fields = `<cacheFields count="2"><cacheField name="${rowTitle}"><sharedItems count="1"><s v="某人"/></sharedItems></cacheField><cacheField name="${countedTitle}"><sharedItems count="1"><s v="某物"/></sharedItems></cacheField></cacheFields>`;
  book.add(
    cachePart,
    `<pivotCacheDefinition xmlns="${main}" xmlns:r="${relationshipTypes}" r:id="rId1" refreshOnLoad="1" recordCount="1">${source}${fields}</pivotCacheDefinition>`,
    "spreadsheetml.pivotCacheDefinition",
  );
  book.add(
    recordsPart,
    `<pivotCacheRecords xmlns="${main}" count="1"><r><x v="0"/><x v="0"/></r></pivotCacheRecords>`,
    "spreadsheetml.pivotCacheRecords",
  );
  const shape = `<location ref="A12:B14" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="2"><item x="0"/><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><rowItems count="2"><i><x/></i><i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1"><dataField name="计数" fld="1" subtotal="count" baseField="0" baseItem="0"/></dataFields>`;
  book.add(
    pivotPart,
    `<pivotTableDefinition xmlns="${main}" name="透视表" cacheId="1" dataCaption="值">${shape}</pivotTableDefinition>`,
    "spreadsheetml.pivotTable",
  );
  book.relate(cachePart, "rId1", "pivotCacheRecords", "pivotCacheRecords1.xml");
  book.relate(pivotPart, "rId1", "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml");
  book.relate(staffSheet, "rIdPivot", "pivotTable", "../pivotTables/pivotTable1.xml");
  book.relate("xl/workbook.xml", "rIdCache", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml");
  const caches = '<pivotCaches><pivotCache cacheId="1" r:id="rIdCache"/></pivotCaches>';
  book.edit("xl/workbook.xml", (xml) => xml.replace("</workbook>", `${caches}</workbook>`));
}

function addComment(book: PackageEditor, sheet: string): void {
  const comment = '<comment ref="A2" authorId="0"><text><t>本人来过电话</t></text></comment>';
  book.add(
    commentsPart,
    `<comments xmlns="${main}"><authors><author>前台</author></authors><commentList>${comment}</commentList></comments>`,
    "spreadsheetml.comments",
  );
  book.addDefault("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
  const note = `<x:ClientData ObjectType="Note"><x:Anchor>1,15,1,2,3,15,4,4</x:Anchor><x:Row>1</x:Row><x:Column>0</x:Column></x:ClientData>`;
  book.addBytes(
    commentShapes,
    Buffer.from(
      `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1">${note}</v:shape></xml>`,
    ),
  );
  book.relate(sheet, "rIdComments", "comments", "../comments1.xml");
  book.relate(sheet, "rIdShapes", "vmlDrawing", "../drawings/vmlDrawing1.vml");
  const followers = ["legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];
  book.edit(sheet, (xml) => insertBefore(xml, followers, `<legacyDrawing xmlns:r="${relationshipTypes}" r:id="rIdShapes"/>`));
}

const extended = ({ chosen, lastRow }: RosterPlaces): string =>
  `<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>统计!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>${chosen}2:${chosen}${lastRow}</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;
