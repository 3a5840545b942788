import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { BrowserPage } from "../../support/browser-page";

/** The first morning: no workbook yet, only the notice. */

const NOTICE = join(__dirname, "../../fixtures/notice-2024.txt");

const PLAN = `班级名称,证件有效期限月份,中心网站报名截止时间,省厅系统预约培训时间,报到时间,学习时间
再培训班第一期,3-4月,2月21日,1月23日-2月22日,2月26日9:00-11:00,2月26日-2月29日
`;

let open: BrowserPage;
let book: string;

beforeEach(async () => {
  book = join(mkdtempSync(join(tmpdir(), "anpei-first-")), "名册.xlsx");
  open = await BrowserPage.open({ book, today: "2024-01-02" });
});
afterEach(() => open?.close());

const settings = async () => snapshotOf(await new XlsxHost(book).read(["settings", "plan"]), ["settings", "plan"]);

test("the notice is pasted, its classes stand beside it, and one click makes a workbook of them", async () => {
  const { page } = open;
  await page.getByRole("heading", { name: "新建工作簿" }).waitFor();
  expect(await page.getByRole("navigation").count()).toBe(0);
  expect(await page.locator(".fault").allTextContents()).toEqual([]);
  await page.getByLabel("通知，或其中的培训计划表").fill(readFileSync(NOTICE, "utf8"));
  await page.getByText("读到11个班，2024年度。").waitFor();
  expect(await page.getByRole("row", { name: /再培训班第三期/ }).textContent()).toContain("6-7月");
  await open.isReadable("first-start");
  await open.press("新建");
  await page.getByRole("heading", { name: "已新建名册.xlsx，读入11个班。" }).waitFor();
  await open.isReadable("first-made");
  await open.press("开始使用");
  await page.getByRole("heading", { level: 2, name: "今天" }).waitFor();
  expect((await settings()).plan).toHaveLength(11);
  expect(open.complaints).toEqual([]);
});

test("a file with the plan is chosen instead; what holds none is told of, and what was chosen before stays", async () => {
  const { page } = open;
  const choose = (name: string, buffer: Buffer) => page.locator("#plan-file").setInputFiles([{ name, mimeType: "", buffer }]);
  await choose("计划.csv", Buffer.from(PLAN));
  await page.getByText("读到1个班，没有写年度").waitFor();
  await choose("别的.csv", Buffer.from("姓名,电话\n甲,1\n"));
  await page.getByText("别的.csv里没有找到培训计划表").waitFor();
  expect(await page.getByText("读到1个班，没有写年度").isVisible()).toBe(true);
  await open.press("新建");
  await page.getByText("计划年度，例如 2024").waitFor();
  await page.getByLabel("计划年度").fill("2024");
  await open.press("新建");
  await page.getByRole("heading", { name: "已新建名册.xlsx，读入1个班。" }).waitFor();
  expect((await settings()).plan).toMatchObject([{ name: "再培训班第一期", year: 2024 }]);
});

test("where something came into its place meanwhile no workbook is said to be made", async () => {
  const { page } = open;
  await page.getByLabel("通知，或其中的培训计划表").fill(PLAN);
  await page.getByLabel("计划年度").fill("2024");
  await page.route("**/call", async (route) => {
    const { call, ask } = route.request().postDataJSON() as { call: string; ask: { agreed?: string | null } };
    if (call !== "init" || (ask.agreed ?? null) === null) return route.continue();
    const lacking = { tabs: [], columns: [], settings: [], version: null, isComplete: false };
    await route.fulfill({ json: { ok: true, value: { state: "changed", lacking, hash: "00", asksYear: false } } });
  });
  await open.press("新建");
  await page.getByText("没有新建：刚才有别人动过这里的文件").waitFor();
  expect(await page.getByText("已新建").count()).toBe(0);
  expect(existsSync(book)).toBe(false);
});

test("when the server is gone, what was pasted stays, and a sentence says what to do", async () => {
  const { page } = open;
  const notice = page.getByLabel("通知，或其中的培训计划表");
  await notice.fill(PLAN);
  await page.getByLabel("计划年度").fill("2024");
  open.kill();
  await open.press("新建");
  await page.getByText("没有收到").waitFor();
  await page.getByText("请重新打开工作台").waitFor();
  expect(await notice.inputValue()).toBe(PLAN);
});
