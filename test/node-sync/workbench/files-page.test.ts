import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { readEntries } from "../../../node-sync/src/xlsx/patch/zip-read";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { BrowserPage } from "../../support/browser-page";
import { anpei, emptyFolder } from "../../support/cli";

/** Staff drop, look, tick and download: all of it over the real server. */

const LIST = `姓名,证件号,手机号,工作单位,职位,申报类型,证件有效期
甲一,379999198001010024,19900000001,示例金矿有限公司,主要负责人,再培训,2024.6.20
,379999199001010011,19900000004,示例金矿有限公司,安全生产管理人员,初培,
`;
const OTHER = `姓名,证件号,手机号,工作单位,职位,申报类型,证件有效期
乙二,37999919750815003X,19900000002,示例石英矿,安全生产管理人员,再培训,2024.6.20
`;

let folder: string;
let book: string;
let open: BrowserPage;

beforeAll(async () => {
  folder = join(emptyFolder(), "demo");
  expect(anpei(["demo", folder]).exit).toBe(0);
  book = join(folder, "名册.xlsx");
  open = await BrowserPage.open({ book, today: "2024-03-19" });
}, 120_000);
afterAll(() => open?.close());

const file = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const snapshot = async () => snapshotOf(await new XlsxHost(book).read());
const outcome = (kind: string) =>
  open.page.locator(".outcome", { has: open.page.getByRole("heading", { level: 3, name: kind }) });

/** Drops files on the page, wherever it is. */
async function drop(files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
  const held = await open.page.evaluateHandle(
    `(() => {
      const transfer = new DataTransfer();
      for (const { name, text } of ${JSON.stringify(files)}) transfer.items.add(new File([text], name));
      return transfer;
    })()`,
  );
  await open.page.dispatchEvent("main", "drop", { dataTransfer: held });
}

/** All that lies in a folder, which may be another program's and gone by now. */
async function placesIn(place: string): Promise<string[]> {
  return (await readdir(place, { recursive: true }).catch(() => [])).map((name) => join(place, name));
}

test("files that are dropped on any screen are told apart by what they hold; a bad one keeps nobody from the others", async () => {
  const { page } = open;
  await open.screen("今天");
  await drop([
    { name: "金矿.csv", text: LIST },
    { name: "坏的.xlsx", text: "你好" },
    { name: "石英.csv", text: OTHER },
    {
      name: "成绩.csv",
      text: "考试成绩（截至2024年3月18日）\n身份证号码,姓名,得分,是否合格,考试时间\n379999198001010024,甲一,90,合格,2024-03-18\n",
    },
    { name: "卡.csv", text: "卡号,密码,科目,类型\n0009,pw-secret-1,三项岗位人员,再培训\n" },
  ]);
  await page.getByRole("button", { name: "读入（5个文件）" }).waitFor();
  const kinds = [];
  for (const one of await page.locator(".files select").all()) kinds.push(await one.inputValue());
  expect(kinds).toEqual(["people", "people", "people", "成绩", "cards"]);
  const lists = outcome("单位的名单");
  expect(await lists.locator(".file", { hasText: "金矿.csv" }).textContent()).toContain("共2行，新增1，退回1");
  expect(await lists.locator(".file", { hasText: "坏的.xlsx" }).textContent()).toContain("没有找到名单");
  await lists.getByText("逐行看改动").click();
  expect(await lists.getByRole("row", { name: /甲一/ }).textContent()).toContain("手机号：19900000001");
  expect(await page.locator("body").textContent()).not.toContain("pw-secret-1");
  const early = (kind: string) => outcome(kind).getByText("里面的新人这里先写").count();
  expect([await early("单位的名单"), await early("考试成绩名单"), await early("模拟卡清单")]).toEqual([0, 1, 0]);
  await open.isReadable("files-preview");
});

