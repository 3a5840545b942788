import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readTableFile, type TableFile } from "../../../node-sync/src/files/read-table-file";
import { secondReading } from "../../../node-sync/src/files/second-reading";
import { sheetOf } from "../../readers/support/minimal-workbook";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "anpei-second-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const people = '<row r="1"><c r="A1" t="str"><v>姓名</v></c></row><row r="4"><c r="B4"><v>7</v></c></row>';
/** More than the reader inflates at a time, so that tags are cut in two. */
const blanks = Array.from({ length: 30_000 }, (_, row) => `<row r="${row + 5}" s="1"><c r="A${row + 5}" s="1"/></row>`).join("");

/** The first reading, and one that says something else of a cell. */
async function bothWays(bytes: Buffer): Promise<[agreed: unknown, altered: unknown]> {
  const path = join(folder, "表.xlsx");
  writeFileSync(path, bytes);
  const first = await readTableFile(path);
  return [await secondReading(path, first), await secondReading(path, altered(first))];
}

function altered({ file, sheets }: TableFile): Pick<TableFile, "file" | "sheets"> {
  return {
    file,
    sheets: sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (cell === 7 ? 8 : cell)) })),
    })),
  };
}

test.each<[string, Buffer, string]>([
  ["rows with values only", sheetOf(people), "B4"],
  ["blank rows to the end", sheetOf(people + blanks), "B4"],
  ["tags with a prefix", sheetOf(people + blanks, "", "", { prefix: "x" }), "B4"],
  ["a value after the blank rows", sheetOf(`${blanks}<row r="40000"><c r="C40000"><v>7</v></c></row>`), "C40000"],
  [
    "rows without a number",
    sheetOf(`<row><c><v>1</v></c></row><row/><row><c><v>7</v></c></row>${blanks.replaceAll(/ r="\w+"/gu, "")}`),
    "A3",
  ],
])("%s", async (_what, bytes, address) => {
  expect(await bothWays(bytes)).toEqual([null, { sheet: "表", address }]);
});
