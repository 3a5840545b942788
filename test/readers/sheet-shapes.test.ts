import fc from "fast-check";
import { Budget } from "../../node-sync/src/xlsx/budget";
import { foreignLimits } from "../../node-sync/src/xlsx/limits";
import { readWorkbook, type SheetValues } from "../../node-sync/src/xlsx/read-workbook";
import { sheetFromChunks } from "../../node-sync/src/xlsx/sheet-values";
import { sharedStringHandlers } from "../../node-sync/src/xlsx/strings";
import { readXml } from "../../node-sync/src/xlsx/xml";
import { sheetOf, workbookOf } from "./support/minimal-workbook";

const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="46"/></cellXfs>';

async function rowsOf(sheetData: string, strings = ""): Promise<unknown> {
  const { sheets } = await readWorkbook(sheetOf(sheetData, strings, styles));
  return sheets[0]?.rows.map(({ at, cells }) => [at, ...cells]);
}

test.each<[string, string, unknown]>([
  ["entities", '<row><c t="str"><v>&lt;&amp;&#x20BB7;&#38;&quot;&apos;&gt;</v></c></row>', [[1, "<&𠮷&\"'>"]]],
  ["CDATA and comments cut text", '<row><c t="str"><v>a<!-- > < --><![CDATA[<&]]>b</v></c></row>', [[1, "a<&b"]]],
  ["a number in pieces", "<row><c><v>1<!-- 9 -->2<![CDATA[3]]></v></c></row>", [[1, 123]]],
  ["CDATA alone", "<row><c><v><![CDATA[7]]></v></c></row>", [[1, 7]]],
  ["> inside an attribute", '<row x="a>b"><c y=\'>\' r="B1"><v>1</v></c></row>', [[1, null, 1]]],
  ["blanks around markup", '<row r = "2" >\n <c\n r="A2"\tt="str" ><v >x</v ></c >\n</row >', [[2, "x"]]],
  ["processing instruction", "<row><?a <b> ?><c><v>1</v></c></row>", [[1, 1]]],
  ["line ends", '<row><c t="str"><v>a\r\nb\rc</v></c></row>', [[1, "a\nb\nc"]]],
  [
    "inline rich text without phonetics",
    '<row><c t="inlineStr"><is><r><t>中</t></r><rPh><t>zh</t></rPh><r><t>文</t></r></is></c></row>',
    [[1, "中文"]],
  ],
  ["elements of other prefixes", '<row xmlns:q="q"><c><q:v>5</q:v><v>6</v></c><q:c><v>7</v></q:c></row>', [[1, 6]]],
  [
    "cached 0, FALSE, '' and none",
    '<row><c><f>a</f><v>0</v></c><c t="b"><f>a</f><v>0</v></c><c t="str"><f>a</f><v></v></c><c><f>a</f></c></row>',
    [[1, 0, false, "", null]],
  ],
  [
    "rows out of order and twice",
    '<row r="3"><c><v>3</v></c></row><row r="1"><c><v>1</v></c></row><row r="3"><c r="B3"><v>4</v></c></row>',
    [
      [1, 1],
      [3, 3, 4],
    ],
  ],
  [
    "row number from its cells",
    '<row><c r="A5"><v>5</v></c></row><row><c><v>6</v></c></row>',
    [
      [5, 5],
      [6, 6],
    ],
  ],
  ["mixed references", '<row><c r="B1"><v>1</v></c><c><v>2</v></c></row>', [[1, null, 1, 2]]],
  [
    "dates",
    '<row><c s="1"><v>45366</v></c><c s="1"><v>0.5</v></c><c s="2"><v>1.5</v></c><c t="d"><v>2024-03-15T00:00:00</v></c></row>',
    [[1, "2024-03-15", "12:00", "36:00", "2024-03-15"]],
  ],
  [
    "long and odd numbers",
    "<row><c><v>1.1010119900307101E+17</v></c><c><v> 5 </v></c><c><v>abc</v></c><c><v>1e999</v></c></row>",
    [[1, 110101199003071010, 5, "abc", "1e999"]],
  ],
  ["unknown style", '<row><c s="99"><v>1</v></c></row>', [[1, 1]]],
  [
    "blank cells and blank rows",
    '<row><c s="1"/></row><row><c t="str"><v></v></c></row><row><c/><c><v/></c><c><v>1</v></c></row>',
    [[3, null, null, 1]],
  ],
])("%s", async (_, sheetData, rows) => expect(await rowsOf(sheetData)).toEqual(rows));

test("shared strings: runs, phonetics, escapes, blanks, empty item", async () => {
  const strings =
    '<si><r><t xml:space="preserve"> a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></si><si><t>_x0041_</t></si><si/><si><t>c</t></si>';
  const cells = [0, 1, 2, 3].map((index) => `<c t="s"><v>${index}</v></c>`).join("");
  expect(await rowsOf(`<row>${cells}</row>`, strings)).toEqual([[1, " ab", "A", "", "c"]]);
});

