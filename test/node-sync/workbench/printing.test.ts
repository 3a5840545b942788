import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { BrowserPage } from "../../support/browser-page";
import { anpei, emptyFolder } from "../../support/cli";
import { paperText } from "../../support/printing/paper-text";

const CLASS = "再培训班第二期";
const TODAY = "2024-03-26";
const folder = emptyFolder();
let open: BrowserPage;
let page: Page;

beforeAll(async () => {
  expect(anpei(["demo", join(folder, "demo")]).exit).toBe(0);
  open = await BrowserPage.open({ book: join(folder, "demo/名册.xlsx"), today: TODAY });
  ({ page } = open);
  // A browser that nobody looks at closes its window for printing at once.
  await page.locator("html").evaluate((html) => {
    const view = html.ownerDocument.defaultView;
    if (view) view.print = () => undefined;
  });
}, 120_000);
afterAll(() => open?.close());

function written(id: string): string {
  const at = ["--book", join(folder, "demo/名册.xlsx"), "--today", TODAY, "--json"];
  const { json } = anpei(["print", id, "--class", CLASS, "--as", "html", "--out", folder, ...at]);
  const [file = ""] = (json as { files: string[] }).files;
  return paperText(readFileSync(file, "utf8"));
}

test.each([
  ["sign-in", "签到表"],
  ["card-slips", "模拟卡领取条"],
])("the page in a browser prints %s as the command line writes it", async (id, title) => {
  await open.screen("班级");
  await page.getByLabel("哪个班").selectOption(CLASS);
  await page.locator("summary", { hasText: "打印" }).click();
  await page.getByRole("button", { name: title, exact: true }).click();
  const paper = page.locator("body > #printed > .paper");
  await paper.waitFor({ state: "attached" });
  expect(await paper.textContent()).toBe(written(id));
  // The policy of the page lets no style in by text; heights are set all the same.
  const heights = await paper.locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.style.height));
  expect(new Set(heights)).toEqual(new Set(id === "sign-in" ? [expect.stringMatching(/^1[1-9]mm$/u), ""] : []));
  await page.pdf({ preferCSSPageSize: true });
  await paper.waitFor({ state: "detached" });
  expect(open.complaints).toEqual([]);
});
