import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { presentWord, renamesOf } from "../../../apps-script/domain/schema/earlier";
import { type Column, SCHEMA_VERSION, TABLES, type Table } from "../../../apps-script/domain/schema/index";
import { newWorkbook } from "../../../node-sync/src/workbook/new-workbook";
import { attribute } from "../../../node-sync/src/xlsx/patch/xml-scan";
import { readWorkbook } from "../../../node-sync/src/xlsx/read-workbook";
import { childText, elementsOf } from "../../../node-sync/src/xlsx/restyle/elements";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { PackageEditor } from "../../support/package-editor";
import { checkIn, migrated, pathOfReleased, released } from "../../support/released-workbooks";
import { openParts } from "../../support/sheet-parts";

const tables = Object.values<Table>(TABLES);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "anpei-migration-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a workbook asks, offers and colours, by tab and column title. */
async function looksOf(bytes: Buffer): Promise<Record<string, unknown>> {
  const parts = await openParts(bytes);
  const { sheets } = await readWorkbook(bytes);
  const looks: Record<string, unknown> = {};
  for (const { name, rows } of sheets) {
    const table = tables.find(({ title }) => title === name);
    if (!table) continue;
    const xml = parts.sheet(name);
    const header = rows[0]?.cells ?? [];
    for (const column of Object.values<Column>(table.columns)) {
      const at = header.indexOf(column.title);
      looks[`${name}·${column.title}`] =
        at < 0 ? "absent" : { checks: checksOn(xml, at), colours: coloursOn(xml, at, parts.styles) };
    }
  }
  return looks;
}

/** A tab behind its cells without what came since: checks of new columns, the new hint of 分摊到, the new colours of 缴费状态. */
function asItWas(width: number, tail: string): string {
  const first = Array.from({ length: width }, (_, at) => letters(at));
  const columnOf = (open: string): string => /^[A-Z]+/.exec(attribute(open, "sqref") ?? "")?.[0] ?? "";
  const since = [
    ...elementsOf(tail, "dataValidation").filter(({ open }) => !first.includes(columnOf(open)) || open.includes("分摊到")),
    ...elementsOf(tail, "conditionalFormatting").filter(({ inner }) => inner.includes("部分")),
  ];
  return since
    .reduce((text, { start, end }) => text.replace(tail.slice(start, end), ""), tail)
    .replace(/(<dataValidations) count="\d+"/, "$1")
    .replace(/ priority="\d+"/g, "");
}

const letters = (at: number): string =>
  (at < 26 ? "" : String.fromCharCode(64 + Math.floor(at / 26))) + String.fromCharCode(65 + (at % 26));

function checksOn(xml: string, at: number): unknown[] {
  const own = elementsOf(xml, "dataValidation").filter(({ open }) =>
    new RegExp(`^${letters(at)}\\d+:`).test(attribute(open, "sqref") ?? ""),
  );
  return own.map(({ open, inner }) => [
    attribute(open, "type"),
    childText(inner, "formula1"),
    attribute(open, "prompt"),
    attribute(open, "error"),
  ]);
}

function coloursOn(xml: string, at: number, styles: string): unknown[] {
  const dxfs = elementsOf(styles, "dxf").map(({ inner }) => inner);
  return elementsOf(xml, "cfRule")
    .map(({ open, inner }) => ({ formula: childText(inner, "formula") ?? "", dxf: dxfs[Number(attribute(open, "dxfId"))] }))
    .filter(({ formula }) => new RegExp(`(?<![A-Z])\\$?${letters(at)}2`).test(formula))
    .map(({ formula, dxf }) => ({ formula: formula.replaceAll(`${letters(at)}2`, "{cell}"), dxf }));
}

test("every version that was released is kept, but the present one", () => {
  expect(released).toEqual(Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => `version-${index + 1}.xlsx`));
});

