import type { Area } from "./area";
import type { CellValue } from "./cell";
import { evaluate } from "./formula";
import type { NamedArea } from "./furniture";
import { type Entry, parseEntry } from "./parse-entry";
import { mayEdit, PROTECTED, refuseProtectedSheet } from "./protect";
import type { SavePoint } from "./save-point";
import { SheetModel } from "./sheet-model";
import { SheetsError } from "./sheets-error";

const REMEMBERED = 20_000;
const CELL_LIMIT = 10_000_000;

/** What Google's papers leave open; a test may try both answers. README.md says more. */
export interface Unknowns {
  /** A number written into a cell whose format is `@`. */
  readonly numberInTextCell: "text" | "number";
  /** A text with a leading apostrophe, written into a cell whose format is `@`. */
  readonly apostropheInTextCell: "kept" | "dropped";
  /** A text with a leading `=`, written into a cell whose format is `@`. */
  readonly equalsInTextCell: "text" | "formula";
  /** Whether new rows and columns take over formats and dropdowns of their neighbour. */
  readonly insertedLinesInherit: boolean;
}

export interface WorkbookOptions {
  readonly timeZone: string;
  readonly locale?: string;
  readonly title?: string;
  readonly id?: string;
  readonly owner?: string;
  readonly now?: () => number;
  readonly unknowns?: Partial<Unknowns>;
}

/** A spreadsheet in memory. It knows neither SpreadsheetApp nor the REST API; both can be put in front of it. */
export class InMemoryWorkbook {
  readonly id: string;
  title: string;
  timeZone: string;
  locale: string;
  sheets: SheetModel[] = [];
  activeSheetId: number;
  /** The account whose spreadsheet it is. */
  owner: string;
  /** The account that a program is at work for; null while a test's own hands are. */
  person: string | null = null;
  namedAreas: NamedArea[] = [];
  readonly now: () => number;
  readonly unknowns: Unknowns;
  /** While a group of changes is under way that may have to be taken back. */
  savePoint: SavePoint | null = null;
  private lastId = 0;
  private readonly working = new Set<string>();
  private readonly entries = new Map<string, Entry>();

  constructor(options: WorkbookOptions) {
    this.id = options.id ?? "1stand-in-spreadsheet";
    this.timeZone = options.timeZone;
    this.locale = options.locale ?? "zh_CN";
    this.title = options.title ?? "台账";
    this.owner = options.owner ?? "owner@example.org";
    this.now = options.now ?? Date.now;
    this.unknowns = {
      numberInTextCell: "text",
      apostropheInTextCell: "kept",
      equalsInTextCell: "text",
      insertedLinesInherit: true,
      ...options.unknowns,
    };
    this.activeSheetId = this.addSheet("Sheet1").id;
  }

  /** The year of days typed without one. */
  get year(): number {
    return new Date(this.now()).getUTCFullYear();
  }

  /** What a typed text becomes; the same texts come again and again, so they are remembered. */
  entryOf(text: string): Entry {
    const { locale, year } = this;
    const key = `${locale} ${year} ${text}`;
    let entry = this.entries.get(key);
    if (!entry) {
      entry = parseEntry(text, { locale, year });
      if (this.entries.size >= REMEMBERED) this.entries.clear();
      this.entries.set(key, entry);
    }
    return entry;
  }

  sheetTitled(title: string): SheetModel | null {
    return this.sheets.find((sheet) => sheet.title === title) ?? null;
  }

  /** `index` counts from 0; without one the sheet comes last. */
  addSheet(title: string, index = this.sheets.length, rows = 1000, columns = 26, id = this.freeId()): SheetModel {
    this.refuseTitle(title);
    this.refuseCells(rows * columns);
    const sheet = new SheetModel(this, id, title, rows, columns);
    this.sheets.splice(index, 0, sheet);
    return sheet;
  }

  rename(sheet: SheetModel, title: string): void {
    if (sheet.title !== title) this.refuseTitle(title);
    refuseProtectedSheet(sheet);
    sheet.title = title;
  }

  deleteSheet(sheet: SheetModel): void {
    if (this.sheets.length === 1) throw new SheetsError("You can't remove all the sheets in a document.");
    if (this.sheets.every((other) => other === sheet || other.hidden)) {
      throw new SheetsError("You can't remove all the visible sheets in a document.");
    }
    if (sheet.protections.some((one) => !mayEdit(one, sheet))) throw new SheetsError(PROTECTED);
    this.sheets = this.sheets.filter((other) => other !== sheet);
    this.namedAreas = this.namedAreas.filter(({ sheetId }) => sheetId !== sheet.id);
    if (this.activeSheetId === sheet.id) this.activeSheetId = this.sheets.find((other) => !other.hidden)?.id ?? 0;
  }

  refuseCells(more: number): void {
    const cells = this.sheets.reduce((sum, sheet) => sum + sheet.maxRows * sheet.maxColumns, more);
    if (cells > CELL_LIMIT) {
      throw new SheetsError(
        `This action would increase the number of cells in the workbook above the limit of ${CELL_LIMIT} cells.`,
      );
    }
  }

  /** Does work for an account: protections hold against it. */
  as<T>(person: string, work: () => T): T {
    const before = this.person;
    this.person = person;
    try {
      return work();
    } finally {
      this.person = before;
    }
  }

  namedAreasOn(sheet: SheetModel): Area[][] {
    return this.namedAreas.filter(({ sheetId }) => sheetId === sheet.id).map(({ areas }) => areas);
  }

  /** The format that an automatic cell takes on with a day, or a day and a time, that is written as such. */
  momentFormat(wholeDay: boolean): string {
    const day = this.locale.startsWith("zh") ? "yyyy-m-d" : "m/d/yyyy";
    return wholeDay ? day : `${day} h:mm:ss`;
  }

  /** The result of a formula; a cell that depends on itself gives `#REF!`. */
  resultOf(sheet: SheetModel, row: number, column: number, formula: string): CellValue {
    const place = `${sheet.id}:${row}:${column}`;
    if (this.working.has(place)) return "#REF!";
    this.working.add(place);
    try {
      return evaluate(formula, (reference) => {
        const from = reference.sheet === null ? sheet : this.sheetTitled(reference.sheet);
        const values: CellValue[] = [];
        for (let r = 0; r < reference.rows; r++) {
          for (let c = 0; c < reference.columns; c++)
            values.push(from ? from.value(reference.row + r, reference.column + c) : "#REF!");
        }
        return values;
      });
    } finally {
      this.working.delete(place);
    }
  }

  private freeId(): number {
    let id = this.lastId;
    while (this.sheets.some((sheet) => sheet.id === id)) id += 7919;
    this.lastId = id + 7919;
    return id;
  }

  private refuseTitle(title: string): void {
    if (this.sheetTitled(title))
      throw new SheetsError(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }
}
