import type { Browser } from "playwright-core";
import { launchBrowser } from "../google/dialog/support/browser";
import { type ClassDesk, classTabs, filledCells, hostDesk, notice } from "../hosts/class-by-operations";
import { memoryLab } from "../hosts/memory-lab";
import { ClickedDesk } from "./clicked-desk";
import { HOMES } from "./homes";

/** 全部执行 with two ticks taken away comes to the same workbook in both homes of the page as by operations. */

const PEOPLE = 8;
const TODAY = "2024-03-01";
const LEFT_OUT = ["B2024-00002", "B2024-00005"];

async function withoutTwo(desk: ClassDesk): Promise<readonly string[]> {
  await desk.loadPlan(notice, "2024-01-02");
  await desk.all(TODAY, LEFT_OUT);
  return filledCells(await desk.dump());
}

let browser: Browser;
let byOperations: readonly string[];
beforeAll(async () => {
  browser = await launchBrowser();
  byOperations = await withoutTwo(hostDesk(memoryLab(classTabs(PEOPLE))));
});
afterAll(() => browser?.close());

test.each(HOMES)("two of a class are left out, and the rest get their class, %s", async (_, open) => {
  const home = await open(browser, classTabs(PEOPLE));
  try {
    const desk = new ClickedDesk(home);
    expect(await withoutTwo(desk)).toEqual(byOperations);
    const { roster, runs } = await desk.book();
    expect(roster.filter((row) => row.class === null).map(({ key }) => key)).toEqual(LEFT_OUT);
    expect(runs.at(-1)?.summary).toContain("未勾选 2人（B2024-00002、B2024-00005）");
    await desk.undo(TODAY);
    expect((await desk.book()).roster.every((row) => row.class === null)).toBe(true);
    expect(home.complaints).toEqual([]);
  } finally {
    await home.close();
  }
});