describe.each(released)("%s", (name) => {
  const source = readFileSync(pathOfReleased(name));

  test("brought up, it asks, offers and colours what a new workbook does", async () => {
    const { bytes, receipt } = await migrated(source);
    expect(receipt.isMigrated).toBe(true);
    expect(receipt.changes.findings.filter(({ code }) => code === "W11")).toEqual([]);
    expect(await looksOf(bytes)).toEqual(await looksOf(await newWorkbook({ planYear: 2024, workbook: "W" })));
  });

  test("a word that its lists had and the present ones lack is renamed", async () => {
    const looks = (await looksOf(source)) as Record<string, { checks: [string, string][] }>;
    const lost = tables.flatMap((table) =>
      Object.entries<Column>(table.columns).flatMap(([column, { title, allowed }]) => {
        const [[type, list] = ["", ""]] = looks[`${table.title}·${title}`]?.checks ?? [];
        if (!allowed || type !== "list") return [];
        const words = list.replaceAll('"', "").split(",");
        return words.filter((word) => !allowed.includes(String(presentWord(word, renamesOf(table.name, column)))));
      }),
    );
    expect(lost).toEqual([]);
  });

  test("brought up again it stays as it is", async () => {
    const once = await migrated(source);
    const twice = await migrated(once.bytes);
    expect(twice.receipt.isMigrated).toBe(false);
    expect(twice.bytes.equals(once.bytes)).toBe(true);
  });
});

test("dropdowns, colours and formats that staff made stay byte for byte, and are named", async () => {
  const editor = await PackageEditor.of(readFileSync(pathOfReleased("version-1.xlsx")));
  const own = '<dataValidation type="list" sqref="K2:K9"><formula1>"甲,乙"</formula1></dataValidation>';
  const red =
    '<conditionalFormatting sqref="A2:A9"><cfRule type="expression" dxfId="0" priority="99"><formula>A2="急"</formula></cfRule></conditionalFormatting>';
  editor.edit("xl/worksheets/sheet6.xml", (xml) =>
    xml
      .replace("现金,微信,支付宝", "现金,微信")
      .replace(/count="5">/, `count="6">${own}`)
      .replace("<dataValidations", `${red}<dataValidations`),
  );
  editor.edit("xl/worksheets/sheet2.xml", (xml) => xml.replace("AJ2=&quot;紧张&quot;", "AJ2=&quot;快了&quot;"));
  const before = await editor.pack();
  const { bytes, receipt } = await migrated(before);
  const told = receipt.changes.findings.filter(({ code }) => code === "W11").map(({ message }) => message);
  expect(told).toEqual([
    "“名册”的“到期提示”的颜色是您自己改过的，升级时没有动。",
    "“缴费”的“方式”的下拉是您自己改过的，升级时没有动。",
  ]);
  const [was, is] = [await openParts(before), await openParts(bytes)];
  const tailOf = (xml: string): string => xml.slice(xml.indexOf("</sheetData>"));
  for (const table of [TABLES.payments, TABLES.roster]) {
    const width = Object.values<Column>(table.columns).filter(({ since = 1 }) => since === 1).length;
    expect(asItWas(width, tailOf(is.sheet(table.title)))).toBe(asItWas(width, tailOf(was.sheet(table.title))));
  }
});

test("killed at any step, it is brought up by the next run", async () => {
  /** Killed before one of the steps that write. */
  class KilledHost extends XlsxHost {
    constructor(
      book: string,
      private left: number,
    ) {
      super(book);
    }

    override async addTabs(...given: Parameters<XlsxHost["addTabs"]>): Promise<void> {
      this.step();
      await super.addTabs(...given);
    }

    override async write(...given: Parameters<XlsxHost["write"]>) {
      this.step();
      return super.write(...given);
    }

    override async restyle(...given: Parameters<XlsxHost["restyle"]>) {
      this.step();
      return super.restyle(...given);
    }

    private step(): void {
      if (this.left-- === 0) throw new Error("killed");
    }
  }
  const whole = await looksOf((await migrated(readFileSync(pathOfReleased("version-1.xlsx")))).bytes);
  for (let steps = 0; steps < 4; steps++) {
    const book = join(folder, `killed-${steps}.xlsx`);
    copyFileSync(pathOfReleased("version-1.xlsx"), book);
    await checkIn(new KilledHost(book, steps)).catch(() => undefined);
    await checkIn(new XlsxHost(book));
    expect(await looksOf(readFileSync(book))).toEqual(whole);
  }
});
