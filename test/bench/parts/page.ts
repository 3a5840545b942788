import { copyFile, mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Browser, CDPSession, Page } from "playwright-core";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { openWorkbench } from "../../../node-sync/src/workbench/workbench";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { launchBrowser } from "../../google/dialog/support/browser";
import { root, runJob, type Sample } from "../measure";
import { count, dataSet, type Plan } from "../plan";
import { number, type Row, rowOf } from "../table";

/** The day on which the class reports in that people are taken in for. */
const DAY = "2024-03-26";
const CLASS = "再培训班第二期";
const COMERS = 60;

/** By the clock, in milliseconds, on a machine that does nothing else. */
const GOALS = { first: 1_500, all: 3_000, search: 20, blocked: 100, each: 300, keys: 12, heapMb: 150 };

/** The page in Chromium over the local server, as somebody sees it who sits before it. */
export async function page(plan: Plan): Promise<Row[]> {
  const browser = await launchBrowser();
  try {
    const rows: Row[] = [];
    for (const size of plan.sizes ?? (plan.quick ? [3_000] : [3_000, 20_000])) rows.push(...(await pageAt(plan, browser, size)));
    return rows;
  } finally {
    await browser.close();
  }
}

async function pageAt(plan: Plan, browser: Browser, size: number): Promise<Row[]> {
  const folder = join(plan.folder, "page-at-work");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const fresh = join(folder, "新.xlsx");
  await copyFile(await dataSet(plan, "centre", size), fresh);
  const book = join(folder, "名册.xlsx");
  await copyFile(fresh, book);
  await runJob(plan.folder, "run-all", book);
  const rounds: Rounds = { first: [], all: [], search: [], taken: [] };
  for (let round = 0; round < plan.rounds; round++) {
    await onPage(browser, fresh, async (one) => {
      rounds.first.push(one.opened);
      rounds.search.push(await search(one));
      rounds.all.push(await decideAll(one));
    });
    if (size > 3_000) continue;
    const copy = join(folder, `报到${round}.xlsx`);
    await copyFile(book, copy);
    await onPage(browser, copy, async (one) => void rounds.taken.push(await takeIn(one, await comersOf(copy))));
  }
  await rm(folder, { recursive: true, force: true });
  return rowsOf(count(size), rounds);
}

type Rounds = Record<"first" | "all" | "search" | "taken", Sample[]>;

function rowsOf(size: string, { first, all, search: keys, taken }: Rounds): Row[] {
  const what = `${size} people`;
  const most = (samples: readonly Sample[], name: string): number =>
    Math.max(...samples.map(({ extra }) => extra[name] ?? Number.NaN));
  const median = (row: Row): number => row.ms.median;
  const opened = rowOf(what, "first screen", first);
  const decided = rowOf(what, "全部执行, decided", all);
  const rows: Row[] = [
    {
      ...opened,
      marks: [
        number("ms", median(opened), GOALS.first),
        number("ms until 待办 is brought up to now", most(first, "upToNow")),
        number("MB kept", most(first, "keptMb"), GOALS.heapMb),
      ],
    },
    { ...decided, marks: [number("ms", median(decided), GOALS.all), number("ms blocked", most(all, "longest"), GOALS.blocked)] },
    rowOf(what, "search, a key", keys, [
      number("ms blocked", most(keys, "longest"), GOALS.search),
      number("ms at the first key", most(keys, "first")),
    ]),
  ];
  if (taken.length === 0) return rows;
  const desk = rowOf(what, `report-in, one of ${COMERS}`, taken);
  return [...rows, { ...desk, marks: [number("ms", median(desk), GOALS.each), number("keys", most(taken, "keys"), GOALS.keys)] }];
}

interface Opened {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly opened: Sample;
}

async function onPage(browser: Browser, book: string, work: (one: Opened) => Promise<void>): Promise<void> {
  process.env.XDG_CONFIG_HOME = join(book, "..", "own");
  const workbench = await openWorkbench({
    ...{ book, today: () => DAY, clerk: "测速", pages: resolve(root, "node-sync/dist/page") },
    command: () => () => Promise.reject(new Error("no command here")),
  });
  if (workbench === null) throw new Error("a workbench is running");
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await page.addInitScript({ content: WATCH_TASKS });
    const begin = performance.now();
    await page.goto(workbench.newPage());
    await page.getByRole("heading", { level: 2, name: "今天" }).waitFor();
    const ms = performance.now() - begin;
    await page.getByText("重算待办").waitFor({ state: "hidden" });
    const upToNow = performance.now() - begin;
    await cdp.send("HeapProfiler.collectGarbage");
    const { usedSize } = await cdp.send("Runtime.getHeapUsage");
    await work({ page, cdp, opened: { ms, peakMb: usedSize / 1e6, extra: { keptMb: usedSize / 1e6, upToNow } } });
  } finally {
    await context.close();
    await workbench.close();
  }
}

