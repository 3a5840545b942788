import { type Closed, ProtectedTab, refusing } from "../domain/changes/closed";
import type { Lost } from "../domain/changes/lost";
import type { CellWrite } from "../domain/changes/write-plan";
import { isDay } from "../domain/days/civil-day";
import type { Content } from "../domain/moving/content";
import { finish } from "../domain/moving/hand";
import { writeTab } from "../domain/moving/tab-writer";
import type { Host, Mended } from "../domain/operations/host";
import type { ColumnLook, LeftLook } from "../domain/operations/migrate";
import { Refusal } from "../domain/refusal";
import { type Table, titlesOf } from "../domain/schema/column";
import { CHANGE_PARTS, DASHBOARD, RUNS, TABLE_NAMES, TABLES, type TableName, tableTitled } from "../domain/schema/index";
import { type Grids, strangerTab } from "../domain/snapshot/grid";
import { headerForm } from "../domain/snapshot/layout";
import { type Sparing, spared } from "../domain/snapshot/sparing";
import type { Value } from "../domain/snapshot/value";
import { protectedTab } from "../domain/wording/protected";
import { googleSaid } from "./google-said";
import { addDashboardCharts } from "./sheet/dashboard-charts";
import { mendNumbers } from "./sheet/mend-numbers";
import { type OpenTab, openKeys, openTab } from "./sheet/open-tab";
import { closedIn } from "./sheet/protections";
import { contentOf, putBlock } from "./sheet/put-boxes";
import { restyleTab } from "./sheet/restyle";
import { SheetDays } from "./sheet/sheet-days";
import { type SheetLock, takeLease } from "./sheet/sheet-lease";
import { SheetTab } from "./sheet/sheet-tab";
import { dressColumn, dressTab } from "./sheet/tab-look";
import { buildingTab, busyElsewhere, tabGone } from "./wording";

/** How long another run is waited for, in milliseconds. */
const LOCK_WAIT = 30_000;

/** Google's services as far as the host needs them. */
interface SheetServices {
  readonly SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  readonly LockService: GoogleAppsScript.Lock.LockService;
  readonly Utilities: GoogleAppsScript.Utilities.Utilities;
}

/** First rows of a new tab, by column of the schema. */
type FirstRows = (table: Table) => readonly (readonly Value[])[];

/**
 * The workbook as the Google Sheet that the script belongs to. Everything happens at once, call by call, and people go on
 * working in the Sheet: rows and columns are found anew around each write.
 */
export class GoogleSheetHost implements Host {
  private tabs = new Map<string, OpenTab>();
  private strangers: readonly string[] = [];
  private knownDays: SheetDays | null = null;

  constructor(private readonly services: SheetServices) {}

  get document(): string {
    return this.spreadsheet().getId();
  }

  /** Waits for another run on this document, and says so when that takes too long. */
  lock(): SheetLock {
    const { LockService, SpreadsheetApp, Utilities } = this.services;
    const lock = LockService.getDocumentLock();
    if (!lock.tryLock(LOCK_WAIT)) throw new Refusal("busy", busyElsewhere());
    const letGo = (lease: SheetLock | null): void => {
      try {
        lease?.release();
      } finally {
        try {
          SpreadsheetApp.flush();
        } finally {
          lock.releaseLock();
        }
      }
    };
    try {
      const lease = takeLease(this.spreadsheet(), Utilities);
      return { release: () => letGo(lease) };
    } catch (error) {
      letGo(null);
      throw error;
    }
  }

  /**
   * The tabs of these tables that are there. Of the change sets of earlier runs, which weigh more than all the rest, only
   * the numbers are read unless they are among them, and along with the log: enough to write the next one.
   */
  read(tables: readonly TableName[] = TABLE_NAMES, sparing: Sparing = {}): Grids {
    this.tabs = new Map();
    const titles = new Set(tables.map((name) => TABLES[name].title as string));
    const sheets = this.spreadsheet().getSheets();
    this.strangers = sheets.map((sheet) => sheet.getName()).filter((title) => tableTitled(title) === null);
    for (const sheet of sheets) {
      const table = tableTitled(sheet.getName());
      const tab = new SheetTab(sheet);
      if (table && titles.has(table.title)) this.tabs.set(table.title, openTab(table, tab, this.days()));
      else if (table === CHANGE_PARTS && titles.has(RUNS.title)) this.tabs.set(table.title, openKeys(table, tab, this.days()));
    }
    return spared(this.grids(titles), sparing);
  }

  /** The same tabs, with the formulas of these among them. */
  withFormulas(titles: ReadonlySet<string>): Grids {
    for (const title of titles) this.tabs.get(title)?.learnFormulas();
    return this.grids();
  }

