import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { launchBrowser } from "../google/dialog/support/browser";
import { ManualOffice, SIZE } from "./office";
import { PICTURES, SAID } from "./places";
import { hideFolder, type Said, saidBy } from "./said";
import { type Shot, walk } from "./story";

/** Makes the manual's pictures anew, and notes what the page said at each: `npm run pictures`. */

const NO_FONT = "No Chinese font: install the Debian package fonts-noto-cjk, then run `npm run pictures` again.";
/** A font without Chinese draws one box for every character. */
const HAS_CHINESE = `(() => {
  const drawn = (character) => {
    const context = document.createElement("canvas").getContext("2d");
    context.font = "32px sans-serif";
    context.fillText(character, 0, 32);
    return context.getImageData(0, 0, 40, 40).data.join();
  };
  return drawn("班") !== drawn("卡");
})()`;

async function refuseWithoutFont(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  if (!(await page.evaluate(HAS_CHINESE))) throw new Error(NO_FONT);
  await page.close();
}

async function pictured({ page }: ManualOffice, { height = SIZE.height, from }: Shot): Promise<Buffer> {
  await page.setViewportSize({ ...SIZE, height });
  if (from !== undefined) {
    const place = page.locator("#content").getByText(from, { exact: true }).first();
    await place.evaluate((one: { scrollIntoView(): void }) => one.scrollIntoView());
  }
  const png = await page.screenshot({ caret: "initial" });
  await page.setViewportSize(SIZE);
  return sharp(png).png({ palette: true, colours: 64, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer();
}

async function main(): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const browser = await launchBrowser();
  const office = new ManualOffice(browser);
  const said: Record<string, readonly string[]> = {};
  try {
    await refuseWithoutFont(browser);
    for (const name of readdirSync(PICTURES)) rmSync(join(PICTURES, name));
    await walk(office, async (name, shot = {}) => {
      await hideFolder(office);
      said[name] = await saidBy(office);
      const bytes = await pictured(office, shot);
      writeFileSync(join(PICTURES, `${name}.png`), bytes);
      process.stdout.write(`${name}.png ${Math.round(bytes.length / 1024)} KB\n`);
    });
    writeFileSync(SAID, `${JSON.stringify(said satisfies Said, null, 1)}\n`);
  } finally {
    await office.end();
    await browser.close();
  }
}

void main();
