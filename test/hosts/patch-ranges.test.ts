import { type CellEdit, patchWorkbook, type SheetEdit } from "../../node-sync/src/xlsx/patch/patch-workbook";
import { handWorkbook, partsOf, sheetXml } from "../support/hand-workbook";

const header = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c><c r="C1"><v>1</v></c></row>';
const row = (number: number, cells = "A"): string =>
  `<row r="${number}">${[...cells].map((letter) => `<c r="${letter}${number}"><v>1</v></c>`).join("")}</row>`;
const filled = (number: number, columns = [1, 2]): CellEdit[] =>
  columns.map((column) => ({ row: number, column, value: 7, kind: "number" }));

async function sheetAfter(
  rows: string,
  tail: string,
  cells: readonly CellEdit[],
  more: Partial<SheetEdit> = {},
): Promise<string> {
  const source = await handWorkbook(sheetXml(header + rows, { tail }));
  return (await partsOf(await patchWorkbook(source, [{ sheet: "名册", cells, ...more }]))).get("xl/worksheets/sheet1.xml") ?? "";
}

describe("ranges grow over rows that were empty and lie right below", () => {
  const data = row(2) + row(3);
  const cases: [string, string, string, CellEdit[], string][] = [
    ["a validation", data, '<dataValidation sqref="B2:B3"/>', [...filled(4), ...filled(5)], '<dataValidation sqref="B2:B5"/>'],
    ["one of several ranges", data, '<dataValidation sqref="B9 B2:B3 C1"/>', filled(4), '<dataValidation sqref="B9 B2:B4 C1"/>'],
    ["a single cell", data, '<conditionalFormatting sqref="B3"/>', filled(4), '<conditionalFormatting sqref="B3:B4"/>'],
    ["what reaches farther stays", data, '<dataValidation sqref="B2:B900"/>', filled(4), '<dataValidation sqref="B2:B900"/>'],
    [
      "what ends earlier stays",
      data,
      '<dataValidation sqref="B2"/>',
      [...filled(3, [2]), ...filled(4)],
      '<dataValidation sqref="B2"/>',
    ],
    ["a gap ends it", data, '<dataValidation sqref="B2:B3"/>', [...filled(4), ...filled(6)], '<dataValidation sqref="B2:B4"/>'],
    ["a mark in the header stays", "", '<dataValidation sqref="B1"/>', filled(2), '<dataValidation sqref="B1"/>'],
    ["a bare filter", "", '<autoFilter ref="A1:C1"/>', filled(2), '<autoFilter ref="A1:C2"/>'],
    [
      "a filter, its columns kept",
      data,
      '<autoFilter ref="A1:C3"><filterColumn colId="0"/></autoFilter>',
      filled(4),
      '<autoFilter ref="A1:C4"><filterColumn colId="0"/></autoFilter>',
    ],
    [
      "a saved view stays",
      data,
      '<customSheetViews><autoFilter ref="A1:C3"/></customSheetViews>',
      filled(4),
      '<customSheetViews><autoFilter ref="A1:C3"/></customSheetViews>',
    ],
    [
      "somebody's note right of the headers is no row",
      data + row(4, "F"),
      '<autoFilter ref="A1:C3"/>',
      filled(4),
      '<autoFilter ref="A1:C4"/>',
    ],
    [
      "a styled empty row counts as empty",
      `${data}<row r="4"><c r="A4" s="1"/></row>`,
      '<autoFilter ref="A1:C3"/>',
      filled(4),
      '<autoFilter ref="A1:C4"/>',
    ],
    ["whole columns stay", data, '<dataValidation sqref="A:A B2:B3"/>', filled(4), '<dataValidation sqref="A:A B2:B4"/>'],
    [
      "x14 marks grow, sparklines stay",
      data,
      "<x14:conditionalFormatting><xm:sqref>B2:B3</xm:sqref></x14:conditionalFormatting><x14:dataValidation><x14:formula1><xm:f>设置!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>C2:C3</xm:sqref></x14:dataValidation><x14:sparkline><xm:sqref>C3</xm:sqref></x14:sparkline>",
      filled(4),
      "<x14:conditionalFormatting><xm:sqref>B2:B4</xm:sqref></x14:conditionalFormatting><x14:dataValidation><x14:formula1><xm:f>设置!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>C2:C4</xm:sqref></x14:dataValidation><x14:sparkline><xm:sqref>C3</xm:sqref></x14:sparkline>",
    ],
  ];
  it.each(cases)("%s", async (_, rows, tail, cells, after) => {
    const xml = await sheetAfter(rows, tail, cells);
    expect(xml.slice(xml.indexOf("</sheetData>") + "</sheetData>".length)).toBe(`${after}</worksheet>`);
  });

  it("a header further down", async () => {
    const xml = await sheetAfter(row(3, "AB"), '<autoFilter ref="A3:B3"/>', filled(4), { firstDataRow: 4 });
    expect(xml).toContain('<autoFilter ref="A3:B4"/>');
  });
});

