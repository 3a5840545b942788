import type { Closed } from "../../../apps-script/domain/changes/closed";
import { type Table, tableTitled } from "../../../apps-script/domain/schema/index";
import type { CellBlock } from "../../../apps-script/domain/snapshot/grid";
import { GoogleRefused } from "./failure";
import { MERGES, mergesOf } from "./merged-cells";
import { closedIn, PROTECTIONS } from "./protections";
import { a1, FORMULAS, formulasOf } from "./sheet-reading";
import type { SheetsClient } from "./sheets-client";

/** What is told of a tab beside its values. */
interface TabData {
  readonly sheetId: number;
  readonly formulas: string[][];
  readonly merges: readonly CellBlock[];
  readonly closed: readonly Closed[];
}

interface FoundTabs {
  /** Those of the tables that are there, by title. */
  readonly found: ReadonlyMap<string, TabData>;
  /** If one is not: the tabs that are none of ours. */
  readonly strangers: readonly string[];
}

const FIELDS = `sheets(properties(sheetId,title),${PROTECTIONS},${MERGES},${FORMULAS})`;

/** Where the tabs of the tables are, with their formulas, merged cells and protections, in one request. */
export async function tabsIn(client: SheetsClient, tables: readonly Table[]): Promise<FoundTabs> {
  const ask = (some: readonly Table[]) =>
    client.get(
      FIELDS,
      some.map(({ title }) => a1(title)),
    );
  let strangers: readonly string[] = [];
  const { sheets = [] } = await ask(tables).catch(async (error: unknown) => {
    if (!(error instanceof GoogleRefused) || error.code !== "google") throw error;
    const { sheets: all = [] } = await client.get("sheets(properties(title))");
    const titles = new Set(all.map(({ properties }) => properties?.title ?? ""));
    strangers = [...titles].filter((title) => tableTitled(title) === null);
    const there = tables.filter(({ title }) => titles.has(title));
    return there.length > 0 ? ask(there) : { sheets: [] };
  });
  const found = sheets.flatMap((sheet) => {
    const { title, sheetId } = sheet.properties ?? {};
    if (!title || !tableTitled(title)) return [];
    const cells = { formulas: formulasOf(sheet), merges: mergesOf(sheet), closed: closedIn(title, sheet) };
    return [[title, { sheetId: sheetId ?? 0, ...cells }] as const];
  });
  return { found: new Map(found), strangers };
}
