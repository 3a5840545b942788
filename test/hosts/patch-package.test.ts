import { type CellEdit, patchWorkbook } from "../../node-sync/src/xlsx/patch/patch-workbook";
import { inflateEntry, readEntries } from "../../node-sync/src/xlsx/patch/zip-read";
import { packPieces, writeZip } from "../../node-sync/src/xlsx/patch/zip-write";
import { readWorkbook } from "../../node-sync/src/xlsx/read-workbook";
import { bytesOf } from "../support/hand-workbook";
import { lastRichRow, richWorkbook } from "../support/rich-workbook";

const edits: readonly CellEdit[] = [
  { row: 3, column: 1, value: "张三", kind: "text" },
  { row: 3, column: 3, value: "2024-12-31", kind: "day" },
  { row: 5, column: 4, value: null, kind: "number" },
  { row: lastRichRow + 1, column: 1, value: "新学员", kind: "text" },
  { row: lastRichRow + 1, column: 2, value: "379999199001019999", kind: "text" },
  { row: lastRichRow + 1, column: 3, value: "2024-06-01", kind: "day" },
  { row: lastRichRow + 1, column: 4, value: 600, kind: "number" },
];

describe("a workbook full of what staff put into it", () => {
  it("keeps every other part, its order in the file and its compressed bytes", async () => {
    const source = await richWorkbook();
    const result = await patchWorkbook(source, [{ sheet: "名册", cells: edits }]);
    const before = await bytesOf(source);
    const after = await bytesOf(result);
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...before.keys()].filter((name) => !before.get(name)?.equals(after.get(name) ?? Buffer.alloc(0)));
    expect(changed.sort()).toEqual(["xl/tables/table1.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"]);
    for (const part of [
      "charts/chart1.xml",
      "drawings/drawing1.xml",
      "pivotTables/pivotTable1.xml",
      "comments1.xml",
      "media/image1.png",
    ])
      expect(before.has(`xl/${part}`)).toBe(true);
    const compressed = new Map(readEntries(source).map((entry) => [entry.name, entry.compressed]));
    for (const entry of readEntries(result)) {
      if (!changed.includes(entry.name))
        expect(entry.compressed.equals(compressed.get(entry.name) ?? Buffer.alloc(0))).toBe(true);
    }
  });

  it("grows what belongs to the rows, styles the new row, and drops stored results", async () => {
    const after = await bytesOf(await patchWorkbook(await richWorkbook(), [{ sheet: "名册", cells: edits }]));
    const sheet = after.get("xl/worksheets/sheet1.xml")?.toString("utf8") ?? "";
    expect(after.get("xl/tables/table1.xml")?.toString("utf8")).toContain(`ref="A1:E${lastRichRow + 1}"`);
    for (const range of [
      `sqref="D2:D${lastRichRow + 1}"`,
      `sqref="A2:E${lastRichRow + 1}"`,
      `<xm:sqref>A2:A${lastRichRow + 1}</xm:sqref>`,
      'ref="A1:E22"',
    ])
      expect(sheet).toContain(range);
    const style = (name: string): string | undefined => new RegExp(`r="${name}"[^>]*? s="(\\d+)"`).exec(sheet)?.[1];
    for (const column of ["B", "C"]) expect(style(`${column}${lastRichRow + 1}`)).toBe(style(`${column}${lastRichRow}`));
    expect(sheet).toMatch(new RegExp(`<row r="${lastRichRow + 1}"[^>]* ht="18"`));
    expect(sheet).toContain("<f>D3*2</f></c>");
    expect(after.get("xl/workbook.xml")?.toString("utf8")).toContain('fullCalcOnLoad="1"');
  });

  it("reads back as written", async () => {
    const { sheets } = await readWorkbook(await patchWorkbook(await richWorkbook(), [{ sheet: "名册", cells: edits }]));
    const row = (at: number) => sheets[0]?.rows.find((candidate) => candidate.at === at)?.cells;
    expect(row(3)?.slice(0, 4)).toEqual(["张三", "379999199001011001", "2024-12-31", 300]);
    expect(row(lastRichRow + 1)).toEqual(["新学员", "379999199001019999", "2024-06-01", 600]);
    expect(row(5)?.[3]).toBeNull();
  });

  it("twice the same edits give the same bytes", async () => {
    const once = await patchWorkbook(await richWorkbook(), [{ sheet: "名册", cells: edits }]);
    expect((await patchWorkbook(once, [{ sheet: "名册", cells: edits }])).equals(once)).toBe(true);
    expect(await patchWorkbook(once, [])).toBe(once);
  });
});

it("a part packed in pieces is one stream, and pieces that were packed before are only copied", async () => {
  const pieces = ["<a>", "", "中".repeat(1000), "x", "</a>"].map((text) => Buffer.from(text));
  const entry = await packPieces("a.xml", pieces);
  expect(await inflateEntry(entry)).toEqual(Buffer.concat(pieces));
  const [read] = readEntries(writeZip([entry]));
  expect(read && (await inflateEntry(read))).toEqual(Buffer.concat(pieces));
  const [, , large = Buffer.alloc(0)] = pieces;
  const again = await packPieces("b.xml", [Buffer.from("<b>"), large, Buffer.from("</b>")]);
  expect((await inflateEntry(again)).toString()).toBe(`<b>${large.toString()}</b>`);
  expect(await inflateEntry(await packPieces("c.xml", [Buffer.from("alone")]))).toEqual(Buffer.from("alone"));
});