test("an unticked file is left out of what is decided, and stays; the others are taken in, and their replies can be fetched", async () => {
  const { page } = open;
  await page.getByRole("checkbox", { name: "读入石英.csv" }).uncheck();
  await page.getByRole("button", { name: "读入（4个文件）" }).waitFor();
  expect(await outcome("单位的名单").textContent()).not.toContain("石英.csv");
  await page.evaluate(`(() => {
    window.said = new Set();
    const note = () => window.said.add(document.getElementById("status").textContent);
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  })()`);
  await open.press("读入（4个文件）");
  await page
    .getByRole("region", { name: "刚才读入的" })
    .getByText(/已读入，运行号 R\d+/)
    .first()
    .waitFor();
  await page.getByText("请到“今天”点“全部执行”").waitFor();
  await open.rest();
  // What the page says itself, and what the server tells of the command's progress.
  expect(await page.evaluate<string[]>("[...window.said]")).toEqual(
    expect.arrayContaining([expect.stringContaining("正在读入金矿.csv"), expect.stringContaining("正在写入")]),
  );
  const after = await snapshot();
  expect(after.roster.filter(({ name }) => name === "甲一" || name === "乙二").map(({ name }) => name)).toEqual(["甲一"]);
  expect(after.cards.some(({ number }) => number === "0009")).toBe(true);
  const [downloaded] = await Promise.all([
    page.waitForEvent("download"),
    page
      .getByRole("region", { name: "可以下载" })
      .getByRole("link", { name: /退回.*\.xlsx/ })
      .first()
      .click(),
  ]);
  expect(readEntries(readFileSync(await downloaded.path())).length).toBeGreaterThan(3);
  expect(await page.getByText("文件也放在：").first().textContent()).toContain(join(folder, "回执"));
  expect(await page.getByRole("checkbox", { name: "读入石英.csv" }).isChecked()).toBe(false);
  await open.isReadable("files-done");
});

test("staff say themselves what a file is where its contents do not", async () => {
  const { page } = open;
  await open.press("不要了 石英.csv");
  await page.locator("#files").setInputFiles([file("名单.csv", OTHER)]);
  await page.getByRole("button", { name: "读入（1个文件）" }).waitFor();
  await page.getByRole("combobox", { name: "名单.csv当作什么读入" }).selectOption("模拟卡清单");
  await outcome("模拟卡清单").locator(".fault").waitFor();
  await page.getByRole("combobox", { name: "名单.csv当作什么读入" }).selectOption("单位的名单");
  await outcome("单位的名单").getByText("新增1").waitFor();
  await open.press("不要了 名单.csv");
});

test("a list that would replace a whole column is asked about, and taken all the same once staff say so; the result has its undo", async () => {
  const { page } = open;
  const mine = (await snapshot()).roster.filter(({ unit }) => unit === "示例金矿有限公司").slice(0, 6);
  const alike = mine.map(({ name, idNumber, unit }) => `${name},${idNumber},19900009999,${unit}`);
  await page.locator("#files").setInputFiles([file("同号.csv", ["姓名,证件号,手机号,工作单位", ...alike].join("\n"))]);
  await outcome("单位的名单").getByText("整个文件没有采用").waitFor();
  await open.rest();
  await open.isReadable("files-question");
  await page.getByRole("checkbox", { name: "仍要读入 同号.csv" }).check();
  await outcome("单位的名单").getByText("冲突6").waitFor();
  const before = (await snapshot()).conflicts.length;
  await open.press("读入（1个文件）");
  const done = page.getByRole("region", { name: "刚才读入的" });
  await done.getByText(/已读入，运行号 R\d+/).waitFor();
  expect((await snapshot()).conflicts.length).toBe(before + 6);
  await done.getByRole("button", { name: /^撤销 R/ }).click();
  await open.press("执行");
  await page.getByRole("heading", { level: 2, name: /^已完成/ }).waitFor();
  expect((await snapshot()).conflicts.length).toBe(before);
  await open.press("返回");
  await done.getByText(/^R\d+ 已经撤销。$/).waitFor();
  expect(await done.getByRole("button", { name: /^撤销/ }).count()).toBe(0);
});

test("a form stays where files are dropped on it, with what was typed; they are looked at where they wait", async () => {
  const { page } = open;
  await open.screen("办事");
  await open.press("退款");
  const reason = page.getByLabel(/^原因/);
  await reason.fill("写了一半");
  await drop([{ name: "石英.csv", text: OTHER }]);
  await page.getByText("拖进来的1个文件先放着，请到“文件”里读入。").waitFor();
  expect(await reason.inputValue()).toBe("写了一半");
  await open.screen("文件");
  await outcome("单位的名单").getByText("新增1").waitFor();
  expect(await page.getByText("先放着").count()).toBe(0);
  await open.press("不要了 石英.csv");
});