const relationships = (kind: string, target: string): string =>
  `<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`;

describe("tables and the filter's hidden name", () => {
  const table = (more = ""): string =>
    `<table id="1" name="T" displayName="T" ref="A1:B3"${more}><autoFilter ref="A1:B3"/><tableColumns count="2"><tableColumn id="1" name="1"/></tableColumns></table>`;
  const withTable = (xml: string): Promise<Buffer> =>
    handWorkbook(sheetXml(header + row(2) + row(3)), {
      "xl/worksheets/_rels/sheet1.xml.rels": relationships("table", "../tables/table1.xml"),
      "xl/tables/table1.xml": xml,
    });

  it("a table grows with its filter", async () => {
    const parts = await partsOf(await patchWorkbook(await withTable(table()), [{ sheet: "名册", cells: filled(4) }]));
    expect(parts.get("xl/tables/table1.xml")).toBe(table().replaceAll("A1:B3", "A1:B4"));
  });

  describe("a totals row goes down when rows come right below it, and the table grows", () => {
    const totals = `<table id="1" name="T" displayName="T" ref="A1:B4" totalsRowCount="1"><autoFilter ref="A1:B3"/><tableColumns count="2"/></table>`;
    const sums =
      '<row r="4" ht="20"><c r="A4" s="3" t="inlineStr"><is><t>汇总</t></is></c><c r="B4"><f>SUBTOTAL(109,B2:B3)+SUM(C2:C9)+T!A2:A3</f><v>2</v></c></row>';
    const tail =
      '<autoFilter ref="A1:B3"/><mergeCells count="2"><mergeCell ref="B4:C4"/><mergeCell ref="A2:A3"/></mergeCells><conditionalFormatting sqref="A2:B3"/><dataValidations><dataValidation sqref="B2:B4"/></dataValidations>';
    const after = async (rows: string, cells: CellEdit[]): Promise<Map<string, string>> => {
      const source = await handWorkbook(sheetXml(header + row(2) + row(3) + rows, { head: '<dimension ref="A1:C4"/>', tail }), {
        "xl/worksheets/_rels/sheet1.xml.rels": relationships("table", "../tables/table1.xml"),
        "xl/tables/table1.xml": totals,
      });
      return partsOf(await patchWorkbook(source, [{ sheet: "名册", cells }]));
    };

    it.each([
      ["at the end of the sheet", ""],
      ["above rows that only have formats", '<row r="5"><c r="A5" s="2"/></row><row r="6"/><row r="9"><c r="A9" s="2"/></row>'],
    ])("%s", async (_, more) => {
      const parts = await after(sums + more, [...filled(5), ...filled(6)]);
      expect(parts.get("xl/tables/table1.xml")).toBe(totals.replace("A1:B4", "A1:B6").replace("A1:B3", "A1:B5"));
      const xml = parts.get("xl/worksheets/sheet1.xml") ?? "";
      expect([...xml.matchAll(/<row r="(\d+)"/g)].map(([, at]) => Number(at)).slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(xml).toContain('<row r="4"><c r="A4"><v>7</v></c><c r="B4"><v>7</v></c></row>');
      expect(xml).toContain(
        '<row r="6" ht="20"><c r="A6" s="3" t="inlineStr"><is><t>汇总</t></is></c><c r="B6"><f>SUBTOTAL(109,B2:B5)+SUM(C2:C9)+T!A2:A3</f></c></row>',
      );
      for (const range of [
        '<autoFilter ref="A1:B5"/>',
        'ref="B6:C6"',
        'ref="A2:A3"',
        'sqref="A2:B5"',
        'sqref="B2:B6"',
        '"A1:C6"',
      ])
        expect(xml).toContain(range);
    });

    it("not when something stands below it: the rows go below that, and the table stays", async () => {
      const parts = await after(sums + row(5), filled(6));
      expect(parts.get("xl/tables/table1.xml")).toBe(totals);
      expect(parts.get("xl/worksheets/sheet1.xml")).toContain(`${sums.replace("<v>2</v>", "")}${row(5)}<row r="6">`);
    });

    it("not for a change of rows that are there", async () => {
      const parts = await after(sums, filled(3));
      expect(parts.get("xl/tables/table1.xml")).toBe(totals);
      expect(parts.get("xl/worksheets/sheet1.xml")).toContain('<row r="4" ht="20">');
    });
  });

  it("a table with nothing new below its columns stays", async () => {
    const beside = await patchWorkbook(await withTable(table()), [{ sheet: "名册", cells: filled(4, [3]) }]);
    expect((await partsOf(beside)).get("xl/tables/table1.xml")).toBe(table());
  });

  it("a table's header cell is refused", async () => {
    await expect(patchWorkbook(await withTable(table()), [{ sheet: "名册", cells: filled(1, [2]) }])).rejects.toThrow(
      "B1 是「表格」的表头",
    );
  });

  it.each([
    ["名册!$A$1:$C$3", "名册!$A$1:$C$4"],
    ["名册!$A$1:$C$3,名册!$A$9:$B$9", "名册!$A$1:$C$4,名册!$A$9:$B$9"],
    [
      "&apos;安,管!册&apos;!$A$1:$B$3,&apos;安,管!册&apos;!$C$1:$C$2",
      "&apos;安,管!册&apos;!$A$1:$B$4,&apos;安,管!册&apos;!$C$1:$C$2",
    ],
    ["名册!$A:$C", "名册!$A:$C"],
    ["名册!$F$1:$G$3", "名册!$F$1:$G$3"],
    ["名册!$A$1:$C$2", "名册!$A$1:$C$2"],
  ])("a print area %s grows to %s, print titles and breaks between rows stay", async (before, after) => {
    const workbook = (area: string): string =>
      `<workbook xmlns:r="r"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">${area}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">名册!$1:$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="1">${area}</definedName></definedNames></workbook>`;
    const breaks = (last: number): string =>
      `<rowBreaks count="1" manualBreakCount="1"><brk id="2" max="16383" man="1"/></rowBreaks><colBreaks count="2"><brk id="2" max="${last}" man="1"/><brk id="3" max="1048575" man="1"/></colBreaks>`;
    const source = await handWorkbook(sheetXml(header + row(2) + row(3), { tail: breaks(2) }), {
      "xl/workbook.xml": workbook(before),
    });
    const parts = await partsOf(await patchWorkbook(source, [{ sheet: "名册", cells: filled(4) }]));
    const [one = "", other = ""] = (parts.get("xl/workbook.xml") ?? "").split(/(?<=Print_Titles)/);
    expect(one).toContain(`localSheetId="0">${after}</definedName>`);
    expect(other).toContain(`>名册!$1:$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="1">${before}<`);
    expect(parts.get("xl/worksheets/sheet1.xml")).toContain(breaks(3));
  });

  it("fullCalcOnLoad and _FilterDatabase", async () => {
    const workbook = (name: string, after: string): string =>
      `<workbook xmlns:r="r"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${name}</definedName><definedName name="别的">名册!$A$1:$C$3</definedName></definedNames>${after}<oleSize ref="A1"/></workbook>`;
    const after = async (before: string): Promise<string | undefined> => {
      const source = await handWorkbook(sheetXml(header + row(2) + row(3)), { "xl/workbook.xml": before });
      return (await partsOf(await patchWorkbook(source, [{ sheet: "名册", cells: filled(4) }]))).get("xl/workbook.xml");
    };
    expect(await after(workbook("名册!$A$1:$C$3", ""))).toBe(workbook("名册!$A$1:$C$4", '<calcPr fullCalcOnLoad="1"/>'));
    expect(await after(workbook("名册!$A$1:$C$3", '<calcPr calcId="5"/>'))).toBe(
      workbook("名册!$A$1:$C$4", '<calcPr calcId="5" fullCalcOnLoad="1"/>'),
    );
    expect(await after(workbook("名册!$A$1:$C$9", '<calcPr fullCalcOnLoad="0"/>'))).toBe(
      workbook("名册!$A$1:$C$9", '<calcPr fullCalcOnLoad="1"/>'),
    );
  });
});

describe("a new sheet", () => {
  it("is a part, a relationship, a content type and an entry behind the others", async () => {
    const source = await handWorkbook(sheetXml(header));
    const cells: CellEdit[] = [{ row: 1, column: 1, value: "编号", kind: "text" }];
    const newSheet = { hidden: true, columns: [{ kind: "text", width: 20 }, { kind: "day" }] } as const;
    const before = await partsOf(source);
    const parts = await partsOf(await patchWorkbook(source, [{ sheet: "底稿 & 1", cells, newSheet }]));
    expect(parts.get("xl/workbook.xml")).toContain(
      '<sheet name="底稿 &amp; 1" sheetId="2" state="hidden" r:id="rId3"/></sheets>',
    );
    expect(parts.get("xl/_rels/workbook.xml.rels")).toContain(
      'relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
    );
    expect(parts.get("[Content_Types].xml")).toContain('<Override PartName="/xl/worksheets/sheet2.xml"');
    const sheet = parts.get("xl/worksheets/sheet2.xml");
    expect(sheet).toContain(
      '<col min="1" max="1" width="20" style="1" customWidth="1"/><col min="2" max="2" width="12" style="2" customWidth="1"/>',
    );
    expect(sheet).toContain('<c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve">编号</t></is></c>');
    for (const name of ["xl/worksheets/sheet1.xml", "xl/styles.xml", "_rels/.rels"])
      expect(parts.get(name)).toBe(before.get(name));
  });

  it.each([
    ["名册", "已有名为「名册」"],
    ["a/b", "不能作工作表名"],
    ["", "不能作工作表名"],
  ])("%j is refused", async (sheet, sentence) => {
    await expect(patchWorkbook(await handWorkbook(sheetXml("")), [{ sheet, cells: [], newSheet: {} }])).rejects.toThrow(sentence);
  });
});
