/// <reference types="google-apps-script" />
import { CacheServiceFace } from "./services/cache";
import type { CallCounter, CallListener } from "./services/call-counter";
import { HtmlServiceFace } from "./services/html";
import { LockServiceFace, LockTable } from "./services/locks";
import { ConsoleFace, LoggerFace, type LogLine } from "./services/logs";
import { PropertiesServiceFace, type Stores } from "./services/properties";
import { type AuthModeName, type Realm, Runtime } from "./services/runtime";
import { AUTH_MODES, ScriptAppFace, SessionFace } from "./services/session";
import type { UiRecord } from "./services/ui-record";
import { UtilitiesFace } from "./services/utilities";
import { SpreadsheetAppFace } from "./spreadsheet/app";
import type { Area } from "./workbook/area";
import { displayText } from "./workbook/number-format";
import { InMemoryWorkbook, type Unknowns } from "./workbook/workbook";

export interface GoogleOptions {
  /** One that another face stands before too; time zone, locale and unknowns are its own then. */
  readonly workbook?: InMemoryWorkbook;
  /** The spreadsheet's time zone. */
  readonly timeZone: string;
  /** The script project's time zone; it may be another one. */
  readonly scriptTimeZone: string;
  /** As Google writes it; `zh_CN` when not given. */
  readonly locale?: string;
  /** Without one the script lacks the scope for addresses. */
  readonly userEmail?: string;
  /** Whom the script runs for: the spreadsheet's owner when not given. */
  readonly person?: string;
  readonly authMode?: AuthModeName;
  /** The project's `.html` files by name, without the ending. */
  readonly files?: Readonly<Record<string, string>>;
  readonly now?: () => number;
  /** Which way the open questions of README.md go. */
  readonly unknowns?: Partial<Unknowns>;
}

/** The globals of a script. */
export interface Services {
  readonly SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  readonly LockService: GoogleAppsScript.Lock.LockService;
  readonly PropertiesService: GoogleAppsScript.Properties.PropertiesService;
  readonly CacheService: GoogleAppsScript.Cache.CacheService;
  readonly Session: GoogleAppsScript.Base.Session;
  readonly Utilities: GoogleAppsScript.Utilities.Utilities;
  readonly HtmlService: GoogleAppsScript.HTML.HtmlService;
  readonly ScriptApp: GoogleAppsScript.Script.ScriptApp;
  readonly Logger: GoogleAppsScript.Base.Logger;
  readonly console: Console;
}

export interface Google {
  readonly services: Services;
  readonly workbook: InMemoryWorkbook;
  readonly calls: CallCounter;
  /** What the person at the screen saw, and the answers that person will give. */
  readonly ui: UiRecord;
  readonly locks: LockTable;
  readonly properties: Stores;
  readonly log: LogLine[];
  /** The milliseconds of every `Utilities.sleep`. */
  readonly slept: number[];
  /** Calls the listener right before each service call; returns the way to stop it. */
  onCall(listener: CallListener): () => void;
  setAuthMode(mode: AuthModeName): void;
  /** Another person at the screen; null is the spreadsheet's owner. */
  setPerson(person: string | null): void;
  /** Makes dates and exceptions with the constructors of a vm context, so that `instanceof` holds in there. */
  useRealm(realm: Realm): void;
  /** A person types a text into one cell; returns the event that `onEdit` gets. */
  type(sheet: string, row: number, column: number, text: string): GoogleAppsScript.Events.SheetsOnEdit;
  /** A person goes to a sheet and selects these cells. */
  select(sheet: string, ...areas: readonly Area[]): void;
}

/** A script's services over a spreadsheet in memory. */
export function createGoogle(options: GoogleOptions): Google {
  const now = options.now ?? Date.now;
  const { timeZone, locale, unknowns } = options;
  const own = { timeZone, now, ...(locale ? { locale } : {}), ...(unknowns ? { unknowns } : {}) };
  const workbook = options.workbook ?? new InMemoryWorkbook(own);
  const files = new Map(Object.entries(options.files ?? {}));
  const runtime = new Runtime(workbook, options.scriptTimeZone, options.userEmail ?? null, files, now);
  runtime.authMode = options.authMode ?? "FULL";
  runtime.person = options.person ?? null;
  const locks = new LockTable();
  const properties: Stores = { user: new Map(), document: new Map(), script: new Map() };
  const log: LogLine[] = [];
  const slept: number[] = [];
  const app = new SpreadsheetAppFace(runtime);
  const services: Services = {
    SpreadsheetApp: app.self,
    LockService: new LockServiceFace(runtime, locks).self,
    PropertiesService: new PropertiesServiceFace(runtime, properties).self,
    CacheService: new CacheServiceFace(runtime).self,
    Session: new SessionFace(runtime).self,
    Utilities: new UtilitiesFace(runtime, slept).self,
    HtmlService: new HtmlServiceFace(runtime).self,
    ScriptApp: new ScriptAppFace(runtime).self,
    Logger: new LoggerFace(runtime, log).self,
    console: new ConsoleFace(runtime, log).self,
  };
  return {
    services,
    workbook,
    calls: runtime.calls,
    ui: runtime.ui,
    locks,
    properties,
    log,
    slept,
    onCall: (listener) => runtime.calls.listen(listener),
    setAuthMode: (mode) => {
      runtime.authMode = mode;
    },
    setPerson: (person) => {
      runtime.person = person;
    },
    useRealm: (realm) => {
      runtime.realm = realm;
    },
    type: (title, row, column, text) => typeInto(app, runtime, title, row, column, text),
    select: (title, ...areas) => {
      const sheet = workbook.sheetTitled(title);
      if (!sheet) throw new Error(`No sheet is called ${title}.`);
      workbook.activeSheetId = sheet.id;
      sheet.selection = areas;
    },
  };
}

/** https://developers.google.com/apps-script/guides/triggers/events#edit */
function typeInto(app: SpreadsheetAppFace, runtime: Runtime, title: string, row: number, column: number, text: string) {
  const sheet = runtime.workbook.sheetTitled(title);
  if (!sheet) throw new Error(`No sheet is called ${title}.`);
  const before = sheet.value(row, column);
  sheet.enter(row, column, text);
  const after = sheet.value(row, column);
  const event = {
    authMode: AUTH_MODES.LIMITED,
    range: app.spreadsheet.face(sheet).rangeOf({ row, column, rows: 1, columns: 1 }),
    source: app.spreadsheet.self,
    user: { getEmail: () => "" },
    ...(after === "" ? {} : { value: displayText(after, null) }),
    ...(before === "" ? {} : { oldValue: displayText(before, null) }),
  };
  return event as unknown as GoogleAppsScript.Events.SheetsOnEdit;
}
