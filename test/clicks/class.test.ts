import type { Browser } from "playwright-core";
import { launchBrowser } from "../google/dialog/support/browser";
import { classTabs, filledCells, hostDesk, runClass } from "../hosts/class-by-operations";
import { memoryLab } from "../hosts/memory-lab";
import { ClickedDesk } from "./clicked-desk";
import { longHomes } from "./homes";

const PEOPLE = 12;

let browser: Browser;
let byOperations: readonly string[];
beforeAll(async () => {
  browser = await launchBrowser();
  const lab = memoryLab();
  await lab.load(classTabs(PEOPLE));
  await runClass({ ...hostDesk(lab), takeForm: null }, PEOPLE);
  byOperations = filledCells(await lab.dump());
});
afterAll(() => browser?.close());

test.each(longHomes())(
  "a class from its sign-ups to the certificates by clicks and keys alone, %s",
  async (_, open) => {
    const home = await open(browser, classTabs(PEOPLE));
    try {
      const desk = new ClickedDesk(home);
      const { runs, before } = await runClass(desk, PEOPLE);
      expect(filledCells(await desk.dump())).toEqual(byOperations);
      for (let run = 0; run < runs; run++) await desk.undo("2024-04-26");
      expect(filledCells(await desk.dump())).toEqual(before);
      expect(home.complaints).toEqual([]);
    } finally {
      await home.close();
    }
  },
  600_000,
);
