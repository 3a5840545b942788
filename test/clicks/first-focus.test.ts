import type { Browser } from "playwright-core";
import { launchBrowser } from "../google/dialog/support/browser";
import { classTabs } from "../hosts/class-by-operations";
import { HOMES } from "./homes";

/**
 * A field that takes the focus has it from the moment it is there. Given later, it took the focus from whoever was in another
 * field by then: what they typed went into the first one.
 */

const TODAY = "2024-03-01";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Notes in the page what has the focus when a field comes into it; no frame is drawn in between. */
const noteFocus = (field: string): string => `{
  const note = () => {
    if (document.querySelector("${field}")) document.body.dataset.focused ??= document.activeElement.id;
  };
  new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
}`;

const FIELDS = [
  { way: ["办事", "收款"], field: "field-people" },
  { way: ["学员"], field: "find" },
];

describe.each(HOMES)("%s", (_, open) => {
  test.each(FIELDS)("$way", async ({ way, field }) => {
    const home = await open(browser, classTabs(3));
    try {
      const page = await home.on(TODAY);
      await page.locator("body").evaluate(noteFocus(`#${field}`));
      for (const name of way) await page.getByRole("button", { name, exact: true }).click();
      await page.locator(`#${field}`).waitFor();
      expect(await page.locator("body").getAttribute("data-focused")).toBe(field);
      expect(home.complaints).toEqual([]);
    } finally {
      await home.close();
    }
  });
});
