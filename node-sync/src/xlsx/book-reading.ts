import { CHANGE_PARTS, TABLES, type TableName, tableTitled } from "../../../apps-script/domain/schema/index";
import { type CellArea, type Grid, type Grids, strangerTab } from "../../../apps-script/domain/snapshot/grid";
import { mayHaveNumbersAsDays, type NumberAsDay, numbersAsDays } from "./numbers-as-days";
import type { HeldFile, PatchedFile } from "./patch/patch-workbook";
import { patchedGrid } from "./patched-grid";
import { type Limits, OpenWorkbook, readWorkbook } from "./read-workbook";
import { areasIn } from "./sheet-areas";
import { gridOf } from "./sheet-grid";

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

/** A tab as it was read, and its numbers that are shown as days or times. */
interface Tab {
  readonly grid: Grid;
  readonly numbers: readonly NumberAsDay[];
}

/** Of change sets only the numbers: what they hold weighs more than all the rest. */
const LIGHT = new Map([[CHANGE_PARTS.title, CHANGE_PARTS.columns.content.title]]);

/**
 * A workbook file as it was read: its bytes, and the tabs that were asked for. It does not change; what is written, and a tab
 * that is asked for later, make another one.
 */
export class BookReading implements HeldFile {
  private constructor(
    readonly bytes: Buffer,
    readonly held: HeldFile["held"],
    private readonly book: OpenWorkbook,
    private readonly tabs: ReadonlyMap<string, Tab>,
    private readonly wanted: readonly string[],
    /** Tabs of other people, where one of ours is missing. */
    private readonly strangers: readonly Grid[],
  ) {}

  /**
   * Reads the tabs of these tables.
   *
   * @param known an earlier reading: of the same bytes it is gone on with, and keeps the tabs that are not asked for now
   * @param holds whether sheets that are written are to be held inflated
   */
  static async of(
    bytes: Buffer,
    label: string,
    names: readonly TableName[],
    { known = null, holds }: { readonly known?: BookReading | null; readonly holds: boolean },
  ): Promise<BookReading> {
    const wanted = [...new Set([...names.map((name) => TABLES[name].title), CHANGE_PARTS.title])];
    const isWhole = names.includes("changeParts");
    const earlier = known?.bytes.equals(bytes) ? known : null;
    const kept = [...(earlier?.tabs ?? [])].filter(([title]) => !isWhole || title !== CHANGE_PARTS.title);
    const lacking = wanted.filter((title) => !kept.some(([own]) => own === title));
    const options = { limits: ownLimits, label, leaveOut: isWhole ? new Map<string, string>() : LIGHT };
    const book = earlier && !isWhole ? earlier.book : await OpenWorkbook.of(bytes, options);
    const read = (await tabsOf(book, bytes, label, lacking)).map((tab) => [tab.grid.title, tab] as const);
    const tabs = inOrder([...kept, ...read], book.sheetNames);
    const strangers = await strangersIn(bytes, label, wanted, book.sheetNames);
    const held = holds && !isWhole ? (earlier?.held ?? new Map()) : null;
    return new BookReading(bytes, held, book, tabs, wanted, strangers);
  }

  get grids(): Grids {
    const titles = new Set(this.wanted);
    const ours = [...this.tabs].flatMap(([title, { grid }]) => (titles.has(title) ? [grid] : []));
    return [...ours, ...this.strangers];
  }

  get numbers(): readonly (readonly [sheet: string, cells: readonly NumberAsDay[]])[] {
    const titles = new Set(this.wanted);
    return [...this.tabs].flatMap(([title, { numbers }]) =>
      titles.has(title) && numbers.length > 0 ? [[title, numbers] as const] : [],
    );
  }

  /** The reading of what was written; `null` where it is quicker to read the file anew. */
  async after({ bytes, held, sheets, isRestyled }: PatchedFile): Promise<BookReading | null> {
    if (held === null || isRestyled || this.strangers.length > 0) return null;
    const tabs = new Map(this.tabs);
    const areas = await areasIn(bytes, new Set(sheets.keys()));
    for (const [title, { before, after }] of sheets) {
      const tab = tabs.get(title);
      const grid = tab && tab.numbers.length === 0 ? await patchedGrid(this.book, tab.grid, before, after) : null;
      if (grid === null || mayHaveNumbersAsDays(grid)) return null;
      tabs.set(title, { grid: withAreas(grid, areas), numbers: [] });
    }
    return new BookReading(bytes, held, this.book, tabs, this.wanted, []);
  }
}

async function tabsOf(book: OpenWorkbook, bytes: Buffer, label: string, titles: readonly string[]): Promise<Tab[]> {
  if (titles.length === 0) return [];
  const areas = await areasIn(bytes, new Set(titles));
  const grids = (await book.sheets(titles)).map((sheet) => withAreas(gridOf(sheet), areas));
  return withNumbers(bytes, label, grids);
}

function inOrder(tabs: readonly (readonly [title: string, tab: Tab])[], titles: readonly string[]): ReadonlyMap<string, Tab> {
  return new Map([...tabs].sort(([one], [other]) => titles.indexOf(one) - titles.indexOf(other)));
}

function withAreas({ areas: _, ...grid }: Grid, areas: ReadonlyMap<string, readonly CellArea[]>): Grid {
  const own = areas.get(grid.title);
  return own ? { ...grid, areas: own } : grid;
}

/** The grids with numbers where they are shown as days; the formats of those cells are read for tabs that have any. */
async function withNumbers(bytes: Buffer, label: string, grids: readonly Grid[]): Promise<Tab[]> {
  const doubtful = grids.filter(mayHaveNumbersAsDays).map(({ title }) => title);
  if (doubtful.length === 0) return grids.map((grid) => ({ grid, numbers: [] }));
  const { sheets, date1904 } = await readWorkbook(bytes, { sheets: doubtful, limits: ownLimits, label, moments: true });
  return grids.map((grid) => {
    const sheet = sheets.find(({ name }) => name === grid.title);
    if (!sheet) return { grid, numbers: [] };
    const found = numbersAsDays(grid, sheet, date1904);
    return { grid: found.grid, numbers: found.cells };
  });
}

/** Where a tab is missing, those that are none of ours: it may be one of them under another name. */
async function strangersIn(bytes: Buffer, label: string, wanted: readonly string[], there: readonly string[]): Promise<Grid[]> {
  if (wanted.every((title) => there.includes(title))) return [];
  const others = there.filter((title) => tableTitled(title) === null);
  try {
    const { sheets } = await readWorkbook(bytes, { sheets: others, limits: ownLimits, label });
    return sheets.map((sheet) => strangerTab(sheet.name, gridOf(sheet).header));
  } catch {
    // A sheet of staff's own that cannot be read keeps nobody from work; its name may still tell.
    return others.map((title) => strangerTab(title));
  }
}
