import fc from "fast-check";
import { columnLetters } from "../../node-sync/src/xlsx/patch/a1";
import { patchSheet } from "../../node-sync/src/xlsx/patch/patch-sheet";
import { type CellEdit, patchWorkbook } from "../../node-sync/src/xlsx/patch/patch-workbook";
import { cutSheet, joined, type SheetPieces } from "../../node-sync/src/xlsx/patch/sheet-pieces";
import { patchedGrid } from "../../node-sync/src/xlsx/patched-grid";
import { OpenWorkbook, readWorkbook } from "../../node-sync/src/xlsx/read-workbook";
import { gridOf } from "../../node-sync/src/xlsx/sheet-grid";
import { bytesOf, handWorkbook, sheetXml } from "../support/hand-workbook";

type Content = string | number | null;

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.constantFrom(
    "=1+1",
    "_x0041_",
    "_x005F_x0041_",
    "a_x0041\u0001b",
    "矿山救护队",
    "𠮷",
    " a ",
    "<&>\"'",
    "0013",
    "第一行\n第二行",
    "\t",
  ),
);
const content: fc.Arbitrary<Content> = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.constant(null),
);
const place = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 }));
const grid = fc.uniqueArray(fc.tuple(place, content, fc.integer({ min: 0, max: 3 })), {
  selector: ([at]) => at.join(),
  maxLength: 40,
});
const layout = fc.record({
  prefix: fc.constantFrom("", "x:"),
  rowNumbers: fc.boolean(),
  cellNames: fc.boolean(),
  quote: fc.constantFrom('"', "'"),
  comment: fc.boolean(),
});

/** As another program would write it; what XML cannot hold is left out. */
const escaped = (value: string): string =>
  [...value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")]
    .filter((sign) => /^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]$/u.test(sign))
    .map((sign) => (/[&<>]/.test(sign) ? `&#${sign.charCodeAt(0)};` : sign))
    .join("");

type Cells = readonly (readonly [readonly [number, number], Content, number])[];

/** A sheet in one of the many spellings that programs write. */
function sheetOf(
  cells: Cells,
  {
    prefix,
    rowNumbers,
    cellNames,
    quote,
    comment,
  }: { prefix: string; rowNumbers: boolean; cellNames: boolean; quote: string; comment: boolean },
): string {
  const named = (name: string, value: string | number): string => ` ${name}=${quote}${value}${quote}`;
  const rows: string[] = [];
  const last = Math.max(0, ...cells.map(([[row]]) => row));
  for (let row = 1; row <= last; row += 1) {
    const own = cells.filter(([[at]]) => at === row).sort((a, b) => a[0][1] - b[0][1]);
    if (own.length === 0 && rowNumbers) continue;
    const texts: string[] = [];
    let column = 0;
    for (const [[, at], value, style] of own) {
      for (column += 1; !cellNames && column < at; column += 1) texts.push(`<${prefix}c/>`);
      column = at;
      const tag = `<${prefix}c${cellNames ? named("r", columnLetters(at) + row) : ""}${named("s", style)}`;
      if (value === null) texts.push(`${tag}/>`);
      else if (typeof value === "number") texts.push(`${tag}><${prefix}v>${value}</${prefix}v></${prefix}c>`);
      else
        texts.push(
          `${tag}${named("t", "inlineStr")}><${prefix}is><${prefix}t xml:space="preserve">${escaped(value)}</${prefix}t></${prefix}is></${prefix}c>`,
        );
    }
    const tag = `<${prefix}row${rowNumbers ? named("r", row) : ""}`;
    rows.push(
      texts.length === 0 ? `${tag}/>` : `${tag}>${comment ? "<!-- </row><c> -->" : ""}${texts.join("\n")}</${prefix}row>`,
    );
  }
  const space = prefix === "" ? "xmlns" : "xmlns:x";
  return `<${prefix}worksheet ${space}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><${prefix}sheetData>${rows.join("")}</${prefix}sheetData></${prefix}worksheet>`;
}

