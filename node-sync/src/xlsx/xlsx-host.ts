import { access, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Lost } from "../../../apps-script/domain/changes/lost";
import type { CellWrite } from "../../../apps-script/domain/changes/write-plan";
import type { Host, Lock, Mended } from "../../../apps-script/domain/operations/host";
import type { ColumnLook, LeftLook } from "../../../apps-script/domain/operations/migrate";
import type { Column, Table } from "../../../apps-script/domain/schema/column";
import { CHANGE_PARTS, TABLE_NAMES, TABLES, type TableName, tableTitled } from "../../../apps-script/domain/schema/index";
import type { SettingSpec } from "../../../apps-script/domain/schema/settings";
import { type CellArea, type Grid, type Grids, strangerTab } from "../../../apps-script/domain/snapshot/grid";
import { type Sparing, spared } from "../../../apps-script/domain/snapshot/sparing";
import { textOf } from "../../../apps-script/domain/snapshot/value";
import { fingerprintOf, refuseChanged } from "../files/fingerprint";
import { lockFile } from "../files/lock";
import { refuseOpenElsewhere } from "../files/open-elsewhere";
import { replaceFile } from "../files/replace-file";
import { mayHaveNumbersAsDays, type NumberAsDay, numbersAsDays } from "./numbers-as-days";
import { patchWorkbook, type SheetEdit } from "./patch/patch-workbook";
import { type Limits, readWorkbook } from "./read-workbook";
import { placedLooks } from "./restyle/placed-looks";
import { restyleWorkbook } from "./restyle/restyle-workbook";
import { placedSettings } from "./restyle/setting-row";
import { areasIn } from "./sheet-areas";
import { gridOf, ownColumns } from "./sheet-grid";

/** The centre's own workbook may grow beyond what is taken from strangers. */
export const ownLimits: Partial<Limits> = {
  fileBytes: 500e6,
  inflatedBytes: 4e9,
  ratio: Number.POSITIVE_INFINITY,
  rows: 1_048_576,
  columns: 2_000,
  slots: 200_000_000,
  characters: Number.POSITIVE_INFINITY,
};

/** The workbook as a local .xlsx file: read with the values reader, changed by patching, replaced as a whole. */
export class XlsxHost implements Host {
  private bytes: Buffer | null = null;
  private sheets = new Map<string, { readonly firstDataRow: number; readonly keepResults: ReadonlySet<number> }>();
  private grids: Grids = [];
  /** By tab the numbers that are shown as days or times. */
  private numbers = new Map<string, readonly NumberAsDay[]>();

  constructor(readonly path: string) {}

  async lock(): Promise<Lock> {
    await access(this.path);
    await refuseOpenElsewhere(this.path);
    return lockFile(this.path);
  }

  /** Of the change sets of earlier runs, which weigh more than all the rest, only the numbers unless they are asked for. */
  async read(names: readonly TableName[] = TABLE_NAMES, sparing: Sparing = {}): Promise<Grids> {
    this.bytes = await readFile(this.path);
    const sheets = [...names.map((name) => TABLES[name].title), CHANGE_PARTS.title];
    const leaveOut = new Map(names.includes("changeParts") ? [] : [[CHANGE_PARTS.title, CHANGE_PARTS.columns.content.title]]);
    const workbook = await readWorkbook(this.bytes, { sheets, leaveOut, limits: ownLimits, label: basename(this.path) });
    const areas = await areasIn(this.bytes, new Set(workbook.sheets.map(({ name }) => name)));
    const read = workbook.sheets.map(gridOf).map((grid) => withAreas(grid, areas.get(grid.title)));
    const ours = await this.withNumbers(this.bytes, read);
    const grids = [...ours, ...(await this.strangers(this.bytes, sheets, workbook.sheetNames))];
    this.sheets = new Map(grids.map((grid) => [grid.title, { firstDataRow: grid.headerRow + 1, keepResults: ownColumns(grid) }]));
    this.grids = grids;
    return spared(grids, sparing);
  }

  /** The grids with numbers where they are shown as days; the formats of those cells are read for tabs that have any. */
  private async withNumbers(bytes: Buffer, grids: readonly Grid[]): Promise<Grid[]> {
    this.numbers = new Map();
    const doubtful = grids.filter(mayHaveNumbersAsDays).map(({ title }) => title);
    if (doubtful.length === 0) return [...grids];
    const options = { sheets: doubtful, limits: ownLimits, label: basename(this.path), moments: true };
    const { sheets, date1904 } = await readWorkbook(bytes, options);
    return grids.map((grid) => {
      const sheet = sheets.find(({ name }) => name === grid.title);
      if (!sheet) return grid;
      const found = numbersAsDays(grid, sheet, date1904);
      if (found.cells.length > 0) this.numbers.set(grid.title, found.cells);
      return found.grid;
    });
  }

