import { struckInOld } from "../../node-sync/src/files/old-strikes";
import { readTable } from "../../node-sync/src/files/read-table-file";
import { convertWithLibreOffice, withLibreOffice } from "../support/libreoffice";
import { sheetOf } from "./support/minimal-workbook";
import { zipOf } from "./support/zip";

/** What readers see of hidden rows and of text that is struck out, by format. */
async function looks(bytes: Buffer, name = "名单.ods") {
  const { sheets } = await readTable(bytes, name);
  return sheets.map(({ rows }) =>
    rows.map(({ at, cells, hidden, struck }) => [at, cells.join("|"), hidden === true, (struck ?? []).join("|")]),
  );
}

const NAMES = ["office", "table", "text", "style", "draw"].map(
  (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === "draw" ? "drawing" : name}:1.0"`,
);
const STYLES = `
  <style:style style:name="out" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>
  <style:style style:name="child" style:family="table-cell" style:parent-style-name="out"/>
  <style:style style:name="back" style:family="table-cell" style:parent-style-name="out"><style:text-properties style:text-line-through-style="none"/></style:style>
  <style:style style:name="run" style:family="text"><style:text-properties style:text-line-through-type="double"/></style:style>
  <style:style style:name="in" style:family="text"><style:text-properties style:text-line-through-style="none"/></style:style>
  <style:style style:name="flat" style:family="table-row"><style:table-row-properties style:row-height="0cm"/></style:style>
  <style:style style:name="ring1" style:family="table-cell" style:parent-style-name="ring2"/>
  <style:style style:name="ring2" style:family="table-cell" style:parent-style-name="ring1"/>`;

const contentXml = (rows: string, columns = ""): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMES.join(" ")} office:version="1.2">
    <office:automatic-styles>${STYLES}</office:automatic-styles>
    <office:body><office:spreadsheet><table:table table:name="人员">${columns}${rows}</table:table></office:spreadsheet></office:body>
    </office:document-content>`;
const stylesXml = (common: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-styles ${NAMES.join(" ")} office:version="1.2">
    <office:styles>${common}</office:styles></office:document-styles>`;

