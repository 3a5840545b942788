import { join } from "node:path";
import type { BoardView } from "../../../apps-script/domain/views/board";
import type { ClassView } from "../../../apps-script/domain/views/class";
import type { UnitView } from "../../../apps-script/domain/views/unit";
import { addRows, columnOf, type LabTab, tabOf } from "../../hosts/lab";
import { anpei } from "../../support/cli";
import type { AddOn } from "../bundle/support/add-on";
import { cellsIn, useDemo } from "./support/demo";
import { type OpenDialog, pictures } from "./support/dialog";
import { button, headline, useDialogs } from "./support/office";
import { isReadable, previewAndApply, screen } from "./support/screens";

/** The screens 班级, 单位 and 看板: their numbers are those of the views, and what is done from them is what the command line does. */

const open = useDialogs();
const demo = useDemo();
const TODAY = "2024-03-20";
const CLASS = "再培训班第二期";
const UNIT = "示例铁矿有限责任公司";

const sidebar = (addOn: AddOn): Promise<OpenDialog> => open(addOn, "menuSidebar", { width: 300 });
const viewed = (id: string, question: readonly string[] = []): unknown =>
  anpei(["view", id, ...question, "--book", demo.path, "--today", TODAY, "--json"]).json;
/** The lines of a table, a text a cell. */
const linesOf = ({ frame }: OpenDialog, title: string): Promise<string[][]> =>
  frame
    .locator("table", { has: frame.locator("caption", { hasText: title }) })
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent ?? "")));

test("看板 shows the numbers of its view, in tables beside the charts, and prints on one page", async () => {
  const dialog = await sidebar(await demo.addOn(TODAY));
  await headline(dialog, "今天");
  await screen(dialog, "看板");
  const board = viewed("board") as BoardView;
  const { frame, page } = dialog;
  const numbers = frame.locator(".numbers dd");
  const { people, live, papers, money, cards, files } = board;
  const expected = [people.count, live.count, papers.complete.count, papers.short.count, money.due, money.paid, money.open];
  expect((await numbers.allTextContents()).slice(0, expected.length)).toEqual(expected.map(String));
  expect(await numbers.last().textContent()).toBe(String(files.openConflicts));
  expect(cards.byState.length).toBeGreaterThan(0);
  await dialog.picture("board-first-300");
  for (const summary of await frame.locator("summary").all()) await summary.click();
  expect(await linesOf(dialog, "各班座位和到期提示")).toEqual(
    board.classes.map(({ name, seats, lights }) =>
      [name, seats.capacity, seats.taken, seats.free, ...lightNames(board).map((light) => countOf(lights, light))].map(String),
    ),
  );
  expect((await linesOf(dialog, "再培训到期人数和座位")).map(([, due]) => Number(due))).toEqual(
    board.expiries.map(({ due }) => due.count),
  );
  expect(await linesOf(dialog, "缺的资料")).toEqual(papers.byPaper.map(({ name, count }) => [name, String(count)]));
  expect((await linesOf(dialog, "收款（按天")).map((cells) => cells[cells.length - 1])).toEqual(
    money.byDay.map(({ total }) => String(total)),
  );
  expect((await linesOf(dialog, "单位文件")).map(([, count]) => count)).toEqual(
    [files.back, files.waitedFor, files.unsent].map(({ length }) => String(length)),
  );
  expect(await frame.getByRole("img").count()).toBe(6);
  await isReadable(dialog, "board");

  await page.setViewportSize({ width: 1280, height: 700 });
  await page.goto("https://page.test/");
  await page.getByRole("button", { name: "看板", exact: true }).click();
  await page.getByRole("heading", { level: 2, name: "看板" }).waitFor();
  await dialog.picture("board-first-1280");
  const paper = await page.pdf({ path: join(pictures, "board.pdf"), preferCSSPageSize: true, printBackground: false });
  expect(paper.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

/** Those that somebody of a class has, in the order of their list. */
function lightNames({ lights, classes }: BoardView): string[] {
  const shown = classes.flatMap((one) => one.lights.map(({ name }) => name));
  return lights.flatMap(({ name }) => (shown.includes(name) ? [name] : []));
}

const countOf = (lights: BoardView["lights"], light: string): number => lights.find(({ name }) => name === light)?.count ?? 0;

test("班级 shows its people, sorted as wanted; what is done for the ticked ones is what the command line does", async () => {
  const addOn = await demo.addOn(TODAY);
  const dialog = await sidebar(addOn);
  await headline(dialog, "今天");
  await screen(dialog, "班级");
  const { frame } = dialog;
  expect(await frame.getByLabel("哪个班").inputValue()).toBe(CLASS);
  const view = viewed("class", ["--class", CLASS]) as ClassView;
  const people = await linesOf(dialog, "名单");
  expect(people.map((cells) => cells[1])).toEqual(view.people.map(({ name }) => name));
  expect(people.map((cells) => cells[9])).toEqual(view.people.map(({ feeState }) => feeState ?? ""));
  for (const { name, count } of view.lights)
    await frame.getByRole("button", { name: `到期提示：${name} ${count}，列出来` }).waitFor();
  await isReadable(dialog, "class");

  await button(dialog, "按姓名排序").click();
  const names = (await linesOf(dialog, "名单")).map((cells) => cells[1] ?? "");
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "zh-CN")));
  await button(dialog, `资料：缺资料 ${view.papers.short.count}，列出来`).click();
  expect(await linesOf(dialog, "名单")).toHaveLength(view.papers.short.count);
  await button(dialog, "列出全部").click();

  const paper = view.papers.byPaper.find(({ count }) => count > 2);
  if (!paper) throw new Error("nobody is short of a paper");
  const chosen = view.people.filter(({ key }) => paper.people.slice(0, 2).includes(key));
  // Nobody is ticked: nothing can be begun that an operation would do to everybody.
  await frame.getByText("先在名单里勾选人，再办下面这些").waitFor();
  for (const name of ["未报到", "结业", "登记资料", "调班"])
    expect([name, await button(dialog, name).isDisabled()]).toEqual([name, true]);
  await frame.getByLabel("全部勾选").check();
  await button(dialog, "未报到").click();
  expect((await frame.locator("#field-people").inputValue()).split("、")).toHaveLength(view.people.length);
  await button(dialog, "返回").click();
  await headline(dialog, "班级");
  await frame.getByLabel("全部勾选").uncheck();
  for (const { name } of chosen) await frame.getByLabel(`勾选 ${name}`, { exact: true }).check();
  await frame.getByText("办理勾选的2人。").waitFor();
  await button(dialog, "登记资料").click();
  const keys = (await frame.locator("#field-people").inputValue()).split("、");
  expect([...keys].sort()).toEqual(chosen.map(({ key, name }) => `${name}（${key}）`).sort());
  await frame.getByRole("checkbox", { name: paper.name, exact: true }).check();
  await button(dialog, "预览").click();
  await previewAndApply(dialog);
  expect(cellsIn(addOn)).toEqual(await demo.done("papers", ["--people", ...keys, "--papers", paper.name], TODAY));

  await button(dialog, "返回").click();
  await headline(dialog, "班级");
  await button(dialog, "培训安排变更").click();
  expect(await frame.locator("#field-class").inputValue()).toBe(CLASS);
  await frame.locator("#field-reportIn").fill("3月27日9:00-11:00");
  await button(dialog, "预览").click();
  await headline(dialog, /^将要/);
  const notice = frame.getByRole("region", { name: "网站通知" });
  await notice.getByRole("button", { name: "复制：网站通知" }).waitFor();
});

