import type { CellWrite } from "../domain/changes/write-plan";
import { isDay } from "../domain/days/civil-day";
import { type Table, titlesOf } from "../domain/schema/column";
import { CHANGE_PARTS, TABLE_NAMES, TABLES, type TableName, tableTitled } from "../domain/schema/index";
import type { Grids } from "../domain/snapshot/grid";
import { headerForm } from "../domain/snapshot/layout";
import { NUMBERED } from "../domain/snapshot/snapshot";
import type { Value } from "../domain/snapshot/value";
import { type Content, contentOf, putBlock } from "./sheet/put-boxes";
import { SheetDays } from "./sheet/sheet-days";
import { SheetTab } from "./sheet/sheet-tab";
import { Sight } from "./sheet/sight";
import { dressColumn, dressTab } from "./sheet/tab-look";
import { type Lost, TabMemory } from "./sheet/tab-memory";
import { writeTab } from "./sheet/tab-writer";
import { buildingTab, busyElsewhere, tabGone } from "./wording";

/** How long another run is waited for, in milliseconds. */
export const LOCK_WAIT = 30_000;

/** Google's services as far as the host needs them. */
export interface SheetServices {
  readonly SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  readonly LockService: GoogleAppsScript.Lock.LockService;
  readonly Utilities: GoogleAppsScript.Utilities.Utilities;
}

/** Another run holds the document. */
export class Busy extends Error {
  override readonly name = "Busy";
  readonly code = "busy";
}

/** A tab went away while the program was at it. */
export class TabGone extends Error {
  override readonly name = "TabGone";
  readonly code = "missing-tab";
}

/** First rows of a new tab, by column of the schema. */
export type FirstRows = (table: Table) => readonly (readonly Value[])[];

/**
 * The workbook as the Google Sheet that the script belongs to. Everything happens at once, call by call, and people go on
 * working in the Sheet: rows and columns are found anew around each write.
 */
export class GoogleSheetHost {
  private tabs = new Map<string, TabMemory>();
  private knownDays: SheetDays | null = null;

  constructor(private readonly services: SheetServices) {}

  /** Runs `work` as the only run on this document; waits for another one, and says so when that takes too long. */
  exclusively<T>(work: () => T): T {
    const lock = this.services.LockService.getDocumentLock();
    if (!lock.tryLock(LOCK_WAIT)) throw new Busy(busyElsewhere());
    try {
      return work();
    } finally {
      try {
        this.services.SpreadsheetApp.flush();
      } finally {
        lock.releaseLock();
      }
    }
  }

  /**
   * The tabs of these tables that are there. Of the change sets of earlier runs, which weigh more than all the rest, only
   * the numbers are read unless they are among them: enough to write the next one.
   */
  read(tables: readonly TableName[] = TABLE_NAMES): Grids {
    this.tabs = new Map();
    const titles = new Set(tables.map((name) => TABLES[name].title as string));
    for (const sheet of this.spreadsheet().getSheets()) {
      const table = tableTitled(sheet.getName());
      const tab = new SheetTab(sheet);
      if (table && titles.has(table.title)) this.tabs.set(table.title, this.memoryOf(table, tab));
      else if (table === CHANGE_PARTS) this.tabs.set(table.title, this.keysOf(table, tab));
    }
    return [...this.tabs.values()].map((memory) => memory.grid());
  }

  /** The same tabs, with the formulas of these among them. */
  withFormulas(titles: ReadonlySet<string>): Grids {
    for (const title of titles) this.tabs.get(title)?.learnFormulas();
    return [...this.tabs.values()].map((memory) => memory.grid());
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
        const memory = this.tabs.get(title);
        if (!memory) throw new TabGone(tabGone(title));
        return writeTab(memory, writes, this.days());
      });
    });
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
    const memory = this.tabs.get(table.title);
    if (!memory) return;
    const rows = memory.tab.sheet.getMaxRows();
    for (const column of Object.values(table.columns)) {
      const at = memory.columns.get(headerForm(column.title));
      if (at === undefined || !titles.includes(column.title)) continue;
      dressColumn(this.services.SpreadsheetApp, memory.tab, table, column, at + 1, rows, memory.headerRow);
    }
  }

  days(): SheetDays {
    if (!this.knownDays) {
      const { Utilities } = this.services;
      const zone = this.spreadsheet().getSpreadsheetTimeZone();
      this.knownDays = new SheetDays(zone, (date, timeZone, pattern) => Utilities.formatDate(date, timeZone, pattern));
    }
    return this.knownDays;
  }

  private memoryOf(table: Table, tab: SheetTab): TabMemory {
    const own = isSharedWithPeople(table) ? null : tab.underHeader();
    if (own) return this.looked(new TabMemory(table, tab, new Sight(own.values, this.days())));
    const look = tab.content();
    const formulas = NUMBERED.has(table.name as TableName) ? look.formulas() : null;
    const later = isSharedWithPeople(table) ? () => look.formulas() : null;
    return new TabMemory(table, tab, new Sight(look.values, this.days(), formulas), later);
  }

  /** A tab of which only the keys are read. Its keys stand first, as it was made; else it is read whole. */
  private keysOf(table: Table, tab: SheetTab): TabMemory {
    const look = tab.leading(titlesOf(table).slice(0, table.key.length));
    return look
      ? this.looked(new TabMemory(table, tab, new Sight(look().values, this.days()), null, look))
      : this.memoryOf(table, tab);
  }

  /** A tab that was read down to the end of its grid: that is the first look for writing, too. */
  private looked(memory: TabMemory): TabMemory {
    memory.keep(memory.sight);
    return memory;
  }

  private spreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    return this.services.SpreadsheetApp.getActiveSpreadsheet();
  }
}

function firstContent(value: Value, days: SheetDays): Content {
  const kind = typeof value === "number" ? "number" : isDay(value ?? "") ? "day" : "text";
  return contentOf(value, kind, days);
}

/** Formulas matter where people write: not in the program's own books. */
function isSharedWithPeople(table: Table): boolean {
  return Object.values(table.columns).some(({ owner }) => owner !== "system");
}
