import type { Browser, FrameLocator, Page } from "playwright-core";
import { idOf } from "../domain/people/residents";
import { launchBrowser } from "../google/dialog/support/browser";
import { notice } from "../hosts/class-by-operations";
import { addRows, freshTabs, type LabTab, tabOf } from "../hosts/lab";
import { ClickedDesk } from "./clicked-desk";
import { HOMES } from "./homes";

/** At 报到 the last one is taken back without the mouse, by name, and the list says so. */

const TODAY = "2024-03-26";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Two people whose bookings for the class of the day are approved. */
function bookedTabs(): LabTab[] {
  const tabs = freshTabs();
  const booked = { 省厅预约状态: "通过", 省厅预约班级: "再培训班第二期", 预约日期: "2024-03-10" };
  addRows(
    tabOf(tabs, "名册"),
    ["赵一", "钱二"].map((name, at) => ({
      ...{ 姓名: name, 证件号: idOf("19800101", at + 1), 手机号: `1990000100${at}`, 工作单位: "甲矿", 职位: "主要负责人" },
      ...{ 学历: "大专", 申报类型: "再培训", 证件有效期: "2024-05-20", ...booked },
    })),
  );
  addRows(tabOf(tabs, "单位"), [{ 单位全称: "甲矿" }]);
  return tabs;
}

/** Whatever has the focus gets the key: nothing is clicked. */
const key = (page: Page | FrameLocator, name: string): Promise<void> => page.locator(":focus").press(name);

async function takeIn(page: Page | FrameLocator, name: string): Promise<void> {
  await page.locator("#desk-find:focus").fill(name);
  await key(page, "Enter");
  for (const one of ["0", "X", "Enter"]) await page.locator(".at-desk:focus").press(one);
  await page.locator("li:first-child:not(:has(s))", { hasText: `${name} 3月26日报到` }).waitFor();
}

const SHOT = process.env.ANPEI_SHOTS;

test.each(HOMES)("taken back %s", async (where, open) => {
  const home = await open(browser, bookedTabs());
  try {
    const desk = new ClickedDesk(home);
    await desk.loadPlan(notice, TODAY);
    await desk.all(TODAY);
    const page = await home.on(TODAY);
    await page.getByRole("navigation").getByRole("button", { name: "报到", exact: true }).click();
    await takeIn(page, "赵一");
    await takeIn(page, "钱二");
    const came = async (): Promise<readonly unknown[]> => {
      const { roster, payments } = await home.book();
      return [...roster.map(({ reportedInOn }) => reportedInOn), payments.length];
    };
    expect(await came()).toEqual([TODAY, TODAY, 2]);

    await key(page, "Alt+KeyZ");
    const heading = page.getByRole("heading", { level: 2, name: /^取回 钱二（R\d+），将要/ });
    await heading.waitFor();
    await page.getByText("再按 Alt+Z 执行，按 Esc 返回。").waitFor();
    await page.getByText(/^要撤销：R\d+ 报到，钱二 3月26日报到/).waitFor();
    if (SHOT) await page.locator("body").screenshot({ path: `${SHOT}/preview-${where.replace(/ /g, "-")}.png` });
    await key(page, "Enter");
    await heading.waitFor();
    await key(page, "Escape");
    await page.locator("#desk-find:focus").waitFor();
    expect(await came()).toEqual([TODAY, TODAY, 2]);

    await key(page, "Alt+KeyZ");
    await heading.waitFor();
    await key(page, "Alt+KeyZ");
    await page.getByText(/^已取回 钱二（R\d+）。$/).waitFor();
    expect(await came()).toEqual([TODAY, null, 1]);
    const lines = page.getByRole("region", { name: "写入情况" }).locator("li");
    expect(await lines.locator("s").allTextContents()).toEqual([expect.stringMatching(/^钱二 3月26日报到/)]);
    expect(await lines.filter({ hasText: "已撤销" }).count()).toBe(1);
    if (SHOT) await page.locator("body").screenshot({ path: `${SHOT}/desk-${where.replace(/ /g, "-")}.png` });
    // The next one is taken in at once.
    await takeIn(page, "钱二");
    expect(await came()).toEqual([TODAY, TODAY, 2]);
    expect(home.complaints).toEqual([]);
  } finally {
    await home.close();
  }
});