/** Runs in the page: notes how long the longest task was. https://w3c.github.io/longtasks/ */
const WATCH_TASKS = `
  longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: "longtask" });
`;

/** The longest task since it was asked last; tasks of less than 50 ms are not told, and count as none. */
const longestTask = (page: Page): Promise<number> => page.evaluate("[longest, (longest = 0)][0]");

async function decideAll({ page }: Opened): Promise<Sample> {
  await page.getByRole("navigation").getByRole("button", { name: "今天" }).click();
  await longestTask(page);
  const begin = performance.now();
  await page.getByRole("button", { name: "全部执行" }).click();
  // Looked for by its tag: a role is worked out of every element, on the page's own thread.
  await page.locator("h2", { hasText: /^将要/ }).waitFor();
  return { ms: performance.now() - begin, peakMb: 0, extra: { longest: await longestTask(page) } };
}

async function search({ page, cdp }: Opened): Promise<Sample> {
  await page.getByRole("navigation").getByRole("button", { name: "学员" }).click();
  const field = page.getByLabel("找人");
  await field.focus();
  await longestTask(page);
  // What all later keys need is worked out at the first one.
  await page.keyboard.insertText("王");
  await page.getByText(/^找到/).waitFor();
  const first = await longestTask(page);
  const before = await busy(cdp);
  const keys = ["Backspace", ..."张伟", "Backspace", ..."jk", "Backspace", "Backspace", ..."0024"];
  for (const key of keys) await (key === "Backspace" ? page.keyboard.press(key) : page.keyboard.type(key));
  return { ms: ((await busy(cdp)) - before) / keys.length, peakMb: 0, extra: { first, longest: await longestTask(page) } };
}

/** How long the page's own thread has worked, in milliseconds. */
async function busy(cdp: CDPSession): Promise<number> {
  await cdp.send("Performance.enable");
  const { metrics } = await cdp.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
}

/** Takes in the people by keys alone, each as soon as the one before is off the screen; the rest is written meanwhile. */
async function takeIn({ page, cdp }: Opened, endings: readonly string[]): Promise<Sample> {
  await page.getByRole("navigation").getByRole("button", { name: "报到" }).click();
  await page.getByLabel("班级", { exact: true }).selectOption(CLASS);
  const before = await busy(cdp);
  let keys = 0;
  for (const ending of endings) {
    const all = [...ending, "Enter", "0", "x", "Enter"];
    keys = Math.max(keys, all.length);
    for (const key of all.slice(0, 5)) await page.keyboard.press(key);
    await page.locator(".at-desk").waitFor();
    for (const key of all.slice(5)) await page.keyboard.press(key);
    await page.locator(".at-desk").waitFor({ state: "detached" });
  }
  await page.getByText(`今天${endings.length}人`).waitFor({ timeout: 120_000 });
  return { ms: ((await busy(cdp)) - before) / endings.length, peakMb: 0, extra: { keys } };
}

/** Last four digits of people of the class who have not paid, that nobody else of the workbook has. */
async function comersOf(book: string): Promise<readonly string[]> {
  const { roster } = snapshotOf(await new XlsxHost(book).read(["roster"]), ["roster"]);
  const endings = roster.flatMap(({ idNumber, mobile }) => [idNumber, mobile].map((text) => String(text ?? "").slice(-4)));
  const times = new Map<string, number>();
  for (const ending of endings) times.set(ending, (times.get(ending) ?? 0) + 1);
  const comers = roster.filter(
    (row) => row.class === CLASS && row.booking === "通过" && row.feeState === "未缴" && row.reportedInOn === null,
  );
  const own = comers
    .map(({ idNumber }) => String(idNumber).slice(-4))
    .filter((ending) => times.get(ending) === 1 && /^\d{4}$/.test(ending));
  if (own.length < COMERS) throw new Error(`only ${own.length} people can be told apart`);
  return own.slice(0, COMERS);
}
