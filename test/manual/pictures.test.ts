import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../google/dialog/support/browser";
import { ManualOffice } from "./office";
import { PICTURES, SAID } from "./places";
import { hideFolder, type Said, saidBy } from "./said";
import { walk } from "./story";

/** The manual's pictures show the page as it is: what the page says at each step is what it said when they were taken. */

const ANEW = "npm run pictures, with the Debian package fonts-noto-cjk; then look at what it made";

let browser: Browser;
let office: ManualOffice;
beforeAll(async () => {
  browser = await launchBrowser();
  office = new ManualOffice(browser);
});
afterAll(async () => {
  await office?.end();
  await browser?.close();
});

test("the page says at each step of the manual's year what it said when the picture was taken", async () => {
  const kept = JSON.parse(readFileSync(SAID, "utf8")) as Said;
  const says: Record<string, readonly string[]> = {};
  await walk(office, async (name) => {
    await hideFolder(office);
    says[name] = await saidBy(office);
  });
  const stale = Object.keys({ ...kept, ...says }).filter((name) => !isDeepStrictEqual(kept[name], says[name]));
  const first = stale[0] ?? "";
  expect({ stale, ANEW, says: says[first] }).toEqual({ stale: [], ANEW, says: kept[first] });
  expect(Object.keys(kept).filter((name) => !existsSync(join(PICTURES, `${name}.png`)))).toEqual([]);
  expect(office.complaints).toEqual([]);
});

test("every picture is in the manual, and small", () => {
  const manual = readFileSync(join(__dirname, "../../README.zh-CN.md"), "utf8");
  const pictures = readdirSync(PICTURES).filter((name) => name.endsWith(".png"));
  expect(pictures.length).toBeGreaterThan(12);
  expect(pictures.filter((name) => !manual.includes(`(.github/images/manual/${name})`))).toEqual([]);
  expect(pictures.filter((name) => readFileSync(join(PICTURES, name)).length > 120_000)).toEqual([]);
});
