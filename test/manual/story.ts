import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { writeCardList } from "../../node-sync/src/demo/card-list";
import { demoPerson } from "../../node-sync/src/demo/people";
import { writeSiteLists } from "../../node-sync/src/demo/site-lists";
import { writeUnitFiles } from "../../node-sync/src/demo/unit-files";
import type { ManualOffice } from "./office";

const NOTICE = resolve(__dirname, "../../templates/2024年培训计划.txt");
/** Whose booking the province sent back. */
const refused = demoPerson(33);
const CLASS = "再培训班第二期";

/** What a picture shows of the page. */
export interface Shot {
  /** Of the page's window; the rest is below. Pixels. */
  readonly height?: number;
  /** What stands at the upper edge of the picture: a place in the page that is scrolled to. */
  readonly from?: string;
}

/** Takes the page as it stands. The name is the file's. */
type Take = (name: string, shot?: Shot) => Promise<void>;

/** The year of an invented centre on the page, as the manual tells it: each step that the manual shows is taken. */
export async function walk(office: ManualOffice, take: Take): Promise<void> {
  await firstStart(office, take);
  await takeIn(office, take);
  await assign(office, take);
  await remind(office, take);
  await review(office, take);
  await reportIn(office, take);
  await examine(office, take);
  await certify(office, take);
  await lookBack(office, take);
  await office.end();
}

async function firstStart(office: ManualOffice, take: Take): Promise<void> {
  await office.begin("2024-01-02");
  const { page } = office;
  await page.getByLabel("通知，或其中的培训计划表").fill(readFileSync(NOTICE, "utf8"));
  await page.getByText("读到11个班，2024年度。").waitFor();
  await take("first-start");
  await office.press("新建");
  await page.getByRole("heading", { name: "已新建名册.xlsx，读入11个班。" }).waitFor();
  await office.press("开始使用");
  await page.getByRole("heading", { level: 2, name: "今天" }).waitFor();
}

async function readIn(office: ManualOffice, paths: readonly string[]): Promise<void> {
  await office.screen("文件");
  await office.page.locator("#files").setInputFiles([...paths]);
  await office.page.getByRole("button", { name: /^读入（\d+个文件）$/ }).waitFor();
  await office.rest();
}

async function taken(office: ManualOffice): Promise<void> {
  await office.press(/^读入（\d+个文件）$/);
  await office.page
    .getByText(/已读入，运行号 R\d+/)
    .first()
    .waitFor();
  await office.rest();
}

async function takeIn(office: ManualOffice, take: Take): Promise<void> {
  await office.begin("2024-03-04");
  await readIn(office, await writeUnitFiles(office.at("桌面")));
  await take("take-in");
  await taken(office);
  await take("taken-in");
}

async function all(office: ManualOffice): Promise<void> {
  await office.screen("今天");
  await office.press("全部执行");
  await office.proposed();
}

async function assign(office: ManualOffice, take: Take): Promise<void> {
  const { page } = office;
  await all(office);
  await take("assign");
  await office.apply();
  await office.screen("单位");
  await page.getByLabel("找单位").fill("金矿");
  await page.getByLabel("找单位").press("Enter");
  await office.rest();
  await take("unit");
  await office.screen("学员");
  await page.getByLabel("找人").fill("钱秀英");
  await page.getByLabel("找人").press("Enter");
  await office.rest();
  await take("person");
}

async function remind(office: ManualOffice, take: Take): Promise<void> {
  await office.screen("提醒");
  await take("reminders");
}

async function review(office: ManualOffice, take: Take): Promise<void> {
  await office.begin("2024-03-13");
  const lists = await writeSiteLists(office.at("桌面"));
  await readIn(
    office,
    lists.map(({ path }) => path),
  );
  await take("site-lists");
  await taken(office);
  await writeCardList(office.at("桌面/模拟卡.csv"));
  await readIn(office, [office.at("桌面/模拟卡.csv")]);
  await taken(office);
  await all(office);
  await office.apply();
  await office.screen("今天");
  await take("today");
  await office.screen("班级");
  await office.page.getByLabel("哪个班").selectOption({ label: CLASS });
  await office.rest();
  await take("class", { height: 800 });
  await office.press("培训安排变更");
  await office.page.locator("#field-reportIn").fill("3月27日9:00-11:00");
  await office.page.locator("#field-study").fill("3月27日-3月30日");
  await decide(office);
  await take("change-class", { from: "网站通知" });
}

async function reportIn(office: ManualOffice, take: Take): Promise<void> {
  await office.begin("2024-03-26");
  const { page } = office;
  await office.screen("报到");
  await page.getByLabel("来的人").fill("钱秀英");
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "钱秀英" }).waitFor();
  await page.keyboard.type("0x");
  await take("check-in", { height: 640 });
  await page.keyboard.press("Enter");
  await page.getByText("已报到1人").waitFor();
  await page.getByLabel("来的人").fill(refused.name);
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: refused.name }).waitFor();
  await take("check-in-no", { height: 850 });
  await page.keyboard.press("Escape");
  await page.getByText("打印", { exact: true }).click();
  await take("print", { height: 430 });
  await ofClass(office, "通过");
  await office.press("报到");
  await page.locator("#field-method").selectOption("现金");
  await decide(office);
  await take("check-in-class");
  await office.apply();
}

/** Ticks those of the class whom a count of its counts. */
async function ofClass(office: ManualOffice, count: string): Promise<void> {
  const { page } = office;
  await office.screen("班级");
  await page.getByLabel("哪个班").selectOption({ label: CLASS });
  await page.getByRole("button", { name: new RegExp(`：${count} \\d+，列出来$`) }).click();
  await page.getByRole("checkbox", { name: "全部勾选" }).check();
}

async function decide(office: ManualOffice): Promise<void> {
  await office.press("预览");
  await office.proposed();
}

async function examine(office: ManualOffice, take: Take): Promise<void> {
  await office.begin("2024-03-29");
  await ofClass(office, "已报到");
  await office.press("结业");
  await decide(office);
  await take("complete");
  await office.apply();
  await office.begin("2024-04-11");
  await ofClass(office, "已结业");
  await office.press("登记约考");
  await office.page.locator("#field-day").fill("4月10日");
  await decide(office);
  await office.apply();
  await ofClass(office, "已结业");
  await office.press("登记成绩");
  await office.page.locator("#field-result").selectOption("合格");
  await take("exam");
  await decide(office);
  await office.apply();
}

async function certify(office: ManualOffice, take: Take): Promise<void> {
  await office.begin("2024-04-25");
  await ofClass(office, "已合格");
  await office.press("登记发证");
  await office.page.locator("#field-until").fill("2027年5月7日");
  await decide(office);
  await take("issue");
  await office.apply();
}

async function lookBack(office: ManualOffice, take: Take): Promise<void> {
  await office.screen("看板");
  await take("board");
  await office.page.getByRole("navigation").getByRole("button", { name: "操作记录" }).click();
  await office.page.getByRole("heading", { level: 2, name: "最近的操作" }).waitFor();
  await take("runs");
}