function packed(content: string, styles: string): Buffer {
  return zipOf([
    { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet" },
    { name: "META-INF/manifest.xml", data: "<manifest:manifest/>" },
    { name: "styles.xml", data: styles },
    { name: "content.xml", data: content },
  ]);
}

const document = (rows: string, columns = "", common = ""): Buffer => packed(contentXml(rows, columns), stylesXml(common));

const cell = (text: string, attributes = ""): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const row = (cells: string, attributes = ""): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;

describe("an .ods", () => {
  test("tells rows that are hidden by hand, by a filter, by a lack of height, and in blocks", async () => {
    const rows = [
      row(cell("看得见")),
      row(cell("隐藏"), 'table:visibility="collapse"'),
      row('<table:table-cell table:number-columns-repeated="9"/>', 'table:visibility="collapse" table:number-rows-repeated="5"'),
      row(cell("筛掉"), 'table:visibility="filter" table:number-rows-repeated="2"'),
      row(cell("没有高度"), 'table:style-name="flat"'),
      row(cell("又看得见"), 'table:visibility="visible"'),
    ];
    expect(await looks(document(rows.join("")))).toEqual([
      [
        [1, "看得见", false, ""],
        [2, "隐藏", true, ""],
        [8, "筛掉", true, ""],
        [9, "筛掉", true, ""],
        [10, "没有高度", true, ""],
        [11, "又看得见", false, ""],
      ],
    ]);
  });

  test("tells cells that a format strikes out: their own, one above it, a row's, a column's, a common one", async () => {
    const style = (name: string): string => `table:style-name="${name}"`;
    const rows = [
      row(
        cell("甲") +
          cell("乙", style("out")) +
          cell("丙", style("child")) +
          cell("丁", style("back")) +
          cell("戊", style("ring1")),
      ),
      row(cell("甲") + cell("乙", 'table:number-columns-repeated="3"'), 'table:default-cell-style-name="out"'),
      row(cell("甲") + cell("乙", style("common"))),
    ];
    const common = `<style:style style:name="common" style:family="table-cell"><style:text-properties style:text-line-through-style="dash"/></style:style>`;
    const columns = `<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="out"/>`;
    expect(await looks(document(rows.join(""), "", common))).toEqual([
      [
        [1, "甲|乙|丙|丁|戊", false, "1|2"],
        [2, "甲|乙|乙|乙", false, "0|1|2|3"],
        [3, "甲|乙", false, "1"],
      ],
    ]);
    expect(await looks(document(row(cell("甲") + cell("乙") + cell("丙") + cell("丁")), columns))).toEqual([
      [[1, "甲|乙|丙|丁", false, "2"]],
    ]);
  });

  test("leaves struck runs out of a text, and takes a run that is not struck back in", async () => {
    const run = (style: string, text: string): string => `<text:span text:style-name="${style}">${text}</text:span>`;
    const rows = row(
      cell(`${run("run", "旧名")}新名`) +
        cell(run("run", "全划")) +
        cell(`旧${run("in", "新")}`, 'table:style-name="out"') +
        cell(`甲<text:s text:c="2"/>乙${run("in", "丙")}`),
    );
    expect(await looks(document(rows))).toEqual([[[1, "新名|全划|新|甲  乙丙", false, "1"]]]);
  });

  test("is read as it stands where its common styles are no XML", async () => {
    expect(await looks(packed(contentXml(row(cell("甲"))), "<office:document-styles"))).toEqual([[[1, "甲", false, ""]]]);
  });

  test("in one piece of XML says the same", async () => {
    const flat = contentXml(row(cell("甲", 'table:style-name="out"'), 'table:visibility="filter"'))
      .replaceAll("office:document-content", "office:document")
      .replace("<office:document ", '<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet" ');
    expect(await looks(Buffer.from(flat), "名单.fods")).toEqual([[[1, "甲", true, "0"]]]);
  });
});

test("a row of a .xlsx without height is hidden", async () => {
  const heights = [undefined, "15", "0", "0.0"].map((ht, index) => {
    const attributes = ht === undefined ? "" : ` ht="${ht}" customHeight="1"`;
    return `<row r="${index + 1}"${attributes}><c t="inlineStr"><is><t>第${index + 1}行</t></is></c></row>`;
  });
  expect((await looks(sheetOf(heights.join("")), "名单.xlsx"))[0]?.map(([at, , isHidden]) => [at, isHidden])).toEqual([
    [1, false],
    [2, false],
    [3, true],
    [4, true],
  ]);
});

/** A .xls of two sheets as its stream of records (MS-XLS 2.1.4); only what says how cells look is in it. */
function oldStream(): Buffer {
  const record = (type: number, ...words: number[]): Buffer => {
    const body = Buffer.alloc(words.length * 2);
    for (const [index, word] of words.entries()) body.writeUInt16LE(word, index * 2);
    const head = Buffer.alloc(4);
    head.writeUInt16LE(type, 0);
    head.writeUInt16LE(body.length, 2);
    return Buffer.concat([head, body]);
  };
  const begin = record(0x809, 0x600, 5, 0, 0);
  const end = record(0x0a);
  // There is no font 4: the fifth one is number 5.
  const fonts = [0, 0, 0, 0, 0x08].map((flags) => record(0x31, 220, flags, 0, 400));
  const formats = [0, 3, 5].map((font) => record(0xe0, font, 0, 1));
  const sheets = [
    Buffer.concat([
      begin,
      record(0x204, 0, 0, 2, 0),
      record(0xbd, 1, 2, 0, 0, 0, 2, 0, 0, 3),
      begin,
      record(0x204, 8, 8, 2),
      end,
      end,
    ]),
    Buffer.concat([begin, record(0x203, 4, 1, 1, 0), record(0x27e, 5, 3, 2, 0, 0), end]),
  ];
  const globals = (places: readonly number[]): Buffer =>
    Buffer.concat([begin, ...fonts, ...formats, ...places.map((place) => record(0x85, place, 0, 0)), end]);
  const first = globals([0, 0]).length;
  const second = first + (sheets[0]?.length ?? 0);
  return Buffer.concat([globals([second, first]), ...sheets]);
}

test("the records of a .xls tell which cells are struck out, in the order of the sheets' places, charts left out", () =>
  expect(struckInOld(oldStream()).map((rows) => [...rows])).toEqual([
    [
      [1, [0]],
      [2, [3]],
    ],
    [[6, [3]]],
  ]));
test("records that are cut off end where they are cut", () => {
  const stream = oldStream();
  for (let length = 0; length < stream.length; length += 1) expect(() => struckInOld(stream.subarray(0, length))).not.toThrow();
});

const STRIKE_STYLES = `<fonts count="2"><font/><font><strike/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>
  <cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs>`;
const text = (at: string, said: string, style = 0): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t>${said}</t></is></c>`;
const LIST = `<row r="1">${text("A1", "姓名")}${text("B1", "备注")}</row><row r="2">${text("A2", "测甲", 1)}${text("B2", "好")}</row>
  <row r="3" hidden="1">${text("A3", "测乙")}${text("B3", "好", 1)}</row>`;

describe.each(["ods", "xls", "fods"])("a list that LibreOffice saved as .%s", (format) => {
  withLibreOffice("says what the .xlsx said of hidden rows and struck cells", async () => {
    const source = sheetOf(LIST, "", STRIKE_STYLES);
    const expected = await looks(source, "名单.xlsx");
    expect(expected).toEqual([
      [
        [1, "姓名|备注", false, ""],
        [2, "测甲|好", false, "0"],
        [3, "测乙|好", true, "1"],
      ],
    ]);
    expect(await looks(convertWithLibreOffice(source, format), `名单.${format}`)).toEqual(expected);
  });
});