/** Every value that is there, by place. */
async function valuesOf(workbook: Buffer): Promise<Map<string, unknown>> {
  const values = new Map<string, unknown>();
  for (const row of (await readWorkbook(workbook)).sheets[0]?.rows ?? [])
    row.cells.forEach((value, index) => {
      if (value !== null && value !== "") values.set(`${row.at},${index + 1}`, value);
    });
  return values;
}

it("after random edits of a random sheet exactly the edited cells differ", async () => {
  await fc.assert(
    fc.asyncProperty(grid, layout, grid, async (cells, how, wanted) => {
      const source = await handWorkbook(sheetOf(cells, how));
      const edits = wanted.map(
        ([[row, column], value]): CellEdit => ({ row, column, value, kind: typeof value === "number" ? "number" : "text" }),
      );
      const result = await patchWorkbook(source, [{ sheet: "名册", cells: edits }]);
      const expected = await valuesOf(source);
      const found = await valuesOf(result);
      for (const { row, column, value } of edits) {
        const at = `${row},${column}`;
        if (value === null || value === "") expected.delete(at);
        else expected.set(at, value === 0 ? 0 : value);
      }
      expect(new Map([...found].sort())).toEqual(new Map([...expected].sort()));
      const [before, after] = [await bytesOf(source), await bytesOf(result)];
      expect(after.get("[Content_Types].xml")).toEqual(before.get("[Content_Types].xml"));
      // Styles are only added: a number gets one where the cell would show it as a day or a time.
      const formats = (parts: typeof before): string[] =>
        /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(String(parts.get("xl/styles.xml")))?.[1]?.match(/<xf[^>]*>/g) ?? [];
      expect(formats(after).slice(0, formats(before).length)).toEqual(formats(before));
    }),
    { numRuns: process.env.ANPEI_SOAK ? 250 : 80 },
  );
});

/** Pieces of a row or two, so that small sheets have many. */
const SMALL = 60;
const bookStyles = { startsIn1904: false, isDay: () => false, asNumber: (style: number) => style };

it("pieces that are set aside end up where they were, and what is looked at does not change by it", () => {
  const late = grid.map((cells) => cells.map(([[row, column], value, style]) => [[row + 6, column], value, style] as const));
  let several = 0;
  fc.assert(
    fc.property(grid, layout, late, fc.integer({ min: 1, max: 30 }), fc.boolean(), (cells, how, wanted, formulas, isArray) => {
      const kind = isArray ? ' t="array" ref="A3:B5"' : "";
      const xml = sheetOf(cells, { ...how, comment: false }).replace(/<(x:)?v>(-?\d+)</g, (all, prefix = "", number) =>
        Number(number) % formulas === 0 ? `<${prefix}f${kind}>A1*2</${prefix}f>${all}` : all,
      );
      const edit = {
        sheet: "名册",
        cells: wanted.map(([[row, column], value]): CellEdit => ({ row, column, value, kind: "text" })),
      };
      const cut = cutSheet(Buffer.from(xml), 2, SMALL);
      if (cut.rows.length > 1) several++;
      expect(joined(cut).toString()).toBe(xml);
      const patched = (text: string): string => {
        try {
          return joined(patchSheet("sheet1.xml", cutSheet(Buffer.from(text), 2, SMALL), edit, bookStyles).pieces).toString();
        } catch (error) {
          return String(error);
        }
      };
      // Where there is a comment nothing is set aside.
      expect(patched(xml)).toBe(patched(xml.replace(">", "><!--a-->")).replace("<!--a-->", ""));
    }),
    { numRuns: process.env.ANPEI_SOAK ? 2000 : 200 },
  );
  expect(several).toBeGreaterThan(20);
});

