import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as SheetJS from "@e965/xlsx";
import { type CellValue, readWorkbook, type SheetValues } from "../../node-sync/src/xlsx/read-workbook";

const folder = join(__dirname, "../fixtures/xlsx");
const files = readdirSync(folder).filter((name) => name.endsWith(".xlsx"));

const expected: Record<number, CellValue[]> = {
  1: ["姓名", "证件号", "备注", "分数", "日期", "时刻", "合格", "错误", "公式"],
  2: ["张𠮷𫘧", "013800138000", "  前有两格", 12.5, "2024-03-15", "2024-03-15 08:30", true, { error: "#N/A" }, 0],
  3: ["李四", "000123", "第一行\n第二行", -0.1, "1999-12-31", "2024-02-29 23:59:58", false, "_x0041_", "李四"],
  5: ["合并"],
};

/** What a writer changed, so that its file rightly differs from the common content: cell → value. */
const changedByWriter: Record<string, Record<string, CellValue>> = {
  // exceljs writes `_x0041_` without escaping it, which is an A.
  "exceljs.xlsx": { "3:7": "A" },
  // openpyxl stores no cached results.
  "openpyxl-comments.xlsx": { "2:8": null, "3:8": null },
};

const gridOf = (sheet: SheetValues): Record<number, CellValue[]> =>
  Object.fromEntries(sheet.rows.map(({ at, cells }) => [at, cells]));

function expectedOf(file: string): Record<number, CellValue[]> {
  const grid = structuredClone(expected);
  for (const [cell, value] of Object.entries(changedByWriter[file] ?? {})) {
    const [row, column] = cell.split(":").map(Number);
    (grid[row ?? 0] ?? [])[column ?? 0] = value;
  }
  return grid;
}

const two = (number: number): string => String(number).padStart(2, "0");

/** SheetJS's cell in our shapes, with its own idea of what a date is. */
function cellOf(cell: SheetJS.CellObject | undefined): CellValue {
  if (cell === undefined || cell.v === undefined || cell.t === "z") return null;
  if (cell.t === "e") return { error: cell.w ?? "" };
  if (cell.t !== "n" || !SheetJS.SSF.is_date(String(cell.z))) return cell.v as string | number | boolean;
  const { y, m, d, H, M, S, u } = SheetJS.SSF.parse_date_code(Number(cell.v)) as Record<
    "y" | "m" | "d" | "H" | "M" | "S" | "u",
    number
  >;
  const seconds = S + Math.round(u);
  const time = H + M + seconds === 0 ? "" : ` ${two(H)}:${two(M)}${seconds === 0 ? "" : `:${two(seconds)}`}`;
  return `${y}-${two(m)}-${two(d)}${time}`;
}

function secondReading(data: Buffer, name: string): Record<number, CellValue[]> {
  const workbook = SheetJS.read(data, { raw: true, dense: true, cellNF: true, cellText: true });
  const rows = (workbook.Sheets[name]?.["!data"] ?? []) as (SheetJS.CellObject | undefined)[][];
  const grid: Record<number, CellValue[]> = {};
  rows.forEach((row, index) => {
    const cells = Array.from(row ?? [], cellOf);
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    if (cells.length > 0) grid[index + 1] = cells;
  });
  return grid;
}

/** Trailing blank cells say nothing (a formula without a cached result, mostly). */
const trimmed = (grid: Record<number, CellValue[]>): Record<number, CellValue[]> =>
  Object.fromEntries(
    Object.entries(grid).map(([row, cells]) => [row, cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1)]),
  );

/** Where SheetJS reads a variant otherwise: what it makes of our reading. */
const deviations: Record<string, (grid: Record<number, CellValue[]>) => Record<number, CellValue[]>> = {
  // It does not count `<row/>` when rows carry no number, so that the fifth row becomes the fourth.
  "no-references.xlsx": ({ 5: fifth, ...others }) => ({ ...others, 4: fifth ?? [] }),
  // openpyxl writes 𠮷 as `&#134071;`; SheetJS keeps the lower 16 bits of such a reference.
  "openpyxl-comments.xlsx": (grid) => ({
    ...grid,
    2: (grid[2] ?? []).map((cell) => (cell === "张𠮷𫘧" ? "张\u0bb7\ub627" : cell)),
  }),
};

test("all ten variants are there", () => expect(files).toHaveLength(10));

describe.each(files)("%s", (file) => {
  const data = readFileSync(join(folder, file));

  test("reads to the common content", async () => {
    const { sheets, date1904, hasReplacementCharacter } = await readWorkbook(data);
    expect(sheets.map(({ name }) => name)).toEqual(["花名册", "底稿"]);
    const [roster, base] = sheets;
    expect(roster && gridOf(roster)).toEqual(expectedOf(file));
    expect(base && gridOf(base)).toEqual({ 1: ["底"] });
    // LibreOffice knows no veryHidden.
    expect(base?.state).toBe(file === "libreoffice.xlsx" ? "hidden" : "veryHidden");
    expect(roster).toMatchObject({ state: "visible", lastColumn: 9, hasReplacementCharacter: false });
    expect(roster?.rows.filter(({ hidden }) => hidden).map(({ at }) => at)).toEqual([3]);
    expect([...(roster?.hiddenColumns ?? [])]).toEqual([1]);
    expect(roster?.merges).toEqual([{ reference: "A5:C5", firstRow: 5, lastRow: 5, firstColumn: 0, lastColumn: 2 }]);
    expect([date1904, hasReplacementCharacter]).toEqual([false, false]);
  });

  test("marks formulas", async () => {
    const roster = (await readWorkbook(data, { sheets: ["花名册"] })).sheets[0];
    // LibreOffice turns TRUE and #N/A into the formulas TRUE() and #N/A.
    for (const row of [2, 3]) expect(roster?.formulas.get(row)).toContain(8);
    expect([...(roster?.missing.keys() ?? [])]).toEqual(file === "openpyxl-comments.xlsx" ? [2, 3] : []);
  });

  test("reads as SheetJS reads it", async () => {
    const roster = (await readWorkbook(data)).sheets[0];
    const ours = trimmed(roster ? gridOf(roster) : {});
    expect(secondReading(data, "花名册")).toEqual(deviations[file]?.(ours) ?? ours);
  });
});
