import { type CellEdit, patchWorkbook } from "../../node-sync/src/xlsx/patch/patch-workbook";
import { handWorkbook, partsOf, sheetXml } from "../support/hand-workbook";

const text = (row: number, column: number, value: CellEdit["value"]): CellEdit => ({ row, column, value, kind: "text" });
const day = (row: number, column: number, value: CellEdit["value"]): CellEdit => ({ row, column, value, kind: "day" });
const number = (row: number, column: number, value: CellEdit["value"]): CellEdit => ({ row, column, value, kind: "number" });
const inline = (value: string): string => `t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
const header =
  '<row r="1"><c r="A1" s="3" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" s="3" t="inlineStr"><is><t>日期</t></is></c></row>';

async function patched(rows: string, cells: readonly CellEdit[], around: { head?: string; tail?: string } = {}): Promise<string> {
  const source = await handWorkbook(sheetXml(rows, around));
  return (await partsOf(await patchWorkbook(source, [{ sheet: "名册", cells }]))).get("xl/worksheets/sheet1.xml") ?? "";
}

/** What the rows become. */
async function rowsAfter(rows: string, cells: readonly CellEdit[], head = ""): Promise<string> {
  const xml = await patched(rows, cells, { head });
  return /<sheetData>(.*)<\/sheetData>/s.exec(xml)?.[1] ?? xml;
}

describe("cells that are there", () => {
  const cases: [string, string, CellEdit[], string][] = [
    [
      "text keeps the style",
      '<row r="2"><c r="A2" s="1" t="s"><v>0</v></c></row>',
      [text(2, 1, "张三")],
      `<row r="2"><c r="A2" s="1" ${inline("张三")}</row>`,
    ],
    [
      "null keeps the style",
      '<row r="2"><c r="A2" s="1" t="s"><v>0</v></c></row>',
      [text(2, 1, null)],
      '<row r="2"><c r="A2" s="1"/></row>',
    ],
    [
      "a number",
      '<row r="2"><c r="A2" t="b"><v>1</v></c></row>',
      [number(2, 1, 600)],
      '<row r="2"><c r="A2"><v>600</v></c></row>',
    ],
    ["a number as text", '<row r="2"><c r="A2"/></row>', [text(2, 1, 13800)], `<row r="2"><c r="A2" ${inline("13800")}</row>`],
    [
      "a day in a day cell",
      '<row r="2"><c r="A2" s="2"/></row>',
      [day(2, 1, "2024-03-15")],
      '<row r="2"><c r="A2" s="2"><v>45366</v></c></row>',
    ],
    [
      "a day in day and time",
      '<row r="2"><c r="A2" s="4"/></row>',
      [day(2, 1, "2024-03-15")],
      '<row r="2"><c r="A2" s="4"><v>45366</v></c></row>',
    ],
    [
      "a day in a time cell",
      '<row r="2"><c r="A2" s="5"/></row>',
      [day(2, 1, "2024-03-15")],
      `<row r="2"><c r="A2" s="5" ${inline("2024-03-15")}</row>`,
    ],
    [
      "a day in General",
      '<row r="2"><c r="A2"/></row>',
      [day(2, 1, "2024-03-15")],
      `<row r="2"><c r="A2" ${inline("2024-03-15")}</row>`,
    ],
    [
      "no such day",
      '<row r="2"><c r="A2" s="2"/></row>',
      [day(2, 1, "2024-02-30")],
      `<row r="2"><c r="A2" s="2" ${inline("2024-02-30")}</row>`,
    ],
    [
      "too early a day",
      '<row r="2"><c r="A2" s="2"/></row>',
      [day(2, 1, "1900-02-28")],
      `<row r="2"><c r="A2" s="2" ${inline("1900-02-28")}</row>`,
    ],
    [
      "markup and a formula's sign",
      '<row r="2"><c r="A2"/></row>',
      [text(2, 1, '=A<B&"c">')],
      `<row r="2"><c r="A2" ${inline('=A&lt;B&amp;"c"&gt;')}</row>`,
    ],
    [
      "what XML cannot hold",
      '<row r="2"><c r="A2"/></row>',
      [text(2, 1, "a\u000b\r\nb\ud800")],
      `<row r="2"><c r="A2" ${inline("a_x000B__x000D_\nb_xD800_")}</row>`,
    ],
    [
      "what looks escaped",
      '<row r="2"><c r="A2"/></row>',
      [text(2, 1, "_x0041_x0042_ _x0043\u0001")],
      `<row r="2"><c r="A2" ${inline("_x005F_x0041_x005F_x0042_ _x005F_x0043_x0001_")}</row>`,
    ],
    [
      "without r",
      '<row><c><v>1</v></c></row><row ht="3"><c><v>1</v></c><c s="1"><v>2</v></c></row>',
      [text(2, 2, "乙")],
      `<row r="1"><c><v>1</v></c></row><row ht="3" r="2"><c r="A2"><v>1</v></c><c s="1" r="B2" ${inline("乙")}</row>`,
    ],
    [
      "rich value data goes",
      '<row r="2"><c r="A2" vm="1" t="e"><v>#VALUE!</v></c></row>',
      [number(2, 1, 1)],
      '<row r="2"><c r="A2"><v>1</v></c></row>',
    ],
  ];
  it.each(cases)("%s", async (_, before, edits, after) => expect(await rowsAfter(before, edits)).toBe(after));

  it("prefixed tags, single quotes and comments", async () => {
    const before =
      "<x:worksheet xmlns:x='m'><!-- <x:row r='9'/> --><x:sheetData><x:row r='2'><!-- </x:row> --><x:c r='B2' s='1'><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    const source = await handWorkbook(before);
    const result = await patchWorkbook(source, [{ sheet: "名册", cells: [text(2, 1, "甲"), number(2, 2, 7)] }]);
    expect((await partsOf(result)).get("xl/worksheets/sheet1.xml")).toBe(
      "<x:worksheet xmlns:x='m'><!-- <x:row r='9'/> --><x:sheetData><x:row r='2'><!-- </x:row> --><x:c r=\"A2\" t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">甲</x:t></x:is></x:c><x:c r=\"B2\" s='1'><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>",
    );
  });
});

describe("cells and rows that are not there", () => {
  const cols = '<cols><col min="2" max="2" style="2"/><col min="4" max="9" style="1"/></cols>';
  const cases: [string, string, CellEdit[], string][] = [
    [
      "a new header cell looks like its left neighbour",
      header,
      [text(1, 3, "新列")],
      header.replace("</row>", `<c r="C1" s="3" ${inline("新列")}</row>`),
    ],
    [
      "the column's style",
      '<row r="2" spans="1:1"><c r="A2"><v>1</v></c></row>',
      [day(2, 2, "2024-03-15"), text(2, 5, "x")],
      `<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="2"><v>45366</v></c><c r="E2" s="1" ${inline("x")}</row>`,
    ],
    [
      "the row's style first",
      '<row r="2" s="3" customFormat="1"/>',
      [text(2, 5, "x")],
      `<row r="2" s="3" customFormat="1"><c r="E2" s="3" ${inline("x")}</row>`,
    ],
    ["emptying what is not there", '<row r="2"/>', [text(2, 1, null), text(9, 1, null)], '<row r="2"/>'],
    [
      "a row between",
      '<row r="1"/><row r="5"/>',
      [number(3, 1, 3)],
      '<row r="1"/><row r="3"><c r="A3"><v>3</v></c></row><row r="5"/>',
    ],
    [
      "a row before",
      '<row r="5"/>',
      [number(3, 1, 3), number(6, 1, 6)],
      '<row r="3"><c r="A3"><v>3</v></c></row><row r="5"/><row r="6"><c r="A6"><v>6</v></c></row>',
    ],
    [
      "a new row looks like the data above, not like the header",
      `${header}<row r="2" ht="20" customHeight="1" hidden="1" spans="1:3"><c r="A2" s="1"><v>1</v></c><c r="B2" s="2"/><c r="C2" s="4"/></row>`,
      [text(3, 1, "甲"), day(3, 2, "2024-03-15")],
      `${header}<row r="2" ht="20" customHeight="1" hidden="1" spans="1:3"><c r="A2" s="1"><v>1</v></c><c r="B2" s="2"/><c r="C2" s="4"/></row><row r="3" ht="20" customHeight="1"><c r="A3" s="1" ${inline("甲")}<c r="B3" s="2"><v>45366</v></c><c r="C3" s="4"/></row>`,
    ],
    [
      "under a bare header the columns decide",
      header,
      [text(2, 1, "甲"), day(2, 2, "2024-03-15")],
      `${header}<row r="2"><c r="A2" ${inline("甲")}<c r="B2" s="2"><v>45366</v></c></row>`,
    ],
  ];
  it.each(cases)("%s", async (_, before, edits, after) => expect(await rowsAfter(before, edits, cols)).toBe(after));

  it("a sheet without rows", async () => {
    const source = await handWorkbook('<worksheet><dimension ref="A1"/><sheetData/></worksheet>');
    const result = await patchWorkbook(source, [{ sheet: "名册", cells: [number(3, 2, 1)] }]);
    expect((await partsOf(result)).get("xl/worksheets/sheet1.xml")).toBe(
      '<worksheet><dimension ref="A1:B3"/><sheetData><row r="3"><c r="B3"><v>1</v></c></row></sheetData></worksheet>',
    );
  });

  it("serials of a 1904 workbook", async () => {
    const workbook =
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>';
    const source = await handWorkbook(sheetXml('<row r="2"><c r="A2" s="2"/></row>'), { "xl/workbook.xml": workbook });
    const parts = await partsOf(await patchWorkbook(source, [{ sheet: "名册", cells: [day(2, 1, "2024-03-15")] }]));
    expect(parts.get("xl/worksheets/sheet1.xml")).toContain("<v>43904</v>");
  });
});

describe("formulas", () => {
  const rows =
    '<row r="2"><c r="A2" t="str"><f>B2&amp;"x"</f><v>ax</v></c><c r="B2"><v>1</v></c></row><row r="3"><c r="A3"><f t="array" ref="A3:A4">B3:B4</f><v>5</v></c></row><row r="4"><c r="A4"><v>6</v></c><c r="B4"><f t="shared" si="0"/><v>1</v></c></row><row r="5"><c r="A5"><v>7</v></c></row>';

  it("lose their stored results in a touched sheet and are else as they were", async () => {
    expect(await rowsAfter(rows, [number(5, 1, 8)])).toBe(
      '<row r="2"><c r="A2"><f>B2&amp;"x"</f></c><c r="B2"><v>1</v></c></row><row r="3"><c r="A3"><f t="array" ref="A3:A4">B3:B4</f></c></row><row r="4"><c r="A4"></c><c r="B4"><f t="shared" si="0"/></c></row><row r="5"><c r="A5"><v>8</v></c></row>',
    );
  });

  it.each([
    ["A2", number(2, 1, 1)],
    ["A2", number(2, 1, null)],
    ["A3", number(3, 1, 1)],
    ["A4", number(4, 1, 1)],
    ["B4", number(4, 2, 1)],
  ])("%s is never overwritten", async (name, edit) => {
    await expect(rowsAfter(rows, [edit])).rejects.toThrow(`工作表「名册」的 ${name} 是公式`);
  });
});

describe("refusals", () => {
  it.each([
    [
      "a missing sheet",
      async () => patchWorkbook(await handWorkbook(sheetXml("")), [{ sheet: "无", cells: [text(1, 1, "x")] }]),
      "没有名为「无」",
    ],
    ["a cell twice", () => patched("", [text(1, 1, "x"), text(1, 1, "y")]), "A1 在同一次改动里出现了两次"],
    ["row 0", () => patched("", [text(0, 1, "x")]), "没有第 0 行"],
    ["too long", () => patched("", [text(1, 1, "x".repeat(32_768))]), "超过 32767"],
    ["not a number", () => patched("", [number(1, 1, Number.NaN)]), "数字无效"],
    ["rows out of order", () => patched('<row r="3"/><row r="2"/>', [text(9, 1, "x")]), "行顺序"],
    [
      "no zip",
      () => patchWorkbook(Buffer.from("PK\u0003\u0004 cut short"), [{ sheet: "名册", cells: [text(1, 1, "x")] }]),
      "不是完整的 .xlsx",
    ],
  ])("%s", async (_, run, sentence) => {
    await expect(run()).rejects.toThrow(sentence);
  });

  it("damage in a part that is read", async () => {
    const source = await handWorkbook(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(1)));
    const at = source.indexOf("sheetData") >= 0 ? source.indexOf("sheetData") : source.indexOf("sheet1.xml") + 14;
    const damaged = Buffer.from(source);
    damaged.writeUInt8((damaged[at] ?? 0) ^ 0xff, at);
    await expect(patchWorkbook(damaged, [{ sheet: "名册", cells: [text(1, 1, "x")] }])).rejects.toThrow("已损坏");
  });
});
