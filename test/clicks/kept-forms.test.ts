import type { Browser, FrameLocator, Page } from "playwright-core";
import { launchBrowser } from "../google/dialog/support/browser";
import { classTabs } from "../hosts/class-by-operations";
import { HOMES } from "./homes";

/** What was typed into a form is there again after another screen, until it is carried out or not wanted any more. */

const TODAY = "2024-03-01";
const KEPT = "上次填了没办的内容还在。";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** A person at the page. */
class Clerk {
  constructor(readonly page: Page | FrameLocator) {}

  async press(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.page.getByRole("button", { name, exact: true }).first().click();
  }

  field = (name: string) => this.page.locator(`#field-${name}`);

  /** What stands in fields, and whether the page says that it was typed before. */
  async stands(...names: readonly string[]): Promise<readonly unknown[]> {
    const values = await Promise.all(names.map((name) => this.field(name).inputValue()));
    return [...values, (await this.page.getByText(KEPT).count()) === 1];
  }
}

describe.each(HOMES)("%s", (_, open) => {
  test("the form of an operation", async () => {
    const home = await open(browser, classTabs(3));
    try {
      const clerk = new Clerk(await home.on(TODAY));
      const look = (): Promise<readonly unknown[]> => clerk.stands("amount", "method", "payer");
      await clerk.press("办事", "收款");
      expect(await look()).toEqual(["", "", "", false]);
      await clerk.field("amount").fill("30");
      await clerk.field("method").selectOption("现金");
      await clerk.field("payer").fill("甲矿");
      await clerk.press("今天", "办事", "退款", "办事", "收款");
      expect(await look()).toEqual(["30", "现金", "甲矿", true]);
      await clerk.press("预览", "返回", "返回", "收款");
      expect(await look()).toEqual(["30", "现金", "甲矿", true]);
      await clerk.press("不要了，重填");
      expect(await look()).toEqual(["", "", "", false]);
      await clerk.field("amount").fill("40");
      await clerk.field("method").selectOption("现金");
      await clerk.field("payer").fill("乙矿");
      await clerk.press("今天", "办事", "收款", "预览", "执行", "再办一件");
      expect(await look()).toEqual(["", "", "", false]);
      await clerk.field("amount").fill("50");
      await clerk.field("method").selectOption("现金");
      await clerk.field("payer").fill("丙矿");
      await clerk.press("学员");
      await clerk.page.locator("#find").fill("B2024-00001");
      await clerk.page.locator("#find").press("Enter");
      await clerk.page.getByText(/^更多/).click();
      await clerk.press("收款");
      await clerk.field("amount").fill("60");
      await clerk.field("method").selectOption("现金");
      await clerk.press("预览", "执行", "再办一件");
      expect(await look()).toEqual(["", "", "", false]);
      expect((await home.book()).payments.map(({ amount, payer }) => [amount, payer])).toEqual([
        [40, "乙矿"],
        [60, "人一"],
      ]);
      expect(home.complaints).toEqual([]);
    } finally {
      await home.close();
    }
  });

  test("a row, and the pasted plan", async () => {
    const home = await open(browser, classTabs(3));
    try {
      const clerk = new Clerk(await home.on(TODAY));
      await clerk.press("办事", "全部执行", "执行");
      await clerk.press("学员");
      await clerk.page.locator("#find").fill("B2024-00001");
      await clerk.page.locator("#find").press("Enter");
      await clerk.press("改名册内容");
      await clerk.field("note").fill("自带被褥");
      await clerk.press("办事", "读入培训计划");
      await clerk.page.locator("#plan-text").fill("第一期");
      await clerk.press("学员", "改名册内容");
      expect(await clerk.stands("name", "note")).toEqual(["人一", "自带被褥", true]);
      await clerk.press("办事", "读入培训计划");
      expect(await clerk.page.locator("#plan-text").inputValue()).toBe("第一期");
      expect(home.complaints).toEqual([]);
    } finally {
      await home.close();
    }
  });
});
