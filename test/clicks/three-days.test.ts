import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { readPlanText } from "../../apps-script/domain/plan/read-plan";
import { launchBrowser } from "../google/dialog/support/browser";
import { type ClassDesk, filledCells, hostDesk, NOTHING } from "../hosts/class-by-operations";
import type { LabTab } from "../hosts/lab";
import { memoryLab } from "../hosts/memory-lab";
import { type Agenda, type Errand, givenTo } from "../support/month/agenda";
import { Clerks } from "../support/month/clerks";
import { FIRST_DAY, workedDays } from "../support/month/days";
import { Life } from "../support/month/life";
import { before, openingTabs } from "../support/month/opening";
import { Chance, inventPeople } from "../support/month/people";
import { ClickedDesk } from "./clicked-desk";
import { longHomes } from "./homes";

const notice = readFileSync(resolve(__dirname, "../../templates/2024年培训计划.txt"), "utf8");
const PEOPLE = 30;
/** A class reports in, whoever walks in is entered, and it ends. */
const [REPORT_IN, LAST] = ["2024-05-14", "2024-05-17"];
const DAYS = [REPORT_IN, "2024-05-15", LAST];

let browser: Browser;
let agenda: Agenda;
/** The workbook in the morning of the first of the days, and in the evening of the last. */
let [morning, evening]: readonly [LabTab[], string[]] = [[], []];
beforeAll(async () => {
  browser = await launchBrowser();
  const chance = new Chance(1);
  const all = inventPeople(chance, PEOPLE).map((one) => before(one, chance));
  agenda = new Life(chance, all).agenda;
  morning = await weeksBefore(openingTabs(all));
  const lab = memoryLab();
  await lab.load(morning);
  await live(hostDesk(lab));
  evening = filledCells(await lab.dump());
});
afterAll(() => browser?.close());

async function weeksBefore(tabs: LabTab[]): Promise<LabTab[]> {
  const lab = memoryLab();
  await lab.load(tabs);
  const clerks = new Clerks(lab);
  clerks.begin(FIRST_DAY);
  await clerks.loadPlan(readPlanText(notice).classes);
  for (const day of workedDays(FIRST_DAY, "2024-05-13")) {
    clerks.begin(day);
    for (const errand of agenda.of(day)) await clerks.run(errand);
    await clerks.all();
  }
  return lab.dump();
}

/** The three days; how many runs there were. */
async function live(desk: ClassDesk): Promise<number> {
  let runs = 0;
  const ran = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
      runs++;
    } catch (error) {
      if (!(error instanceof Error && error.message === NOTHING)) throw error;
    }
  };
  for (const day of DAYS) {
    await ran(desk.all(day));
    for (const errand of agenda.of(day)) await ran(desk.do(errand.id, day, givenTo(errand)));
    await ran(desk.all(day));
  }
  return runs;
}

test.each(longHomes())(
  "three days of a month by clicks and keys alone, %s, end in the same workbook as by the command line",
  async (_, open) => {
    const errands: readonly Errand[] = DAYS.flatMap((day) => agenda.of(day));
    expect(new Set(errands.map(({ id }) => id)).size).toBeGreaterThan(6);
    const home = await open(browser, morning);
    try {
      const desk = new ClickedDesk(home);
      expect(await live(desk)).toBeGreaterThan(errands.length);
      expect(filledCells(await desk.dump())).toEqual(evening);
      expect(home.complaints).toEqual([]);
    } finally {
      await home.close();
    }
  },
  600_000,
);
