import { Workbook, type Worksheet } from "exceljs";
import fc from "fast-check";
import type { Paper, Part } from "../../../apps-script/domain/views/papers/paper";
import { PAPERS_TO_PRINT } from "../../../apps-script/domain/views/papers/papers";
import { paperBook } from "../../../node-sync/src/print/paper-book";
import { columnEdges, columnsBetween, edgesOf } from "../../../node-sync/src/print/sheet/edges";
import { sheetNames } from "../../../node-sync/src/print/sheet/names";
import { attribute } from "../../../node-sync/src/xlsx/patch/xml-scan";
import { readWorkbook } from "../../../node-sync/src/xlsx/read-workbook";
import { elementsOf } from "../../../node-sync/src/xlsx/restyle/elements";
import { idOf } from "../../domain/people/residents";
import { bytesOf } from "../../support/hand-workbook";
import { convertWithLibreOffice, withLibreOffice } from "../../support/libreoffice";
import { textsOn } from "../../support/printed";
import { NAMES, UNITS } from "../../support/printing/printed-book";
import { paperOf, SIZES } from "../../support/printing/sized-papers";

/** Every cell of a book as text, sheet by sheet. */
async function cellsOf(bytes: Buffer): Promise<string[]> {
  const { sheets } = await readWorkbook(bytes);
  return sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell === null ? [] : [String(cell)]))),
  );
}

const partOf = async (bytes: Buffer, name: string): Promise<string> => (await bytesOf(bytes)).get(name)?.toString("utf8") ?? "";

describe.each(PAPERS_TO_PRINT.map(({ id }) => id))("%s", (id) => {
  test.each(SIZES)("of %i people says all that the paper says, a sheet a part", async (people) => {
    const paper = paperOf(id, people);
    const bytes = await paperBook(paper);
    const { sheets } = await readWorkbook(bytes);
    expect(sheets).toHaveLength(paper.parts.length);
    const said = (await cellsOf(bytes)).join("\n");
    const missing = textsOn(paper).filter((text) => text.trim() !== "" && !said.includes(text));
    expect(missing).toEqual([]);
  });
});

test("headings are repeated, and what is printed reaches one row below the table, so that it grows with rows put in", async () => {
  const paper = paperOf("class-list", 37);
  const bytes = await paperBook(paper);
  const names = elementsOf(await partOf(bytes, "xl/workbook.xml"), "definedName").map(
    ({ open, inner }) => [attribute(open, "name"), inner.slice(inner.lastIndexOf("!") + 1)] as const,
  );
  const sheet = await partOf(bytes, "xl/worksheets/sheet1.xml");
  const rows = elementsOf(sheet, "row").map(({ open }) => Number(attribute(open, "r")));
  const [first = 0] = rows.slice(-38);
  expect(Object.fromEntries(names)).toMatchObject({
    // With the title and the lines below it: a page that is mislaid says what it is of.
    "_xlnm.Print_Titles": `$1:$${first - 1}`,
    "_xlnm.Print_Area": `$A$1:$H$${first + 37}`,
  });
  const [setup] = elementsOf(sheet, "pageSetup");
  expect(setup?.open).toMatch(/paperSize="9".*orientation="landscape".*fitToWidth="1" fitToHeight="0"/);
  expect(sheet).toContain("第 &amp;P 页　共 &amp;N 页");
});

test("boxes to sign in are 11 mm high and more", async () => {
  const { parts } = paperOf("sign-in", 37);
  const sheet = await partOf(await paperBook(paperOf("sign-in", 37)), "xl/worksheets/sheet1.xml");
  const heights = elementsOf(sheet, "row").map(({ open }) => (Number(attribute(open, "ht")) / 72) * 25.4);
  expect(parts[0]?.blocks[0]?.kind).toBe("table");
  expect(heights.filter((mm) => mm >= 11).length).toBeGreaterThanOrEqual(37);
});

const part = (over: Partial<Part>): Pick<Paper, "name" | "look" | "parts"> => ({
  name: "试",
  look: "portrait",
  parts: [{ name: "试", title: "试", facts: [], blocks: [], ...over }],
});

test("whatever stands in cells stays a text", async () => {
  const texts = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
    .map((text) => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "_"));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(texts, fc.constantFrom("=1+1", "+86", "@x", "<b>甲</b>", "_x0041_")), { minLength: 1, maxLength: 5 }),
      async (words) => {
        const column = { title: "项", width: 30, kind: "text", align: "left" } as const;
        const bytes = await paperBook(
          part({ blocks: [{ kind: "table", columns: [column], rows: words.map((word) => [word]), rowHeight: 8 }] }),
        );
        const held = await cellsOf(bytes);
        expect(held.slice(2)).toEqual(words);
        expect(await partOf(bytes, "xl/worksheets/sheet1.xml")).not.toContain("<f>");
      },
    ),
    { numRuns: 40 },
  );
});