test("formulas of extensions, hidden columns and merges", async () => {
  const xml =
    '<cols><col min="2" max="3" hidden="true"/><col min="30" max="16384" hidden="1"/></cols><sheetData><row hidden="1"><c><v>1</v></c></row></sheetData>' +
    '<mergeCells><mergeCell ref="A1:B2"/></mergeCells><extLst><ext><x14:f xmlns:x14="x">A1</x14:f></ext></extLst>';
  const sheet = (await readWorkbook(workbookOf([{ name: "表", xml }]))).sheets[0];
  expect(sheet?.rows[0]?.hidden).toBe(true);
  expect(sheet?.hiddenColumns.has(1)).toBe(true);
  expect(Math.max(...(sheet?.hiddenColumns ?? []))).toBe(foreignLimits.columns - 1);
  expect(sheet?.merges.map(({ reference }) => reference)).toEqual(["A1:B2"]);
  expect(sheet?.formulas.size).toBe(0);
});

test("the 1904 system and a filter of sheets", async () => {
  const xml = '<sheetData><row><c s="1"><v>43904</v></c></row></sheetData>';
  const data = workbookOf(
    [
      { name: "甲", xml },
      { name: "乙", xml, state: "hidden" },
    ],
    "",
    styles,
    { date1904: true },
  );
  const workbook = await readWorkbook(data, { sheets: ["乙", "丙"] });
  expect(workbook).toMatchObject({ date1904: true, sheetNames: ["甲", "乙"], sheets: [{ name: "乙", state: "hidden" }] });
  expect(workbook.sheets[0]?.rows[0]?.cells).toEqual(["2024-03-15"]);
});

test("a lost character is seen wherever it stands", async () => {
  const lost = async (sheetData: string, strings = ""): Promise<boolean> =>
    (await readWorkbook(sheetOf(sheetData, strings))).hasReplacementCharacter;
  expect(await lost('<row><c t="str"><v>好</v></c></row>')).toBe(false);
  expect(await lost('<row><c t="str"><v>\ufffd</v></c></row>')).toBe(true);
  expect(await lost('<row><c t="inlineStr"><is><t>a\ufffd</t></is></c></row>')).toBe(true);
  expect(await lost('<row><c t="s"><v>0</v></c></row>', "<si><t>\ufffd</t></si>")).toBe(true);
});

const cells =
  '<?xml version="1.0"?><!-- 注 --><x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>张𠮷𫘧&amp;<![CDATA[<𠮷>]]></x:v></x:c>' +
  '<x:c r="B1" s="1"><x:v>45366.5</x:v></x:c><x:c r="C1" t="inlineStr"><x:is><x:r><x:t>甲</x:t></x:r><x:r><x:t>乙</x:t></x:r></x:is></x:c></x:row>' +
  '<x:row r="9" hidden="1"><x:c r="AB9"><x:f>A1</x:f><x:v>-0.125</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>';
const context = {
  label: "表.xlsx",
  sheet: "表",
  strings: [],
  formats: [
    { numFmtId: 0, code: "", kind: "number" as const },
    { numFmtId: 22, code: "", kind: "date" as const },
  ],
  date1904: false,
};
const readCells = (chunks: Buffer[]): Promise<SheetValues> =>
  sheetFromChunks(chunks, { name: "表", state: "visible" }, { ...context, budget: new Budget("表.xlsx", foreignLimits) });

/** Cuts bytes at the given places, wherever they fall. */
function cutAt(bytes: Buffer, places: readonly number[]): Buffer[] {
  const borders = [0, ...places.map((place) => place % bytes.length).sort((one, other) => one - other), bytes.length];
  return borders.slice(1).map((border, index) => bytes.subarray(borders[index], border));
}

describe("chunk borders change nothing", () => {
  const places = fc.array(fc.nat(), { maxLength: 40 });

  test.each<["utf8" | "utf16le", string]>([
    ["utf8", ""],
    ["utf8", "\ufeff"],
    ["utf16le", "\ufeff"],
  ])("a sheet in %s with mark %j", async (encoding, mark) => {
    const bytes = Buffer.from(mark + cells, encoding);
    const whole = await readCells([bytes]);
    expect(whole.rows.map((row) => row.cells.filter((cell) => cell !== null))).toEqual([
      ["张𠮷𫘧&<𠮷>", "2024-03-15 12:00", "甲乙"],
      [-0.125],
    ]);
    expect(await readCells([...bytes].map((byte) => Buffer.from([byte])))).toEqual(whole);
    await fc.assert(fc.asyncProperty(places, async (cuts) => expect(await readCells(cutAt(bytes, cuts))).toEqual(whole)));
  });

  test("shared strings", async () => {
    const bytes = Buffer.from("<sst><si><t>张𠮷𫘧</t></si><si><r><t>煤</t></r><r><t>矿&#x4e2d;</t></r></si></sst>");
    await fc.assert(
      fc.asyncProperty(places, async (cuts) => {
        const strings: string[] = [];
        await readXml(cutAt(bytes, cuts), sharedStringHandlers(strings));
        expect(strings).toEqual(["张𠮷𫘧", "煤矿中"]);
      }),
    );
  });
});

test.each([
  "<a><b></a></b>",
  "<a>",
  "<a/><b/>",
  "<a/>x",
  "",
  "x<a/>",
  "<!DOCTYPE a><a/>",
  "<a>&unknown",
  '<a b="1></a>',
  '<worksheet><sheetData><row><c t="str"><v>&nbsp;</v></c></row></sheetData></worksheet>',
  '<worksheet><sheetData><row><c t="str"><v>&amp</v></c></row></sheetData></worksheet>',
  "<a".repeat(9),
  "<a>".repeat(300),
])("malformed sheet %j is refused", async (xml) => {
  await expect(readCells([Buffer.from(xml)])).rejects.toThrow();
});
