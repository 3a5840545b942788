import { LIGHTS, TABLES, type Table, titlesOf } from "../../../apps-script/domain/schema/index";
import { PAPER_COLUMNS } from "../../../apps-script/domain/schema/paper-columns";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { newWorkbook } from "../../../node-sync/src/workbook/new-workbook";
import { toValue } from "../../../node-sync/src/xlsx/cell-value";
import { patchWorkbook } from "../../../node-sync/src/xlsx/patch/patch-workbook";
import { readWorkbook } from "../../../node-sync/src/xlsx/read-workbook";
import { headerOf, type OpenBook, openBook } from "./open-book";

const tables = Object.values<Table>(TABLES);
const columnNumber = (table: Table, title: string): number => titlesOf(table).indexOf(title) + 1;
const person: Readonly<Record<string, Value>> = {
  报名编号: "B2024-00001",
  姓名: "张三",
  证件号: "379999198001010024",
  手机号: "01990000000",
  证件有效期: "2024-06-15",
  应缴: 300,
  余量天数: 75,
  备注: "=1+1_x0041_",
};
const rosterRow = titlesOf(TABLES.roster).map((title) => person[title] ?? null);

describe("a new workbook", () => {
  let file: Buffer;
  let open: OpenBook;
  beforeAll(async () => {
    file = await newWorkbook({ planYear: 2024, workbook: "W-1", extraRows: new Map([["名册", [rosterRow]]]) });
    open = await openBook(file);
  });

  test("begins with 说明, then has the schema's tabs in their order, and hides what is the program's", () => {
    expect(open.book.SheetNames).toEqual(["说明", ...tables.map(({ title }) => title)]);
    const hidden = (open.book.Workbook?.Sheets ?? []).filter((sheet) => sheet.Hidden).map((sheet) => sheet.name);
    expect(hidden).toEqual(tables.filter((table) => table.hidden).map(({ title }) => title));
  });

  test.each(tables.map((table) => [table.title, table] as const))(
    "%s has every column once, filtered and frozen",
    (title, table) => {
      expect(headerOf(open, title)).toEqual(titlesOf(table));
      expect(open.sheet(title)).toMatch(/<autoFilter ref="A1:[A-Z]+1"\/>/);
      expect(open.sheet(title)).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
      const widths = [...open.sheet(title).matchAll(/<col min="(\d+)" max="(\d+)"[^>]*>/g)];
      expect(Number(widths.at(-1)?.[2])).toBe(titlesOf(table).length);
      // Neighbours of one width stand in one range.
      const hidden = widths
        .filter(([tag]) => tag.includes('hidden="1"'))
        .flatMap(([, first, last]) => titlesOf(table).slice(Number(first) - 1, Number(last)));
      const wanted = Object.values(table.columns)
        .filter((column) => column.hidden)
        .map((column) => column.title);
      expect(hidden).toEqual(wanted);
    },
  );

  test("the names stay in view in 名册", () => {
    expect(open.sheet("名册")).toContain('xSplit="3"');
    expect(open.parts.get("xl/workbook.xml")).toContain("'名册'!$A:$C,'名册'!$1:$1");
  });

  test("a column's style says what it holds: ids text, days days, money with two places, the program's own grey", () => {
    const styles = open.parts.get("xl/styles.xml") ?? "";
    const cellXfs = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? "").matchAll(/<xf [^>]*>/g)].map(([tag]) => tag);
    const dayFormat = /numFmtId="(\d+)" formatCode="yyyy-mm-dd"/.exec(styles)?.[1];
    const formats: Readonly<Record<string, string>> = {
      text: "49",
      id: "49",
      list: "49",
      choice: "49",
      moment: "49",
      day: dayFormat ?? "",
    };
    for (const table of tables) {
      const spans = [...open.sheet(table.title).matchAll(/<col min="(\d+)" max="(\d+)" width="[\d.]+" style="(\d+)"/g)];
      Object.values(table.columns).forEach((column, index) => {
        const span = spans.find(([, first, last]) => Number(first) <= index + 1 && index + 1 <= Number(last));
        const style = cellXfs[Number(span?.[3])] ?? "";
        const format = /numFmtId="(\d+)"/.exec(style)?.[1];
        if (column.kind !== "number")
          expect([table.title, column.title, format]).toEqual([table.title, column.title, formats[column.kind]]);
        if (["应缴", "已缴", "金额"].includes(column.title)) expect(format).toBe("4");
        const isFilled = !style.includes('fillId="0"');
        expect([column.title, isFilled]).toEqual([column.title, column.owner === "computed" || column.owner === "system"]);
      });
    }
  });

  test("days are dates, ids are text, a formula is a text", () => {
    const cells = open.book.Sheets.名册?.["!data"]?.[1] ?? [];
    const cell = (title: string) => cells[columnNumber(TABLES.roster, title) - 1];
    expect([cell("证件有效期")?.t, cell("证件有效期")?.v, cell("证件有效期")?.w]).toEqual(["n", 45458, "2024-06-15"]);
    expect([cell("证件号")?.t, cell("证件号")?.v]).toEqual(["s", "379999198001010024"]);
    expect([cell("手机号")?.t, cell("手机号")?.v]).toEqual(["s", "01990000000"]);
    expect([cell("应缴")?.v, cell("应缴")?.w]).toEqual([300, "300.00"]);
    expect(cell("备注")?.f).toBeUndefined();
    const holidays = open.book.Sheets.节假日?.["!data"] ?? [];
    expect(holidays.slice(1).every((row) => row[0]?.t === "n" && /^\d{4}-\d{2}-\d{2}$/.test(String(row[0]?.w)))).toBe(true);
    expect(holidays[1]?.[0]?.w).toBe("2023-01-01");
    expect(holidays.at(-1)?.[0]?.w).toBe("2026-10-10");
  });

  test("our own reader gives back what went in", async () => {
    const { sheets } = await readWorkbook(file, { sheets: ["名册", "设置"] });
    const rows = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? [];
    const roster = rows("名册").at(-1);
    expect(roster?.cells.map((cell) => toValue(cell)).slice(0, rosterRow.length)).toEqual(
      rosterRow.slice(0, roster?.cells.length),
    );
    expect(rows("设置").map((row) => row.cells.slice(0, 2).map((cell) => toValue(cell)))).toContainEqual(["计划年度", 2024]);
  });

  test("closed lists of people's columns have a dropdown, over a range and with a warning only", () => {
    for (const table of tables) {
      const xml = open.sheet(table.title);
      const rules = [...xml.matchAll(/<dataValidation .*?<\/dataValidation>/gs)].map(([rule]) => rule);
      for (const column of Object.values(table.columns)) {
        const isTyped = column.owner === "unit" || column.owner === "centre";
        if (!isTyped || column.allowed === undefined) continue;
        expect(rules.some((rule) => rule.includes(`"${column.allowed?.join(",")}"`.replaceAll('"', "&quot;")))).toBe(true);
      }
      expect(rules.filter((rule) => rule.includes("showErrorMessage") && !rule.includes('errorStyle="warning"'))).toEqual([]);
      if (table.title !== "设置") expect(rules.filter((rule) => !/sqref="([A-Z]+)2:\1\d{4}"/.test(rule))).toEqual([]);
    }
    expect(open.sheet("名册")).toContain("<formula1>'培训计划'!$C$2:$C$100</formula1>");
    expect(open.sheet("资料").match(/已交,不适用/g)).toHaveLength(PAPER_COLUMNS.length);
  });

  test("到期提示 has its colours, and links lead to tabs", () => {
    for (const light of LIGHTS.slice(0, 5)) expect(open.sheet("名册")).toContain(`=&quot;${light}&quot;`);
    const links = [...open.sheet("说明").matchAll(/<hyperlink ref="[A-Z\d]+" location="([^!]+)!A1"\/>/g)].map(([, tab]) => tab);
    expect(links.every((tab) => open.book.SheetNames.includes(tab ?? ""))).toBe(true);
    expect(links).toEqual(expect.arrayContaining(tables.filter((table) => !table.hidden).map(({ title }) => title)));
  });

  test("rows added by a patch look like the column: days days, ids text", async () => {
    const columns = Object.values<Table["columns"][string]>(TABLES.roster.columns);
    const kindOf = (kind: string) => (kind === "day" || kind === "number" ? kind : "text");
    const cells = [2, 3, 900].flatMap((row) =>
      columns.map((column, index) => ({
        row,
        column: index + 1,
        value: rosterRow[index] ?? null,
        kind: kindOf(column.kind) as "day",
      })),
    );
    for (const source of [file, await newWorkbook({ planYear: 2024, workbook: "W-1" })]) {
      const patched = await openBook(await patchWorkbook(source, [{ sheet: "名册", cells }]));
      for (const row of [1, 2, 899]) {
        const written = patched.book.Sheets.名册?.["!data"]?.[row] ?? [];
        const cell = (title: string) => written[columnNumber(TABLES.roster, title) - 1];
        expect([cell("证件有效期")?.t, cell("证件有效期")?.w]).toEqual(["n", "2024-06-15"]);
        expect([cell("证件号")?.t, cell("证件号")?.v, cell("证件号")?.z]).toEqual(["s", "379999198001010024", "@"]);
        expect(cell("应缴")?.w).toBe("300.00");
      }
    }
  });
});
