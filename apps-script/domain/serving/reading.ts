import { CARDS, CHANGE_PARTS, OPEN_TABLES, PRESENT_TABLES, type TableName, tableTitled } from "../schema/index";
import type { Grids } from "../snapshot/grid";
import { headerForm } from "../snapshot/layout";
import type { Sparing } from "../snapshot/sparing";
import { textOf } from "../snapshot/value";
import type { ReadAsk, Reading, ValueOf } from "./calls";
import { packGrid, unpackGrid } from "./packed-grid";

/** The tables that screens show something of: not what was agreed with units, which weighs much and is for files alone. */
export const SCREEN_TABLES: readonly TableName[] = PRESENT_TABLES.filter((name) => name !== "bases");

/** What a host has to read for a page, and what of it may stay empty. */
export function readFor({ tables, runs }: ReadAsk): { readonly tables: readonly TableName[]; readonly sparing: Sparing } {
  const wanted = new Set<TableName>([...(tables ?? SCREEN_TABLES), ...(runs.length > 0 ? (["changeParts"] as const) : [])]);
  return { tables: OPEN_TABLES.filter((name) => wanted.has(name)), sparing: { secrets: true, allRunsBut: runs } };
}

/** A reading as it goes to the page: what was asked for and nothing else, whatever the host read along. */
export function readingOf(grids: Grids, ask: ReadAsk, about: Omit<Reading, "tabs">): Reading {
  const { tables } = readFor(ask);
  const open = grids.filter(({ title }) => {
    const table = tableTitled(title);
    return table === null || tables.some((name) => name === table.name);
  });
  return { ...about, tabs: withRuns(open, ask.runs).map(packGrid) };
}

/** What a host reads for slips with passwords. */
export const PASSWORD_TABLES = ["cards"] as const;

/** The passwords of 模拟卡 by 卡号, and nothing else that the host read along. */
export function passwordsOf(grids: Grids): ValueOf<"passwords"> {
  const { title, columns } = CARDS;
  return grids
    .filter((grid) => grid.title === title)
    .flatMap(({ header, rows }) => {
      const [number, password] = [columns.number, columns.password].map((column) => placeOf(header, column.title));
      const pairs = rows.map(({ values }) => [textOf(values[number ?? -1]), textOf(values[password ?? -1])] as const);
      return pairs.filter((pair) => pair.every((text) => text !== ""));
    });
}

const placeOf = (header: Grids[number]["header"], title: string): number =>
  header.findIndex((cell) => headerForm(cell) === headerForm(title));

/** The workbook that a reading holds. */
export function gridsIn({ tabs }: Pick<Reading, "tabs">): Grids {
  return tabs.map(unpackGrid);
}

/** The rows of other runs are not sent empty: a page appends nothing. */
function withRuns(grids: Grids, runs: readonly string[]): Grids {
  return grids.map((grid) => {
    if (grid.title !== CHANGE_PARTS.title) return grid;
    const place = placeOf(grid.header, CHANGE_PARTS.columns.run.title);
    return { ...grid, rows: grid.rows.filter(({ values }) => runs.includes(textOf(values[place]))) };
  });
}