  /** Writes the stages in order. Changes that could not be written come back, with what stands there. */
  write(stages: readonly (readonly CellWrite[])[]): Lost[] {
    return stages.flatMap((stage) => {
      const bySheet = new Map<string, CellWrite[]>();
      for (const write of stage) {
        const writes = bySheet.get(write.sheet);
        if (writes) writes.push(write);
        else bySheet.set(write.sheet, [write]);
      }
      return [...bySheet].flatMap(([title, writes]) => {
        const open = this.tabs.get(title);
        if (!open) throw new Refusal("missing-tab", tabGone(title));
        try {
          return finish(writeTab(open.memory, writes));
        } catch (error) {
          throw this.isRefused(error, writes) ? new ProtectedTab([title], protectedTab([title])) : error;
        }
      });
    });
  }

  /** The cells that are protected against this account, as of now. */
  closed(): readonly Closed[] {
    return closedIn(this.services.SpreadsheetApp, this.spreadsheet());
  }

  /**
   * Numbers that the last read found shown as days or times get the format of their columns. Where columns were moved
   * meanwhile, the next run does it.
   */
  mend(): readonly Mended[] {
    return [...this.tabs.values()].flatMap(({ memory, tab }) => mendNumbers(memory, tab));
  }

  /** Adds tabs with headers, looks and first rows. A tab gets its title last: whoever finds it finds it whole. */
  addTabs(tables: readonly Table[], firstRows: FirstRows = () => []): void {
    const spreadsheet = this.spreadsheet();
    for (const table of tables) {
      const working = buildingTab(table.title);
      const left = spreadsheet.getSheetByName(working);
      if (left) spreadsheet.deleteSheet(left);
      const sheet = spreadsheet.insertSheet(working, spreadsheet.getNumSheets());
      const tab = new SheetTab(sheet);
      const titles = titlesOf(table);
      tab.growColumns(titles.length);
      tab.put(1, 1, [titles]);
      dressTab(this.services.SpreadsheetApp, tab, table);
      if (table.name === DASHBOARD.name) addDashboardCharts(tab);
      const rows = firstRows(table);
      tab.growRows(sheet.getMaxRows(), rows.length + 1);
      putBlock(
        tab,
        2,
        0,
        rows.map((row) => row.map((value) => firstContent(value, this.days()))),
      );
      sheet.setName(table.title);
      if (table.hidden) sheet.hideSheet();
    }
  }

  /** Gives headers that `write` has added the look of their columns. */
  dressColumns(table: Table, titles: readonly string[]): void {
    const open = this.tabs.get(table.title);
    if (!open) return;
    const { memory, tab } = open;
    const rows = tab.sheet.getMaxRows();
    for (const column of Object.values(table.columns)) {
      const at = memory.columns.get(headerForm(column.title));
      if (at === undefined || !titles.includes(column.title)) continue;
      dressColumn(this.services.SpreadsheetApp, tab, table, column, at + 1, rows, memory.headerRow);
    }
  }

  restyle(looks: readonly ColumnLook[]): readonly LeftLook[] {
    return [...this.tabs.values()].flatMap(({ memory, tab }) => {
      const own = looks.flatMap((look) => {
        const at = memory.columns.get(headerForm(look.column.title));
        return look.table.title !== memory.table.title || at === undefined
          ? []
          : [{ look, at: at + 1, headerRow: memory.headerRow }];
      });
      return own.length === 0 ? [] : restyleTab(this.services.SpreadsheetApp, tab, own);
    });
  }

  days(): SheetDays {
    if (!this.knownDays) {
      const { Utilities } = this.services;
      const zone = this.spreadsheet().getSpreadsheetTimeZone();
      this.knownDays = new SheetDays(zone, (date, timeZone, pattern) => Utilities.formatDate(date, timeZone, pattern));
    }
    return this.knownDays;
  }

  /** Where Google's words are in a language that the program does not know, the protections tell. */
  private isRefused(error: unknown, writes: readonly CellWrite[]): boolean {
    if (!(error instanceof Error) || error instanceof Refusal) return false;
    if (googleSaid(error.message) === "protected") return true;
    try {
      return writes.some(refusing(this.closed()));
    } catch (_) {
      return false;
    }
  }

  private grids(wanted: ReadonlySet<string> = new Set()): Grids {
    const ours = [...this.tabs.values()].map(({ memory }) => memory.grid());
    const isWhole = [...wanted].every((title) => this.tabs.has(title));
    return isWhole ? ours : [...ours, ...this.strangers.map((title) => strangerTab(title))];
  }

  private spreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    return this.services.SpreadsheetApp.getActiveSpreadsheet();
  }
}

function firstContent(value: Value, days: SheetDays): Content {
  const kind = typeof value === "number" ? "number" : isDay(value ?? "") ? "day" : "text";
  return contentOf(value, kind, days);
}
