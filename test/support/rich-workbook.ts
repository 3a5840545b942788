import ExcelJS from "exceljs";
import { bytesOf, packageOf } from "./hand-workbook";

const relationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const drawing = "http://schemas.openxmlformats.org/drawingml/2006";
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Where the rich workbook's rows of data end. */
export const lastRichRow = 21;

/**
 * A workbook as staff make it: 名册 with a table, validations, conditional formats, a comment and a formula; 统计 of
 * their own with formulas, a picture, a chart and a pivot table. exceljs writes the first half, the rest is by hand.
 */
export async function richWorkbook(): Promise<Buffer> {
  const parts = await bytesOf(await plainHalf());
  const edit = (name: string, change: (xml: string) => string): void => {
    parts.set(name, Buffer.from(change(parts.get(name)?.toString("utf8") ?? "")));
  };
  const add = (name: string, xml: string, type: string): void => {
    parts.set(name, Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`));
    edit("[Content_Types].xml", (types) =>
      types.replace(
        "</Types>",
        `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/></Types>`,
      ),
    );
  };
  const relate = (name: string, id: string, kind: string, target: string): void => {
    if (!parts.has(name))
      parts.set(
        name,
        Buffer.from('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'),
      );
    edit(name, (xml) =>
      xml.replace(
        "</Relationships>",
        `<Relationship Id="${id}" Type="${relationshipTypes}/${kind}" Target="${target}"/></Relationships>`,
      ),
    );
  };

  add("xl/charts/chart1.xml", chart, "drawingml.chart");
  relate("xl/drawings/_rels/drawing1.xml.rels", "rIdChart", "chart", "../charts/chart1.xml");
  edit("xl/drawings/drawing1.xml", (xml) => xml.replace("</xdr:wsDr>", `${chartAnchor}</xdr:wsDr>`));

  add("xl/pivotCache/pivotCacheDefinition1.xml", pivotCache, "spreadsheetml.pivotCacheDefinition");
  add(
    "xl/pivotCache/pivotCacheRecords1.xml",
    `<pivotCacheRecords xmlns="${main}" count="1"><r><x v="0"/><n v="300"/></r></pivotCacheRecords>`,
    "spreadsheetml.pivotCacheRecords",
  );
  add("xl/pivotTables/pivotTable1.xml", pivotTable, "spreadsheetml.pivotTable");
  relate("xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels", "rId1", "pivotCacheRecords", "pivotCacheRecords1.xml");
  relate("xl/pivotTables/_rels/pivotTable1.xml.rels", "rId1", "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml");
  relate("xl/worksheets/_rels/sheet2.xml.rels", "rIdPivot", "pivotTable", "../pivotTables/pivotTable1.xml");
  relate("xl/_rels/workbook.xml.rels", "rIdCache", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml");
  edit("xl/workbook.xml", (xml) =>
    xml.replace("</workbook>", '<pivotCaches><pivotCache cacheId="1" r:id="rIdCache"/></pivotCaches></workbook>'),
  );

  for (const sheet of ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"])
    edit(sheet, (xml) => xml.replace("</worksheet>", `${extended}</worksheet>`));
  return packageOf(parts);
}

async function plainHalf(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const roster = workbook.addWorksheet("名册", { views: [{ state: "frozen", ySplit: 1 }] });
  roster.columns = [
    { width: 12 },
    { width: 22, style: { numFmt: "@" } },
    { width: 14, style: { numFmt: "yyyy-mm-dd" } },
    { width: 9 },
    { width: 9 },
  ];
  const rows = Array.from({ length: lastRichRow - 1 }, (_, index) => [
    `学员${index}`,
    `37999919900101${1000 + index}`,
    new Date(Date.UTC(2024, 2, 1 + index)),
    300,
    null,
  ]);
  roster.addTable({
    name: "Roster",
    ref: "A1",
    headerRow: true,
    columns: ["姓名", "证件号", "日期", "应缴", "备注"].map((name) => ({ name, filterButton: true })),
    rows,
  });
  for (let row = 2; row <= lastRichRow; row += 1) {
    roster.getCell(row, 5).value = { formula: `D${row}*2`, result: 600 };
    roster.getRow(row).height = 18;
  }
  roster.getCell("A2").note = "本人来过电话";
  const validations = (roster as unknown as { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } })
    .dataValidations;
  validations.add(`D2:D${lastRichRow}`, { type: "list", formulae: ['"300,600"'], allowBlank: true });
  roster.addConditionalFormatting({
    ref: `A2:E${lastRichRow}`,
    rules: [{ type: "expression", priority: 1, formulae: ["$D2>500"], style: { font: { bold: true } } }],
  });
  const own = workbook.addWorksheet("统计");
  own.addRow(["合计", { formula: `SUM(名册!D2:D${lastRichRow})`, result: 6000 }]);
  own.addRow(["说明", { richText: [{ text: "红", font: { bold: true } }, { text: "字" }] }]);
  own.addImage(workbook.addImage({ buffer: picture as unknown as ExcelJS.Buffer, extension: "png" }), {
    tl: { col: 3, row: 3 },
    ext: { width: 40, height: 40 },
  });
  own.pageSetup.printArea = "A1:B9";
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const chart = `<c:chartSpace xmlns:c="${drawing}/chart" xmlns:a="${drawing}/main"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>名册!$D$2:$D$${lastRichRow}</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`;

const chartAnchor = `<xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>5</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>10</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>20</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="9" name="图表"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off xmlns:a="${drawing}/main" x="0" y="0"/><a:ext xmlns:a="${drawing}/main" cx="0" cy="0"/></xdr:xfrm><a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/chart"><c:chart xmlns:c="${drawing}/chart" xmlns:r="${relationshipTypes}" r:id="rIdChart"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;

const pivotCache = `<pivotCacheDefinition xmlns="${main}" xmlns:r="${relationshipTypes}" r:id="rId1" refreshOnLoad="1" recordCount="1"><cacheSource type="worksheet"><worksheetSource ref="A1:D2" sheet="名册"/></cacheSource><cacheFields count="2"><cacheField name="姓名"><sharedItems count="1"><s v="学员0"/></sharedItems></cacheField><cacheField name="应缴"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="300" maxValue="300"/></cacheField></cacheFields></pivotCacheDefinition>`;

const pivotTable = `<pivotTableDefinition xmlns="${main}" name="透视表" cacheId="1" dataCaption="值"><location ref="A8:B10" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="2"><item x="0"/><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><rowItems count="2"><i><x/></i><i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1"><dataField name="求和" fld="1" baseField="0" baseItem="0"/></dataFields></pivotTableDefinition>`;

const extended = `<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>统计!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>A2:A${lastRichRow}</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;
