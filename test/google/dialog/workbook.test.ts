import { planText } from "../../../node-sync/src/workbook/plan-2024";
import { deskOf } from "../bundle/support/desk";
import { press } from "../bundle/support/press";
import { button, emptyOffice, headline, notice, office, useDialogs } from "./support/office";

const open = useDialogs();

describe("the plan", () => {
  test("is pasted, checked, previewed and loaded; another year or a broken table is refused in one sentence", async () => {
    const addOn = office();
    const dialog = await open(addOn, "menuPlan");
    await headline(dialog, "读入培训计划");
    await button(dialog, "下一步").click();
    const alert = dialog.frame.getByRole("alert");
    await alert.getByText("请粘贴通知里的培训计划表，或选择放着计划表的工作表。").waitFor();
    const text = dialog.frame.getByLabel("通知里的培训计划表");
    await text.fill(notice.replace("4月5日", "4月3日"));
    await dialog.frame.getByLabel("年度").fill("2025");
    await dialog.picture("plan-form");
    await button(dialog, "下一步").click();
    await alert.getByText("一本工作簿只管一个年度").waitFor();
    await dialog.frame.getByLabel("年度").fill("明年");
    await button(dialog, "下一步").click();
    await alert.getByText("年度请写四位数字，例如 2024。").waitFor();
    await dialog.frame.getByLabel("年度").fill("");
    await button(dialog, "下一步").click();
    await headline(dialog, /^将要改动 \d+ 格，新增 2 行/);
    await dialog.frame.getByText("更换", { exact: true }).waitFor();
    await dialog.picture("plan-preview");
    await button(dialog, "返回").click();
    expect(await text.inputValue()).toContain("4月3日");
    await button(dialog, "下一步").click();
    await headline(dialog, /^将要改动/);
    await button(dialog, "执行").click();
    await headline(dialog, /^已完成/);
  });

  test("is read from a tab as staff see it there", async () => {
    const addOn = office((tabs) => tabs.push({ title: "通知原表", cells: planCells() }));
    const dialog = await open(addOn, "menuPlan", { width: 420 });
    await headline(dialog, "读入培训计划");
    await dialog.frame.getByRole("radio", { name: "读工作表" }).check();
    await dialog.frame.getByLabel("放着计划表的工作表").selectOption("通知原表");
    await dialog.picture("plan-tab-narrow");
    await button(dialog, "下一步").click();
    await headline(dialog, "没有改动（0 处），不用执行。");
  });
});

describe("the workbook", () => {
  test("is built in an empty Sheet, for the year that is asked for, and loads its plan right away", async () => {
    const addOn = emptyOffice();
    const dialog = await open(addOn, "menuInit");
    await headline(dialog, "初始化/升级工作簿");
    await button(dialog, "下一步").click();
    await dialog.frame.getByRole("alert").getByText("新工作簿需要写明计划年度，例如 2024。").waitFor();
    await dialog.frame.getByLabel("计划年度").fill("2024");
    await dialog.page.keyboard.press("Enter");
    await headline(dialog, "将要新建 17 张表。原有内容不动。");
    await dialog.picture("init-preview");
    await button(dialog, "执行").click();
    await headline(dialog, "已完成：新建 17 张表。原有内容不动。");
    expect(press(addOn, "menuPlan", notice).result.headline).toContain("新增 11 行");
    const again = await open(addOn, "menuInit");
    await headline(again, "工作簿是完整的，没有改动（0 处）。");
    expect(await button(again, "执行").count()).toBe(0);
  });

  test("has to be there before anything else: an action says how to get it", async () => {
    const dialog = await open(emptyOffice(), "menuAssign");
    await dialog.frame.getByRole("alert").getByText("请先运行菜单里的“初始化/升级工作簿”").waitFor();
  });

  test("gets back the columns that somebody deleted", async () => {
    const addOn = office();
    addOn.outside(({ SpreadsheetApp }) => SpreadsheetApp.getActive().getSheetByName("名册")?.deleteColumn(5));
    const dialog = await open(addOn, "menuInit");
    await headline(dialog, "将要补上 1 列。原有内容不动。");
    await dialog.picture("init-repair");
    await button(dialog, "执行").click();
    await headline(dialog, "已完成：补上 1 列。原有内容不动。");
  });
});

test("操作记录 lists the runs, the latest first; each that stands can be undone from there", async () => {
  const addOn = office();
  const before = deskOf(addOn).value("名册", 3, "进度");
  press(addOn, "menuAll");
  const dialog = await open(addOn, "menuLog");
  await headline(dialog, "最近的操作");
  const rows = dialog.frame.locator("tbody tr");
  expect(await rows.locator("th").allTextContents()).toEqual(["R00002", "R00001"]);
  await dialog.picture("log");
  await button(dialog, "撤销 R00002").click();
  await headline(dialog, /^将要改动/);
  await dialog.picture("undo-preview");
  await button(dialog, "执行").click();
  await headline(dialog, /^已完成，运行号 R00003/);
  expect(deskOf(addOn).value("名册", 3, "进度")).toBe(before);
  await button(dialog, "返回").click();
  await headline(dialog, "最近的操作");
  expect(await rows.nth(1).textContent()).toContain("已撤销");
  expect(await button(dialog, "撤销 R00002").count()).toBe(0);
  await dialog.page.setViewportSize({ width: 420, height: 560 });
  await dialog.picture("log-narrow");
});

test("undoing says what somebody changed since and is left alone", async () => {
  const addOn = office();
  const slack = () => Array.from({ length: 40 }, (_, index) => deskOf(addOn).value("名册", index + 2, "余量天数"));
  const before = slack();
  press(addOn, "menuAssign");
  const changed = slack().findIndex((value, index) => value !== before[index]);
  deskOf(addOn).put("名册", changed + 2, "余量天数", "7");
  const dialog = await open(addOn, "menuUndo");
  await dialog.frame.getByRole("heading", { name: "后来有人改过、保留不动的有 1 处" }).waitFor();
  await dialog.frame.getByText("的“余量天数”后来改成了“7”，撤销时保留。").waitFor();
  await dialog.picture("undo-kept");
  await button(dialog, "执行").click();
  await headline(dialog, /^已完成/);
  expect(deskOf(addOn).value("名册", changed + 2, "余量天数")).toBe(7);
});

/** The table of 2024 as a tab holds it, with a title above. */
function planCells(): string[][] {
  return planText()
    .split("\n")
    .map((line) => line.split("\t"));
}