  async mend(): Promise<readonly Mended[]> {
    const numbers = [...this.numbers];
    const edits = numbers.map(([sheet, cells]): SheetEdit => {
      return { sheet, ...this.sheets.get(sheet), cells: cells.map((cell) => ({ ...cell, kind: "number" })) };
    });
    await this.replace(edits);
    this.numbers = new Map();
    return numbers.flatMap(([tab, cells]) => {
      const table = tableTitled(tab);
      return table ? [{ table, columns: this.titlesOf(tab, cells), cells: cells.length }] : [];
    });
  }

  private titlesOf(tab: string, cells: readonly NumberAsDay[]): readonly string[] {
    const header = this.grids.find(({ title }) => title === tab)?.header ?? [];
    return [...new Set(cells.map(({ column }) => textOf(header[column - 1])))];
  }

  /** Where a tab is missing, those that are none of ours: it may be one of them under another name. */
  private async strangers(bytes: Buffer, wanted: readonly string[], there: readonly string[]): Promise<Grid[]> {
    if (wanted.every((title) => there.includes(title))) return [];
    const others = there.filter((title) => tableTitled(title) === null);
    try {
      const { sheets } = await readWorkbook(bytes, { sheets: others, limits: ownLimits, label: basename(this.path) });
      return sheets.map((sheet) => strangerTab(sheet.name, gridOf(sheet).header));
    } catch {
      // A sheet of staff's own that cannot be read keeps nobody from work; its name may still tell.
      return others.map((title) => strangerTab(title));
    }
  }

  async write(stages: readonly (readonly CellWrite[])[]): Promise<readonly Lost[]> {
    await this.replace(this.editsOf(stages.flat()));
    return [];
  }

  async addTabs(tables: readonly Table[]): Promise<void> {
    await this.replace(tables.map(newTab));
  }

  async restyle(looks: readonly ColumnLook[], settings: readonly SettingSpec[]): Promise<readonly LeftLook[]> {
    let left: readonly LeftLook[] = [];
    await this.exchange(async (before) => {
      const after = await restyleWorkbook(before, placedLooks(this.grids, looks), placedSettings(this.grids, settings));
      left = after.left;
      return after.bytes;
    });
    return left;
  }

  private async replace(edits: readonly SheetEdit[]): Promise<void> {
    await this.exchange((before) => patchWorkbook(before, edits));
  }

  /** The file with other bytes; with the same ones nothing is written. */
  private async exchange(change: (before: Buffer) => Promise<Buffer>): Promise<void> {
    const before = this.bytes ?? (await readFile(this.path));
    const expected = await fingerprintOf(before);
    const after = await change(before);
    if (after === before) return;
    await refuseOpenElsewhere(this.path);
    await refuseChanged(this.path, expected);
    await replaceFile(this.path, after, { keepBackupsIn: join(dirname(this.path), ".anpei", "backups"), expected });
    this.bytes = after;
  }

  /** All stages as one: of several writes to a cell only the last counts. */
  private editsOf(writes: readonly CellWrite[]): SheetEdit[] {
    const sheets = new Map<string, Map<string, CellWrite>>();
    for (const write of writes) {
      const cells = sheets.get(write.sheet) ?? new Map<string, CellWrite>();
      cells.set(`${write.at}:${write.column}`, write);
      sheets.set(write.sheet, cells);
    }
    return [...sheets].map(([sheet, cells]) => ({
      sheet,
      ...this.sheets.get(sheet),
      cells: [...cells.values()].map(({ at, column, value, kind }) => ({ row: at, column: column + 1, value, kind })),
    }));
  }
}

function withAreas(grid: Grid, areas: readonly CellArea[] | undefined): Grid {
  return areas ? { ...grid, areas } : grid;
}

function newTab(table: Table): SheetEdit {
  const columns: readonly Column[] = Object.values(table.columns);
  const kindOf = ({ kind }: Column) => (kind === "day" || kind === "number" ? kind : "text");
  return {
    sheet: table.title,
    newSheet: {
      hidden: table.hidden === true,
      columns: columns.map((column) => ({ kind: kindOf(column), width: column.width ?? 12 })),
    },
    cells: columns.map((column, index) => ({ row: 1, column: index + 1, value: column.title, kind: "text" })),
  };
}
