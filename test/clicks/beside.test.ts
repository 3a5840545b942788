import type { Browser, FrameLocator, Page } from "playwright-core";
import { contextOf } from "../../apps-script/domain/rules/context";
import { todayView } from "../../apps-script/domain/views/today";
import { BENCH_DAY, benchBook } from "../bench/data/book";
import { tabsOf } from "../google/bundle/support/seeded";
import { launchBrowser } from "../google/dialog/support/browser";
import { filledCells, hostDesk } from "../hosts/class-by-operations";
import type { LabTab } from "../hosts/lab";
import { memoryLab } from "../hosts/memory-lab";
import { bookOf } from "../support/books";
import { ClickedDesk } from "./clicked-desk";
import { HOMES } from "./homes";

/** A workbook large enough that it is decided beside the page, in a worker that ends with its answer. */

const PEOPLE = 700;

/** Nothing stands in 待办 yet: what 今天 lists was brought up to now. */
const LINES = "#content > ol.notes > li";

let browser: Browser;
let tabs: LabTab[];
let byOperations: readonly string[];
beforeAll(async () => {
  browser = await launchBrowser();
  tabs = tabsOf(bookOf(benchBook(PEOPLE)));
  const desk = hostDesk(memoryLab(structuredClone(tabs)));
  await desk.all(BENCH_DAY);
  byOperations = filledCells(await desk.dump());
});
afterAll(() => browser?.close());

const pageOf = (shown: Page | FrameLocator): Page => ("owner" in shown ? shown.owner().page() : shown);

test.each(HOMES)("all actions are decided in a worker, %s", async (_, open) => {
  const home = await open(browser, structuredClone(tabs));
  try {
    const shown = await home.on(BENCH_DAY);
    const page = pageOf(shown);
    await shown.locator(LINES).first().waitFor();
    const ended: Promise<unknown>[] = [];
    page.on("worker", (worker) => ended.push(worker.waitForEvent("close")));
    const desk = new ClickedDesk(home);
    await desk.all(BENCH_DAY);
    expect(ended).toHaveLength(1);
    await Promise.all(ended);
    expect(page.workers()).toEqual([]);
    expect(filledCells(await desk.dump())).toEqual(byOperations);
    expect(home.complaints).toEqual([]);
  } finally {
    await home.close();
  }
});

test.each(HOMES)("待办 is brought up to now once 今天 is there, %s", async (_, open) => {
  const home = await open(browser, structuredClone(tabs));
  try {
    const page = await home.on(BENCH_DAY);
    await page.locator(LINES).first().waitFor();
    const snapshot = bookOf(benchBook(PEOPLE));
    const { lines } = todayView(snapshot, contextOf(snapshot, BENCH_DAY), { clerk: "", since: null });
    const texts = await page.locator(LINES).allTextContents();
    expect(texts).toHaveLength(lines.length);
    for (const [at, { sentence }] of lines.entries()) expect(texts[at]).toContain(sentence);
    expect(await page.getByText("重算待办").count()).toBe(0);
    expect(home.complaints).toEqual([]);
  } finally {
    await home.close();
  }
});
