import type { CellWrite } from "../changes/write-plan";
import type { SealKey } from "../exchange/seal";
import { Refusal } from "../refusal";
import type { RowOf, Table } from "../schema/column";
import { SEALS, SETTINGS } from "../schema/index";
import { SETTING_SPECS } from "../schema/settings";
import type { Grid, Grids } from "../snapshot/grid";
import { layoutOf, tabMissing } from "../snapshot/layout";
import { rowsOf } from "../snapshot/snapshot";
import { textOf, type Value } from "../snapshot/value";
import { copiedDocument } from "../wording/workbook";

/** Where chance comes from: a name for a workbook and a secret, both new at every call. The domain has none of its own. */
export type FreshKey = () => SealKey;

/** What a copied document is: `new` lives beside the one it was copied from, `same` goes on in its place. */
export type CopyAnswer = "new" | "same";

/**
 * What has to be written so that a workbook can seal what it sends: its name and a secret, unless it has them; none when it has
 * them. This goes past the log: a secret stands in 封印 and nowhere else.
 *
 * @param document the id of the document, which a copy does not share; `""` for a file
 * @throws {Refusal} `copied-document` when the document was copied from another one, or from a file, and staff have not said what it is
 */
export function keyWrites(grids: Grids, document: string, fresh: FreshKey): CellWrite[] {
  const { workbook, own } = keyIn(grids);
  if (!own) return newKey(grids, document, workbook === "" ? fresh() : { ...fresh(), workbook });
  if (textOf(own.document) !== document) throw new Refusal("copied-document", copiedDocument());
  return [];
}

/** Whether a document is a copy of which staff have not said what it is. */
export function isUnsettledCopy(grids: Grids, document: string): boolean {
  const { own } = keyIn(grids);
  return own !== null && textOf(own.document) !== document;
}

/**
 * What has to be written once staff have said what a copied document is. One of its own gets a new name and secret, and
 * knows the files of the old one as earlier ones. A workbook from before there were seals gets its secret with its first
 * file.
 */
export function copyWrites(grids: Grids, document: string, answer: CopyAnswer, fresh: FreshKey): CellWrite[] {
  const { own } = keyIn(grids);
  if (answer === "new" || !own) return newKey(grids, document, fresh());
  return rowWrites(SEALS, gridOf(grids, SEALS), own.at, { document: document === "" ? null : document });
}

interface OwnKey {
  /** 设置 工作簿编号; `""` when it has none. */
  readonly workbook: string;
  readonly own: RowOf<typeof SEALS> | null;
}

function keyIn(grids: Grids): OwnKey {
  const setting = rowsOf(SETTINGS, gridOf(grids, SETTINGS)).find(({ item }) => item === SETTING_SPECS.workbook.item);
  const workbook = textOf(setting?.value);
  const seals = grids.find(({ title }) => title === SEALS.title);
  const rows = (seals ? rowsOf(SEALS, seals) : []) as unknown as readonly RowOf<typeof SEALS>[];
  const own = rows.find((row) => workbook !== "" && textOf(row.workbook) === workbook && textOf(row.secret) !== "");
  return { workbook, own: own ?? null };
}

function newKey(grids: Grids, document: string, { workbook, secret }: SealKey): CellWrite[] {
  const settings = gridOf(grids, SETTINGS);
  const { item, note } = SETTING_SPECS.workbook;
  const named = rowsOf(SETTINGS, settings).find((row) => row.item === item);
  const name = rowWrites(
    SETTINGS,
    settings,
    named?.at ?? nextRow(settings),
    named ? { value: workbook } : { item, value: workbook, note },
  );
  const seals = grids.find(({ title }) => title === SEALS.title);
  const values = { workbook, secret, document: document === "" ? null : document };
  const key = seals ? rowWrites(SEALS, seals, nextRow(seals), values) : [];
  return [...(textOf(named?.value) === workbook ? [] : name), ...key];
}

function rowWrites(table: Table, grid: Grid, at: number, values: Readonly<Record<string, Value>>): CellWrite[] {
  const layout = layoutOf(table, grid);
  return Object.entries(values).flatMap(([name, value]) => {
    const column = layout.get(name);
    return column === undefined ? [] : [{ sheet: table.title, at, column, value, kind: "text" as const }];
  });
}

function nextRow({ headerRow, rows }: Grid): number {
  return rows.reduce((last, { at }) => Math.max(last, at), headerRow) + 1;
}

function gridOf(grids: Grids, table: Table): Grid {
  const grid = grids.find(({ title }) => title === table.title);
  if (!grid) throw tabMissing(table, grids);
  return grid;
}