it("what was patched in pieces is patched on as what is cut anew", () => {
  fc.assert(
    fc.property(grid, layout, fc.array(grid, { minLength: 1, maxLength: 4 }), (cells, how, rounds) => {
      let pieces = cutSheet(Buffer.from(sheetOf(cells, { ...how, comment: false })), 2, SMALL);
      for (const wanted of rounds) {
        const edits = wanted.map(([[row, column], value]): CellEdit => ({ row, column, value, kind: "text" }));
        const anew = cutSheet(joined(pieces), 2, Number.POSITIVE_INFINITY);
        pieces = patchSheet("sheet1.xml", pieces, { sheet: "名册", cells: edits }, bookStyles).pieces;
        const whole = patchSheet("sheet1.xml", anew, { sheet: "名册", cells: edits }, bookStyles).pieces;
        expect(joined(pieces).toString()).toBe(joined(whole).toString());
      }
    }),
    { numRuns: process.env.ANPEI_SOAK ? 1000 : 100 },
  );
});

it("a grid that is gone on with after a patch in pieces is what a reading from scratch gives", async () => {
  let inPart = 0;
  await fc.assert(
    fc.asyncProperty(grid, layout, grid, async (cells, how, wanted) => {
      const xml = sheetOf([[[1, 1], "题", 0], ...cells.filter(([[row]]) => row > 1)], { ...how, comment: false });
      const book = await OpenWorkbook.of(await handWorkbook(xml), {});
      const [sheet] = await book.sheets();
      const before = cutSheet(Buffer.from(xml), 2, SMALL);
      const edits = wanted.map(([[row, column], value]): CellEdit => ({ row: row + 1, column, value, kind: "text" }));
      const after = patchSheet("sheet1.xml", before, { sheet: "名册", cells: edits }, bookStyles).pieces;
      const goneOn = sheet ? await patchedGrid(book, gridOf(sheet), before, after) : null;
      if (goneOn === null) return;
      if (after.rows.some((piece) => before.rows.includes(piece))) inPart++;
      expect(goneOn).toEqual(gridOf(await book.sheetFrom("名册", [joined(after)])));
    }),
    { numRuns: process.env.ANPEI_SOAK ? 1000 : 200 },
  );
  expect(inPart).toBeGreaterThan(10);
});

it("a change leaves the pieces it does not touch as they are", () => {
  const rows = [1, 2, 3, 4, 5, 6].map((row) => `<row r="${row}"><c r="A${row}" s="1"/></row>`);
  const cut = (text: string) => cutSheet(Buffer.from(text), 2, 1);
  const text = sheetXml(rows.join(""));
  const touched = (sheet: SheetPieces, row: number): number[] => {
    const cells = [{ row, column: 2, value: "甲", kind: "text" } as const];
    const { pieces } = patchSheet("sheet1.xml", sheet, { sheet: "名册", cells }, bookStyles);
    return pieces.rows.flatMap((piece) => (sheet.rows.includes(piece) ? [] : [piece.first]));
  };
  expect(cut(text).rows.map(({ first, last }) => [first, last])).toEqual([2, 3, 4, 5, 6].map((row) => [row, row]));
  expect(touched(cut(text), 4)).toEqual([4]);
  expect(touched(cut(text), 7)).toEqual([6, 7]);
  const formula = text.replace('<c r="A3" s="1"/>', '<c r="A3"><f>A2</f><v>1</v></c>');
  expect(touched(cut(formula), 5)).toEqual([3, 5]);
  expect(touched(cut(formula.replace("<f>", '<f t="array" ref="A3:A6">')), 2)).toEqual([2, 3, 4, 5, 6]);
  for (const other of [
    text.replace('r="3"', 'r="9"'),
    text.replace('r="3"', ""),
    text.replace('<c r="A3"', '<![CDATA[<row r="9">]]><c r="A3"'),
    text.replace('<c r="A3"', '<?a b?><c r="A3"'),
  ]) {
    expect(cut(other).rows).toEqual([]);
    expect(joined(cut(other)).toString()).toBe(other);
  }
});
