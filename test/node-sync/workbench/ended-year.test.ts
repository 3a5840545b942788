import { join } from "node:path";
import { BrowserPage } from "../../support/browser-page";
import { anpei, emptyFolder } from "../../support/cli";

/** A book whose year is ended says so wherever staff look, and before they fill in what nobody takes. */

let open: BrowserPage;

beforeAll(async () => {
  const folder = join(emptyFolder(), "demo");
  expect(anpei(["demo", folder]).exit).toBe(0);
  open = await BrowserPage.open({ book: join(folder, "名册.xlsx"), today: "2024-12-30" });
  await open.page.getByRole("heading", { level: 2, name: "今天" }).waitFor();
}, 120_000);
afterAll(() => open?.close());

const ENDED = "本年度已在2024-12-30结束，这本工作簿不再改动";
const refused = (title: string) => `本年度已在2024-12-30结束，不能再执行“${title}”`;
const alert = () => open.page.locator("#alert").textContent();

test("the end of the year lists who is open, and does not say that nothing is to be seen to", async () => {
  const { page } = open;
  await open.screen("办事");
  await open.press("结束本年度");
  await open.press("预览");
  await page.getByRole("heading", { level: 2, name: /^将要/ }).waitFor();
  expect(await page.getByText(/还没有办完的：/).count()).toBe(1);
  expect(await page.getByText("没有发现需要注意的问题").count()).toBe(0);
  await open.press("执行");
  await page.getByRole("heading", { level: 2, name: /^已完成/ }).waitFor();
  expect(await page.getByText("没有发现需要注意的问题").count()).toBe(0);
});

test("after it every screen says so", async () => {
  const { page } = open;
  for (const screen of ["今天", "学员", "报到", "提醒", "班级", "单位", "看板", "办事", "文件"]) {
    await open.screen(screen);
    expect([screen, await page.getByText(ENDED).count()]).toEqual([screen, 1]);
  }
  await open.screen("今天");
  await open.isReadable("ended-today");
});

test("whatever would write is refused when it is pressed, and the screen stays", async () => {
  const { page } = open;
  await open.screen("办事");
  for (const title of ["收款", "登记成绩", "读入培训计划", "全部执行"]) {
    await open.press(title);
    await page.getByRole("alert").getByText(refused(title)).waitFor();
    expect(await page.getByRole("heading", { level: 2 }).textContent()).toBe("办事");
  }
  await open.screen("学员");
  await page.getByLabel("找人").fill("钱秀英");
  await page.getByLabel("找人").press("Enter");
  await open.press("改名册内容");
  await page.getByRole("alert").getByText(refused("手工修改")).waitFor();
  await open.screen("报到");
  expect(await page.getByText(refused("报到")).count()).toBe(1);
  expect(await page.getByLabel("来的人").count()).toBe(0);
});

test("it is opened again from any screen, and then takes what is done", async () => {
  const { page } = open;
  await open.press("重新打开");
  await open.press("预览");
  await open.press("执行");
  await page.getByRole("heading", { level: 2, name: /^已完成/ }).waitFor();
  await open.screen("办事");
  expect(await page.getByText(ENDED).count()).toBe(0);
  await open.press("收款");
  await page.getByRole("heading", { level: 2, name: "收款" }).waitFor();
  expect(await alert()).toBe("");
  expect(open.complaints).toEqual([]);
});
