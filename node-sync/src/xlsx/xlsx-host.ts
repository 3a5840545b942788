import { access, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Lost } from "../../../apps-script/domain/changes/lost";
import type { CellWrite } from "../../../apps-script/domain/changes/write-plan";
import type { Host, Lock, Mended } from "../../../apps-script/domain/operations/host";
import type { ColumnLook, LeftLook } from "../../../apps-script/domain/operations/migrate";
import type { Column, Table } from "../../../apps-script/domain/schema/column";
import { DASHBOARD, TABLE_NAMES, type TableName, tableTitled } from "../../../apps-script/domain/schema/index";
import type { SettingSpec } from "../../../apps-script/domain/schema/settings";
import type { Grid, Grids } from "../../../apps-script/domain/snapshot/grid";
import { isForeign } from "../../../apps-script/domain/snapshot/look-alike";
import { type Sparing, spared } from "../../../apps-script/domain/snapshot/sparing";
import { textOf } from "../../../apps-script/domain/snapshot/value";
import { withWrites } from "../../../apps-script/domain/snapshot/written-grids";
import { fingerprintOf } from "../files/fingerprint";
import { lockFile } from "../files/lock";
import { refuseOpenElsewhere } from "../files/open-elsewhere";
import { replaceFile } from "../files/replace-file";
import type { BookMemory } from "./book-memory";
import { BookReading } from "./book-reading";
import { DASHBOARD_ROW, dashboardCharts } from "./charts/dashboard-charts";
import type { NumberAsDay } from "./numbers-as-days";
import { type HeldFile, type PatchedFile, patchFile, type SheetEdit } from "./patch/patch-workbook";
import { placedLooks } from "./restyle/placed-looks";
import { restyleWorkbook } from "./restyle/restyle-workbook";
import { placedSettings } from "./restyle/setting-row";
import { ownColumns } from "./sheet-grid";

/** The workbook as a local .xlsx file: read with the values reader, changed by patching, replaced as a whole. */
export class XlsxHost implements Host {
  private reading: BookReading | null = null;
  /** What this host has written since. */
  private written: HeldFile | null = null;

  /** @param memory what the process keeps of the file between runs; without one everything is read, and nothing kept */
  constructor(
    readonly path: string,
    private readonly memory: BookMemory | null = null,
  ) {}

  async lock(): Promise<Lock> {
    await access(this.path);
    await refuseOpenElsewhere(this.path);
    return lockFile(this.path);
  }

  /** Of the change sets of earlier runs, which weigh more than all the rest, only the numbers unless they are asked for. */
  async read(names: readonly TableName[] = TABLE_NAMES, sparing: Sparing = {}): Promise<Grids> {
    const known = this.memory ? await this.memory.last() : null;
    const holds = this.memory !== null;
    const reading = await BookReading.of(await readFile(this.path), basename(this.path), names, { known, holds });
    this.reading = reading;
    this.written = null;
    this.memory?.keep(reading);
    return spared(reading.grids, sparing);
  }

  async mend(): Promise<readonly Mended[]> {
    const numbers = (this.reading?.numbers ?? []).filter(([tab]) => !this.isForeign(tab));
    const edits = numbers.map(([sheet, cells]): SheetEdit => {
      return { sheet, ...this.placeIn(sheet), cells: cells.map((cell) => ({ ...cell, kind: "number" })) };
    });
    await this.replace(edits);
    return numbers.flatMap(([tab, cells]) => {
      const table = tableTitled(tab);
      return table ? [{ table, columns: this.titlesOf(tab, cells), cells: cells.length }] : [];
    });
  }

  private isForeign(tab: string): boolean {
    const [table, grid] = [tableTitled(tab), this.gridOf(tab)];
    return table !== null && grid !== undefined && isForeign(table, grid);
  }

  private titlesOf(tab: string, cells: readonly NumberAsDay[]): readonly string[] {
    const header = this.gridOf(tab)?.header ?? [];
    return [...new Set(cells.map(({ column }) => textOf(header[column - 1])))];
  }