test("of a list that may be of either site nothing is taken in before staff say which", async () => {
  const { page } = open;
  const text = "姓名,身份证号,班级,报名时间,审核状态\n甲一,379999198001010024,再二,2024-03-01,审核通过\n";
  await page.locator("#files").setInputFiles([file("导出.csv", text)]);
  await page.getByText("从表头看不出是哪一种名单").waitFor();
  await open.rest();
  expect(await page.getByRole("button", { name: /^读入（/ }).count()).toBe(0);
  await open.isReadable("files-unclear");
  await page.getByRole("combobox", { name: "导出.csv当作什么读入" }).selectOption("省厅系统预约名单");
  await outcome("省厅系统预约名单").waitFor();
  await open.press("不要了 导出.csv");
});

test("发给单位: those with something new come first and ticked; their files come as one zip and lie in a folder", async () => {
  const { page } = open;
  const part = page.getByRole("region", { name: "发给单位" });
  await open.press("看看要发给谁");
  const first = part.getByRole("checkbox", { name: "发给示例金矿有限公司" });
  await first.waitFor();
  expect(await first.isChecked()).toBe(true);
  const ticks = [];
  for (const one of await part.locator(".files input").all()) ticks.push(await one.isChecked());
  expect(ticks).toEqual([...ticks].sort((a, b) => Number(b) - Number(a)));
  expect(await part.getByText("有新内容").count()).toBe(ticks.filter(Boolean).length);
  await open.isReadable("send-preview");
  await open.press("全选");
  await part.getByText(/^勾选\d+家，共\d+人。$/).waitFor();
  const before = (await snapshot()).exchanges.length;
  await open.press(/^写文件/);
  await part.getByText(/^已写好\d+个文件，运行号 R\d+。$/).waitFor();
  await open.rest();
  expect((await snapshot()).exchanges.length).toBeGreaterThan(before);
  expect(await part.getByText("文件也放在：").textContent()).toContain(join(folder, "发件"));
  const link = part.getByRole("link").first();
  const [downloaded] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const name = downloaded.suggestedFilename();
  const sent = name.endsWith(".zip") ? readEntries(readFileSync(await downloaded.path())).map((entry) => entry.name) : [name];
  expect(readdirSync(join(folder, "发件"))).toEqual(expect.arrayContaining(sent));
  await open.isReadable("send-done");
});

test("a page that is closed leaves no files with the server", async () => {
  const { page } = open;
  await open.screen("文件");
  await page.locator("#files").setInputFiles([file("关掉的.csv", OTHER)]);
  await page.getByRole("button", { name: "读入（1个文件）" }).waitFor();
  const kept = readdirSync(tmpdir()).filter((name) => name.startsWith("anpei-kept-"));
  const places = await Promise.all(kept.map(async (name) => placesIn(join(tmpdir(), name))));
  const [copy = ""] = places.flat().filter((path) => path.endsWith("关掉的.csv"));
  expect(copy).not.toBe("");
  await page.reload();
  while (existsSync(copy)) await page.waitForTimeout(20);
});

test("the screen of a unit sends that unit its file", async () => {
  const { page } = open;
  await open.screen("单位");
  await page.getByLabel("找单位").fill("石英");
  await page.getByLabel("找单位").press("Enter");
  await open.press("发给单位");
  await open.rest();
  const part = page.getByRole("region", { name: "发给单位" });
  await part.getByText("上次发的没有变化").waitFor();
  expect(await part.locator(".files li").count()).toBe(1);
});

test("a page that is closed while it takes something in leaves a workbook in which that is done", async () => {
  const page = open.page;
  await open.screen("文件");
  await page.locator("#files").setInputFiles([file("石英.csv", OTHER)]);
  await page.getByRole("button", { name: "读入（1个文件）" }).waitFor();
  const sent = page.waitForRequest(/\/job$/);
  await open.press("读入（1个文件）");
  await sent;
  await page.close();
  for (let has = false; !has; ) has = (await snapshot()).roster.some(({ name }) => name === "乙二");
});

test("when the server is gone, the files that were chosen stay, and a sentence says what to do", async () => {
  const second = await BrowserPage.open({ book, today: "2024-03-19" });
  const { page } = second;
  await second.screen("文件");
  await page.locator("#files").setInputFiles([file("金矿.csv", LIST), file("石英.csv", OTHER)]);
  await page.getByRole("button", { name: "读入（2个文件）" }).waitFor();
  open.kill();
  await second.press("读入（2个文件）");
  await page.getByRole("alert").getByText("选好的文件还在").waitFor();
  await page.getByText("请重新打开工作台").waitFor();
  expect(await page.getByRole("checkbox", { name: /^读入.*csv$/ }).count()).toBe(2);
  await second.close();
});
