import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CellWrite } from "../../../apps-script/domain/changes/write-plan";
import { PAPER_ANSWER } from "../../../apps-script/domain/schema/allowed";
import { type Column, SETTINGS, TABLES, type Table } from "../../../apps-script/domain/schema/index";
import { SETTING_SPECS, type SettingSpec } from "../../../apps-script/domain/schema/settings";
import { newWorkbook } from "../../../node-sync/src/workbook/new-workbook";
import { readWorkbook } from "../../../node-sync/src/xlsx/read-workbook";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { checksOn, colourOf, type SeenSheet, styleAt } from "../../support/cell-looks";
import { migrated, pathOfReleased, released } from "../../support/released-workbooks";
import { openParts } from "../../support/sheet-parts";

/** Below everything that stands in the books, within what dropdowns and colours cover from the start. */
const FIRST_ROW = 400;

interface Typed {
  readonly table: Table;
  readonly column: Column;
  readonly word: string;
  readonly row: number;
}

/** Each word in a row of its own, so that no other colours it. */
const TYPED: readonly Typed[] = Object.values<Table>(TABLES).flatMap((table) =>
  Object.values<Column>(table.columns)
    .flatMap((column) => wordsOf(column).map((word) => ({ table, column, word })))
    .map((typed, index) => ({ ...typed, row: FIRST_ROW + index })),
);

function wordsOf({ allowed, paper }: Column): readonly string[] {
  return allowed ?? (paper === undefined ? [] : [PAPER_ANSWER.in, PAPER_ANSWER.notNeeded]);
}

const isChosen = ({ owner }: Column): boolean => owner !== "computed" && owner !== "system";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "anpei-words-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A workbook into which every word was typed, as the file has it then. */
async function typedInto(bytes: Buffer): Promise<Buffer> {
  const book = join(folder, "book.xlsx");
  writeFileSync(book, bytes);
  const host = new XlsxHost(book);
  const grids = await host.read();
  const writes = TYPED.map(({ table, column, word, row }): CellWrite => {
    const at = grids.find(({ title }) => title === table.title)?.header.indexOf(column.title) ?? -1;
    expect([table.title, column.title, at >= 0]).toEqual([table.title, column.title, true]);
    return { sheet: table.title, at: row, column: at, value: word, kind: "text" };
  });
  await host.write([writes]);
  return readFileSync(book);
}

interface SeenTab extends SeenSheet {
  columnOf(title: string): number;
}

async function tabsOf(bytes: Buffer): Promise<(title: string) => SeenTab> {
  const parts = await openParts(bytes);
  const { sheets } = await readWorkbook(bytes);
  const tabs = new Map(
    sheets.map(({ name, rows }): [string, SeenTab] => {
      const cells = new Map(rows.map((row) => [row.at, row.cells]));
      const valueAt = (row: number, column: number): unknown => cells.get(row)?.[column - 1] ?? null;
      const columnOf = (title: string): number => (rows[0]?.cells ?? []).indexOf(title) + 1;
      return [name, { xml: parts.sheet(name), styles: parts.styles, valueAt, columnOf }];
    }),
  );
  return (title) => {
    const tab = tabs.get(title);
    if (!tab) throw new Error(`no tab ${title}`);
    return tab;
  };
}

/** What the cell says, whether it takes it, and how it is coloured, for every word that was typed. */
async function seen(bytes: Buffer) {
  const tabs = await tabsOf(bytes);
  return TYPED.map(({ table, column, word, row }) => {
    const tab = tabs(table.title);
    const place = { row, column: tab.columnOf(column.title) };
    const checks = checksOn(tab, place);
    const isTaken = checks.length === 1 && checks[0]?.words.includes(word);
    const offer = isChosen(column) ? (isTaken ? "offered" : "not offered") : "not asked";
    return {
      cell: `${table.title}·${column.title}`,
      written: tab.valueAt(row, place.column),
      offer,
      colour: colourOf(tab, place),
    };
  });
}

/** What the value of each setting asks, and whether it looks like those that staff type into. */
async function settingsIn(bytes: Buffer): Promise<unknown> {
  const tab = (await tabsOf(bytes))(SETTINGS.title);
  const [items, column] = [tab.columnOf(SETTINGS.columns.item.title), tab.columnOf(SETTINGS.columns.value.title)];
  const rowOf = (item: string): number => {
    for (let row = 2; row < FIRST_ROW; row++) if (tab.valueAt(row, items) === item) return row;
    throw new Error(`no setting ${item}`);
  };
  const typedInto = styleAt(tab, { row: rowOf(SETTING_SPECS.passMark.item), column });
  return Object.values<SettingSpec>(SETTING_SPECS).map(({ item }) => {
    const place = { row: rowOf(item), column };
    return { item, checks: checksOn(tab, place), looksTypedInto: styleAt(tab, place) === typedInto };
  });
}

describe.each(released)("%s brought up", (name) => {
  let source: Buffer;
  let fresh: Buffer;
  beforeAll(async () => {
    source = (await migrated(readFileSync(pathOfReleased(name)))).bytes;
    fresh = await newWorkbook({ planYear: 2024, workbook: "W" });
  });

  test("takes each word of each list where it is typed, and colours it as a new workbook does", async () => {
    const cells = await seen(await typedInto(source));
    expect(cells.filter(({ offer }) => offer === "not offered")).toEqual([]);
    expect(cells.map(({ written }) => written)).toEqual(TYPED.map(({ word }) => word));
    expect(cells).toEqual(await seen(await typedInto(fresh)));
    expect(new Set(cells.flatMap(({ colour }) => colour ?? [])).size).toBeGreaterThan(5);
  });

  test("asks about a word that no list has", async () => {
    const tabs = await tabsOf(source);
    const asked = TYPED.flatMap(({ table, column, row }) => {
      if (!isChosen(column) || !column.allowed) return [];
      const tab = tabs(table.title);
      const checks = checksOn(tab, { row, column: tab.columnOf(column.title) });
      return [
        {
          cell: `${table.title}·${column.title}`,
          asks: checks.map(({ told, words }) => [words.includes("甲乙丙"), told[4] ?? ""]),
        },
      ];
    });
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.filter(({ asks: [[isOffered, error] = [true, ""]] }) => isOffered || !error)).toEqual([]);
  });

  test("asks for the value of each setting as a new workbook does, also of those that came since", async () => {
    expect(await settingsIn(source)).toEqual(await settingsIn(fresh));
  });
});
