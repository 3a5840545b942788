import fc from "fast-check";
import { columnLetters } from "../../node-sync/src/xlsx/patch/a1";
import { type CellEdit, patchWorkbook } from "../../node-sync/src/xlsx/patch/patch-workbook";
import { untouchedRows } from "../../node-sync/src/xlsx/patch/untouched-rows";
import { readWorkbook } from "../../node-sync/src/xlsx/read-workbook";
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

it("rows above the first edit, which are set aside, end up where they were", async () => {
  const part = "xl/worksheets/sheet1.xml";
  const late = grid.map((cells) => cells.map(([[row, column], value, style]) => [[row + 6, column], value, style] as const));
  await fc.assert(
    fc.asyncProperty(grid, layout, late, fc.integer({ min: 1, max: 12 }), async (cells, how, wanted, formulas) => {
      const xml = sheetOf(cells, { ...how, comment: false }).replace(/<(x:)?v>(-?\d+)</g, (all, prefix = "", number) =>
        Number(number) % formulas === 0 ? `<${prefix}f>A1*2</${prefix}f>${all}` : all,
      );
      // Where there is a comment nothing is set aside.
      const whole = xml.replace(">", "><!--a-->");
      const edits = wanted.map(([[row, column], value]): CellEdit => ({ row, column, value, kind: "text" }));
      const [one, other] = await Promise.all(
        [xml, whole].map(async (text) => {
          const source = await handWorkbook(text);
          const result = await patchWorkbook(source, [{ sheet: "名册", cells: edits }]).catch((error: Error) => error.message);
          return typeof result === "string" ? result : (await bytesOf(result)).get(part)?.toString();
        }),
      );
      expect(one).toBe(other?.replace("<!--a-->", ""));
    }),
    { numRuns: process.env.ANPEI_SOAK ? 150 : 50 },
  );
});

it("a table that grows at its end: all but its last row is set aside", () => {
  const rows = [1, 2, 3, 4].map((row) => `<row r="${row}"><c r="A${row}" s="1"/></row>`);
  const bytes = Buffer.from(sheetXml(rows.join("")));
  const { from = 0, to = 0, tag } = untouchedRows(bytes, 2, 5) ?? {};
  expect(bytes.toString("utf8", from, to)).toBe(rows.slice(1, 3).join(""));
  expect(tag).toBe('<row r="4">');
  const formula = Buffer.from(bytes.toString().replace('<c r="A3" s="1"/>', '<c r="A3"><f>A2</f><v>1</v></c>'));
  expect(untouchedRows(formula, 2, 5)?.tag).toBe('<row r="3">');
  for (const [firstEdit, text] of [
    [3, bytes.toString()],
    [5, bytes.toString().replace('r="3"', 'r="9"')],
    [5, bytes.toString().replace('r="3"', "")],
    [5, bytes.toString().replace('<c r="A3"', '<![CDATA[<row r="9">]]><c r="A3"')],
  ] as const) {
    expect([firstEdit, untouchedRows(Buffer.from(text), 2, firstEdit)]).toEqual([firstEdit, null]);
  }
});
