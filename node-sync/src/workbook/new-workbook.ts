import type { Workbook } from "exceljs";
import { DASHBOARD } from "../../../apps-script/domain/schema/index";
import { initialTabs } from "../../../apps-script/domain/schema/initial";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { columnsOf, contentOfInitial, gridOf, type TabContent } from "../copy/tab-content";
import * as say from "../wording/new-workbook";
import { withDashboardCharts } from "../xlsx/charts/new-charts";
import { loadExcel } from "./excel";
import { finish, type OwnFont } from "./finish";
import { fillGuide } from "./guide-sheet";
import { fillTable } from "./table-sheet";

interface NewWorkbook {
  readonly planYear: number;
  /** The id of the workbook, kept in 设置; empty leaves it to the first command. */
  readonly workbook: string;
  /** Rows to put below the initial ones, by tab title, cells in the order of the schema's columns. */
  readonly extraRows?: ReadonlyMap<string, readonly (readonly Value[])[]>;
}

/** A new workbook as an .xlsx file: 说明, then every tab of the schema. The same options give the same file. */
export async function newWorkbook({ planYear, workbook, extraRows }: NewWorkbook): Promise<Buffer> {
  const tabs = initialTabs(planYear, workbook).map((tab) =>
    contentOfInitial({ ...tab, rows: [...tab.rows, ...(extraRows?.get(tab.table.title) ?? [])] }),
  );
  return filledWorkbook(planYear, tabs);
}

/** The same with these tabs. */
export async function filledWorkbook(planYear: number, tabs: readonly TabContent[]): Promise<Buffer> {
  const book = await emptyBook(say.guideHeading(planYear));
  const guide = book.addWorksheet(say.guideTitle);
  fillGuide(
    guide,
    planYear,
    tabs.map(({ table }) => table),
  );
  const columns = new Map(tabs.map((tab) => [tab.table.title, columnsOf(tab)]));
  for (const tab of tabs) fillTable(book.addWorksheet(tab.table.title), tab, ({ title }) => columns.get(title) ?? []);
  const board = tabs.find(({ table }) => table.name === DASHBOARD.name);
  const bytes = await fileOf(book);
  return board ? withDashboardCharts(bytes, gridOf(board), columnsOf(board)) : bytes;
}

/** A book with fixed dates, so that it does not differ from day to day. */
export async function emptyBook(title: string): Promise<Workbook> {
  const { Workbook } = await loadExcel();
  const book = new Workbook();
  const day = new Date(Date.UTC(2024, 0, 2));
  Object.assign(book, { creator: say.product, lastModifiedBy: say.product, title, created: day, modified: day });
  book.views = [{ x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, activeTab: 0, visibility: "visible" }];
  return book;
}

export async function fileOf(book: Workbook, own?: OwnFont): Promise<Buffer> {
  return finish(Buffer.from(await book.xlsx.writeBuffer()), own);
}