test("单位 is found by a part of its name; a conflict is settled by the button of a side", async () => {
  const addOn = await demo.addOn(TODAY);
  const dialog = await sidebar(addOn);
  await headline(dialog, "今天");
  await screen(dialog, "单位");
  const { frame } = dialog;
  const { conflicts } = viewed("unit", ["--unit", UNIT]) as UnitView;
  expect(conflicts).toHaveLength(0);
  await frame.getByText("有冲突还没有处理的单位").waitFor();
  const holder = (await frame.locator(".people button").first().textContent()) ?? "";
  await frame.getByLabel("找单位").fill(holder.slice(0, 4));
  await dialog.page.keyboard.press("Enter");
  await frame.getByRole("heading", { name: holder, exact: true }).waitFor();
  const view = viewed("unit", ["--unit", holder]) as UnitView;
  expect((await linesOf(dialog, "名单")).map((cells) => cells[1])).toEqual(view.people.map(({ name }) => name));
  expect((await linesOf(dialog, "往来文件")).map((cells) => cells[2])).toEqual(view.files.map(({ file }) => file));
  await isReadable(dialog, "unit");

  const [conflict] = view.conflicts;
  if (!conflict) throw new Error("no conflict");
  const { enrolment, name, column, theirs, source } = conflict;
  await button(dialog, `采用对方：${name}（${enrolment}） ${column} ${theirs}`).click();
  await previewAndApply(dialog);
  const fields = ["--people", String(enrolment), "--columns", String(column), "--source", String(source), "--side", "对方"];
  expect(cellsIn(addOn)).toEqual(await demo.done("settle", fields, TODAY));
  await button(dialog, "返回").click();
  await frame.getByRole("heading", { name: holder, exact: true }).waitFor();
  expect(await frame.getByRole("heading", { name: "冲突" }).count()).toBe(0);
});

test("a conflict that does not say whose it is has no button for a side, which would be one for all", async () => {
  const nameless = { 列: "学历", 原值: "高中", 我方: "大专", 对方: "本科", 单位: "没有写明是谁的单位" };
  const dialog = await sidebar(await demo.addOn(TODAY, (tabs) => addRows(tabOf(tabs, "冲突"), [nameless])));
  await headline(dialog, "今天");
  await screen(dialog, "单位");
  await button(dialog, nameless.单位).click();
  await dialog.frame.getByRole("cell", { name: nameless.对方 }).waitFor();
  expect(await dialog.frame.getByRole("button", { name: /^采用对方：/ }).count()).toBe(0);
});

test("texts of cells stay texts on the three screens", async () => {
  const evil = "<img src=x onerror=alert(1)>";
  const fill = (tab: LabTab, title: string): void => {
    const at = columnOf(tab, title);
    for (const cells of tab.cells.slice(1)) cells[at] = evil;
  };
  const addOn = await demo.addOn(TODAY, (tabs) => {
    for (const title of ["工作单位", "姓名", "到期提示"]) fill(tabOf(tabs, "名册"), title);
    for (const title of ["单位", "我方", "对方", "来源"]) fill(tabOf(tabs, "冲突"), title);
    fill(tabOf(tabs, "往来"), "文件");
  });
  const dialog = await sidebar(addOn);
  await headline(dialog, "今天");
  for (const title of ["班级", "单位", "看板"]) {
    await screen(dialog, title);
    if (title === "单位") await dialog.frame.getByRole("button", { name: evil }).first().click();
    await dialog.frame.getByText(evil).first().waitFor({ state: "attached" });
    expect(await dialog.frame.locator("img").count()).toBe(0);
  }
});
