import { unlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { BrowserPage } from "../../support/browser-page";
import { anpei, emptyFolder } from "../../support/cli";

let book: string;
let open: BrowserPage;
let page: Page;

beforeAll(async () => {
  const folder = join(emptyFolder(), "demo");
  expect(anpei(["demo", folder]).exit).toBe(0);
  book = join(folder, "名册.xlsx");
  open = await BrowserPage.open({ book, today: "2024-03-19" });
  ({ page } = open);
}, 120_000);
afterAll(() => open?.close());

const runs = async () => snapshotOf(await new XlsxHost(book).read(["runs"]), ["runs"]).runs;

test("the page of the demonstration: a run is taken back by clicks, and stands so in the file", async () => {
  await page.getByRole("button", { name: "操作记录" }).click();
  await page.getByText("R00018").waitFor();
  expect(await page.title()).toBe("安培台账");
  await page.getByRole("button", { name: "撤销 R00018" }).click();
  await page.getByRole("button", { name: "执行" }).click();
  await page.getByText("R00019").first().waitFor();
  const after = await runs();
  expect(after.find(({ id }) => id === "R00018")).toMatchObject({ state: "已撤销" });
  expect(after.find(({ id }) => id === "R00019")).toMatchObject({ clerk: "前台", source: "工作台", state: "完成" });
});

test("what the command line writes meanwhile is shown without a click", async () => {
  await page.getByRole("button", { name: "操作记录" }).click();
  await page.getByText("R00019").waitFor();
  const edited = anpei(["do", "edit", "--cells", "名册|钱秀英|备注||下午到", "--today", "2024-03-19", "--book", book, "--json"]);
  expect(edited.exit).toBe(0);
  await page.getByText("R00020").waitFor();
});

test("there is no Sheet to look into", async () => {
  await page.getByRole("button", { name: "学员", exact: true }).click();
  await page.getByLabel("找人").fill("钱秀英");
  await page.getByLabel("找人").press("Enter");
  await page.getByRole("heading", { name: /^钱秀英，/ }).waitFor();
  expect(await page.getByText("在表中查看").count()).toBe(0);
});

test("what staff are told stays when somebody else writes", async () => {
  await page.getByRole("button", { name: "调班", exact: true }).click();
  await page.getByRole("button", { name: "预览" }).click();
  const alert = page.getByRole("alert").getByText("有1项要改");
  await alert.waitFor();
  const read = page.waitForResponse((response) => response.request().postData()?.startsWith('{"call":"read"') === true);
  const fields = ["--cells", "名册|钱秀英|备注|下午到|上午到", "--today", "2024-03-19", "--book", book];
  expect(anpei(["do", "edit", ...fields]).exit).toBe(0);
  await read;
  await page.locator("main[aria-busy=false]").waitFor();
  expect(await alert.isVisible()).toBe(true);
  await page.getByRole("button", { name: "操作记录" }).click();
  await page.getByText("R00020").waitFor();
});

test("while a program has the file open every screen says so, until it is closed", async () => {
  const marker = join(dirname(book), `~$${basename(book)}`);
  writeFileSync(marker, "");
  await page.getByText("正在 Excel 中打开").waitFor();
  unlinkSync(marker);
  await page.getByText("正在 Excel 中打开").waitFor({ state: "hidden" });
});

test("nothing was refused by the page's own policy", () => {
  expect(open.complaints).toEqual([]);
});

test("when the server is gone the page keeps what it shows and says what to do", async () => {
  open.kill();
  await page.getByText("请重新打开工作台").waitFor();
  expect(await page.getByText("R00020").isVisible()).toBe(true);
});
