import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import { openWorkbench, type Workbench } from "../../node-sync/src/workbench/workbench";
import { XlsxHost } from "../../node-sync/src/xlsx/xlsx-host";
import { sheetOf } from "../google/bundle/support/cells";
import { type OpenDialog, openDialog } from "../google/dialog/support/dialog";
import { officeOf } from "../google/dialog/support/office";
import { dumpTabs, loadTabs, settledIn } from "../google/lab";
import type { LabTab } from "../hosts/lab";
import { xlsxLab } from "../hosts/xlsx-lab";
import type { Home } from "./clicked-desk";

/** What both homes of the page can be asked in a test. */
interface OpenHome extends Home {
  /** What the page's console complained of. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

const CLERK = "甲";

/** The page beside a Sheet: the bundle over the stand-in for Google's services. */
async function sheetHome(browser: Browser, tabs: readonly LabTab[]): Promise<OpenHome> {
  const addOn = officeOf("2024-01-02T10:00:00+08:00");
  const { workbook, properties } = addOn.google;
  properties.user.set("经办人", CLERK);
  loadTabs(workbook, settledIn(workbook.id, [...tabs]));
  const complaints: string[] = [];
  let shown: { readonly today: string; readonly dialog: OpenDialog } | null = null;
  const leave = async (): Promise<void> => {
    complaints.push(...(shown?.dialog.complaints ?? []));
    await shown?.dialog.close();
    shown = null;
  };
  return {
    complaints,
    on: async (today) => {
      if (shown?.today !== today) {
        await leave();
        addOn.at(`${today}T10:00:00+08:00`);
        shown = { today, dialog: await openDialog(browser, addOn, "menuSidebar", { width: 300 }) };
      }
      return shown.dialog.frame;
    },
    book: async () => snapshotOf(sheetOf(addOn)),
    dump: async () => dumpTabs(workbook),
    close: leave,
  };
}

/** The page in a browser: the built page over the local server and a file. */
async function fileHome(browser: Browser, tabs: readonly LabTab[]): Promise<OpenHome> {
  process.env.XDG_CONFIG_HOME = mkdtempSync(join(tmpdir(), "anpei-own-"));
  let book = "";
  const lab = await xlsxLab((path) => {
    book = path;
    return new XlsxHost(path);
  });
  await lab.load(tabs);
  let day = "2024-01-02";
  const workbench = await openWorkbench({
    book,
    today: () => day,
    clerk: CLERK,
    pages: resolve(__dirname, "../../node-sync/dist/page"),
    command: () => () => Promise.reject(new Error("no command here")),
  });
  if (workbench === null) throw new Error("a workbench is running");
  return {
    ...(await pagesOf(browser, workbench, (today) => (day = today))),
    book: async () => snapshotOf(await lab.host.read()),
    dump: () => lab.dump(),
  };
}

async function pagesOf(
  browser: Browser,
  workbench: Workbench,
  turn: (today: string) => void,
): Promise<Pick<OpenHome, "on" | "close" | "complaints">> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
  const complaints: string[] = [];
  let shown: { readonly today: string; readonly page: Page } | null = null;
  return {
    complaints,
    on: async (today) => {
      if (shown?.today === today) return shown.page;
      await shown?.page.close();
      turn(today);
      const page = await context.newPage();
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(workbench.newPage());
      shown = { today, page };
      return page;
    },
    close: async () => {
      await context.close();
      await workbench.close();
    },
  };
}

type OpenIn = readonly [string, (browser: Browser, tabs: readonly LabTab[]) => Promise<OpenHome>];

const SHEET: OpenIn = ["beside the Sheet", sheetHome];
const FILE: OpenIn = ["in the browser", fileHome];

export const HOMES: readonly OpenIn[] = [SHEET, FILE];

/** What takes long is done in both homes when ANPEI_SOAK is set, else beside the Sheet. */
export const longHomes = (): readonly OpenIn[] => (process.env.ANPEI_SOAK === undefined ? [SHEET] : HOMES);
