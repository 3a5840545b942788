import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { BrowserPage } from "../../support/browser-page";
import { anpei, emptyFolder } from "../../support/cli";
import { yearEndOffice } from "../../support/year-end-office";

/** 结转到下一年度 where workbooks are files: looked at on the page, made beside the old one, as the command line makes it. */

const TODAY = "2024-12-20";
let folder: string;
let book: string;
let open: BrowserPage;

beforeAll(async () => {
  folder = emptyFolder();
  book = join(folder, "名册2024.xlsx");
  writeFileSync(book, await yearEndOffice());
  open = await BrowserPage.open({ book, today: TODAY });
}, 120_000);
afterAll(() => open?.close());

const button = (name: string) => open.page.getByRole("button", { name, exact: true });
const headline = (text: string) => open.page.getByRole("heading", { level: 2, name: text }).waitFor();

/** Rows of a book but for its own numbers and the moment of the run. */
async function seen(path: string): Promise<unknown> {
  const grids = await new XlsxHost(path).read();
  const shown = grids.flatMap(({ title, rows }) => {
    if (["封印", "操作记录"].includes(title)) return [];
    const lines = rows.map(({ at, values }) => [at, ...values]);
    return [[title, title === "设置" ? lines.filter(([, item]) => item !== "工作簿编号") : lines]];
  });
  return Object.fromEntries(shown);
}

test("a name is proposed, nothing is written before the preview is agreed to, and the new book is that of the command", async () => {
  const { page } = open;
  const [byHand, next] = [join(emptyFolder(), "另一份.xlsx"), join(folder, "名册2025.xlsx")];
  writeFileSync(join(folder, "抄本.xlsx"), readFileSync(book));
  const { exit } = anpei(["init", "--from", join(folder, "抄本.xlsx"), "--book", byHand, "--today", TODAY, "--json"]);
  expect(exit).toBeLessThan(5);
  await open.screen("办事");
  await button("结转到下一年度").click();
  const name = page.getByLabel("新工作簿的文件名");
  expect(await name.inputValue()).toBe("名册2025.xlsx");
  await open.isReadable("next-year-name");
  for (const [bad, sentence] of [
    ["../别处.xlsx", "不写文件夹"],
    ["名册2025", "以 .xlsx 结尾"],
    ["名册2024.xlsx", "同名"],
  ] as const) {
    await name.fill(bad);
    await button("下一步").click();
    await page.getByRole("alert").getByText(sentence).waitFor();
  }
  await name.fill("名册2025.xlsx");
  await button("下一步").click();
  await headline("将结转到“名册2025.xlsx”，还没有写入");
  expect(existsSync(next)).toBe(false);
  await page.getByText("持证 12 人").waitFor();
  await open.isReadable("next-year-look");
  await button("建新的工作簿").click();
  await headline("已结转到2025年度");
  await page.getByText(next).waitFor();
  await open.isReadable("next-year-made");
  expect(await seen(next)).toEqual(await seen(byHand));
  await button("返回").click();
  await button("结转到下一年度").click();
  await button("下一步").click();
  await headline("“名册2025.xlsx”已经结转过，将把后来的变化带过去，还没有写入");
});

test("the plan of next year is proposed with reasons, to copy, and nothing is written", async () => {
  const { page } = open;
  await open.screen("办事");
  await button("拟下一年计划").click();
  await page.getByRole("alert").getByText("工作簿里没有2024年的培训计划").waitFor();
  const plan = join(__dirname, "../../../templates/2024年培训计划.txt");
  expect(anpei(["plan", plan, "--book", book, "--year", "2024", "--today", TODAY]).exit).toBe(0);
  const planned = readFileSync(book);
  await button("刷新").click();
  await open.rest();
  await button("拟下一年计划").click();
  await headline("2025年的培训计划（草拟，12个班）");
  const wanted = anpei(["plan", "--propose", "2025", "--book", book, "--json", "--today", TODAY]);
  const { classes } = wanted.json as { readonly classes: readonly Readonly<Record<string, string>>[] };
  const rows = await page.locator("table tbody tr").allInnerTexts();
  expect(rows.map((row) => row.split("\t")[0])).toEqual(classes.map((one) => one.班级名称));
  await page.getByText("避开").first().waitFor();
  await open.isReadable("next-year-plan");
  expect(readFileSync(book)).toEqual(planned);
});