  private gridOf(title: string): Grid | undefined {
    return this.reading?.grids.find((grid) => grid.title === title);
  }

  /** Where the rows of data of a tab begin, and the columns whose formulas are values to the rules. */
  private placeIn(title: string): Pick<SheetEdit, "firstDataRow" | "keepResults"> {
    const grid = this.gridOf(title);
    return grid ? { firstDataRow: grid.headerRow + 1, keepResults: ownColumns(grid) } : {};
  }

  async write(stages: readonly (readonly CellWrite[])[]): Promise<readonly Lost[]> {
    await this.replace(this.editsOf(stages.flat()));
    return [];
  }

  /** The file with these cells, as the bytes of another one; this one stays as it is. */
  async copyWith(writes: readonly CellWrite[]): Promise<Buffer> {
    return (await patchFile(await this.before(), this.editsOf(writes))).bytes;
  }

  async addTabs(tables: readonly Table[]): Promise<void> {
    await this.replace(tables.map(newTab));
  }

  async restyle(looks: readonly ColumnLook[], settings: readonly SettingSpec[]): Promise<readonly LeftLook[]> {
    const before = await this.before();
    const grids = this.reading?.grids ?? [];
    const { bytes, left } = await restyleWorkbook(before.bytes, placedLooks(grids, looks), placedSettings(grids, settings));
    await this.exchange(before, { bytes, held: null, sheets: new Map(), isRestyled: true });
    return left;
  }

  private async replace(edits: readonly SheetEdit[]): Promise<void> {
    const before = await this.before();
    await this.exchange(before, await patchFile(before, edits));
  }

  /** The file as it was read, or as this host left it. */
  private async before(): Promise<HeldFile> {
    return this.written ?? this.reading ?? { bytes: await readFile(this.path), held: null };
  }

  /** The file with other bytes; with the same ones nothing is written. */
  private async exchange(before: HeldFile, after: PatchedFile): Promise<void> {
    if (after.bytes === before.bytes) return;
    const expected = await fingerprintOf(before.bytes);
    await refuseOpenElsewhere(this.path);
    await replaceFile(this.path, after.bytes, { keepBackupsIn: join(dirname(this.path), ".anpei", "backups"), expected });
    if (this.reading && before === this.reading) this.memory?.follow(this.reading, after);
    else this.memory?.forget();
    this.written = after;
  }

  /** What the tab with charts of ours holds once these are written. */
  private shownIn(sheet: string, writes: readonly CellWrite[]): Pick<SheetEdit, "shown"> {
    const grid = sheet === DASHBOARD.title ? this.gridOf(sheet) : undefined;
    const [after] = grid ? withWrites([grid], writes) : [];
    if (!after) return {};
    const rows = new Map(after.rows.map(({ at, values }) => [at, values]));
    return { shown: (row, column) => rows.get(row)?.[column - 1] ?? null };
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
      ...this.placeIn(sheet),
      ...this.shownIn(sheet, writes),
      cells: [...cells.values()].map(({ at, column, value, kind }) => ({ row: at, column: column + 1, value, kind })),
    }));
  }
}

function newTab(table: Table): SheetEdit {
  const columns: readonly Column[] = Object.values(table.columns);
  const kindOf = ({ kind }: Column) => (kind === "day" || kind === "number" ? kind : "text");
  return {
    sheet: table.title,
    newSheet: {
      hidden: table.hidden === true,
      columns: columns.map((column) => ({
        kind: kindOf(column),
        width: column.width ?? 12,
        hidden: column.hidden === true && table.hidden !== true,
      })),
      ...(table.name === DASHBOARD.name ? { charts: dashboardCharts(columns), rowHeight: DASHBOARD_ROW, onOnePage: true } : {}),
    },
    cells: columns.map((column, index) => ({ row: 1, column: index + 1, value: column.title, kind: "text" })),
  };
}