test("everything above a table has cells of its own, however many lines and columns", async () => {
  const value = fc.option(fc.stringMatching(/^[一-龥0-9]{1,40}$/));
  const facts = fc.array(fc.tuple(fc.stringMatching(/^[一-龥]{1,8}$/), value), { minLength: 1, maxLength: 6 });
  const widths = fc.array(fc.integer({ min: 10, max: 60 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(facts, widths, async (given, columns) => {
      const table = {
        kind: "table",
        columns: columns.map((width) => ({ title: "项", width, kind: "text", align: "left" }) as const),
        rows: [],
        rowHeight: 8,
      } as const;
      const labelled = given.map(([label, text], at) => ({ label: `${label}${at}`, value: text }));
      const held = (await cellsOf(await paperBook(part({ facts: labelled, blocks: columns.length > 0 ? [table] : [] })))).join(
        "\n",
      );
      for (const { label, value: text } of labelled) expect(held).toContain(`${label}：${text ?? ""}`);
    }),
    { numRuns: 40 },
  );
});

test("a text too long for a row goes on in the next one", async () => {
  const names = Array.from({ length: 400 }, (_, at) => `买买提·阿不都拉·热合曼${at}`).join("、");
  const bytes = await paperBook(part({ blocks: [{ kind: "text", paragraphs: [names] }] }));
  expect((await cellsOf(bytes)).slice(1).join("")).toBe(names);
  const heights = elementsOf(await partOf(bytes, "xl/worksheets/sheet1.xml"), "row").map(({ open }) =>
    Number(attribute(open, "ht")),
  );
  expect(Math.max(...heights)).toBeLessThan(409);
});

/** The first sheet as a program shows it. */
async function shown(bytes: Buffer): Promise<Worksheet> {
  const book = new Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

test("a line to cut along is all around every slip", async () => {
  const sheet = await shown(await paperBook(paperOf("card-slips", 1)));
  const slip = "姓名：";
  const [top, bottom] = [2, sheet.rowCount - 1];
  expect([sheet.getCell(top + 1, 1).value, sheet.getCell(top + 1, 2).value]).toEqual([slip, NAMES[0]]);
  const isCut = (row: number, column: number, side: "top" | "left" | "right" | "bottom"): boolean =>
    sheet.getCell(row, column).border?.[side]?.style === "dashed";
  const rows = Array.from({ length: bottom - top }, (_, at) => top + at);
  expect(rows.map((row) => [isCut(row, 1, "left"), isCut(row, 2, "right")])).toEqual(rows.map(() => [true, true]));
  expect([1, 2].map((column) => [isCut(top, column, "top"), isCut(bottom - 1, column, "bottom")])).toEqual([
    [true, true],
    [true, true],
  ]);
});

test("the number of a document is not cut in two, a long text is", async () => {
  const sheet = await shown(await paperBook(paperOf("class-list", 1)));
  const looks = new Map<unknown, boolean | undefined>();
  sheet.eachRow((row) => row.eachCell(({ value, alignment }) => looks.set(value, alignment?.wrapText)));
  expect([looks.get(idOf("19800101", 0)), looks.get(UNITS[0])]).toEqual([undefined, true]);
});

test("every column of a table has cells of its own, whatever the widths of others on the sheet", () => {
  const widths = fc.array(fc.integer({ min: 12, max: 60 }), { minLength: 1, maxLength: 9 });
  const column = (width: number) => ({ title: "项", width, kind: "text", align: "left" }) as const;
  fc.assert(
    fc.property(widths, (given) => {
      const columns = given.map(column);
      const edges = edgesOf({ blocks: [{ kind: "table", columns, rows: [], rowHeight: 8 }] }, 180);
      const own = columnEdges(columns, 180);
      const spans = columns.map((_, at) => columnsBetween(edges, own[at] ?? 0, own[at + 1] ?? 180));
      for (const [at, span] of spans.entries()) expect(span.first).toBe((spans[at - 1]?.last ?? 0) + 1);
    }),
  );
});

test("sheets have names that Excel takes, each its own", () => {
  const long = "示例黄金矿业有限责任公司第二采矿工程分公司安全生产科技中心部甲乙丙丁";
  const names = sheetNames(["5月14日", "a/b", "A b", "a:b", "", long, `${long}二`, "'甲'"]);
  expect(names).toEqual(["5月14日", "a b", "A b（2）", "a b（3）", "1", long.slice(0, 31), `${long.slice(0, 28)}（2）`, "甲"]);
});

withLibreOffice("LibreOffice prints a list of 400 with its headings on every page", async () => {
  const pdf = convertWithLibreOffice(await paperBook(paperOf("class-list", 400)), "pdf");
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? [];
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.length).toBeLessThan(40);
});
