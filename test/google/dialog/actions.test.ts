import { addRows, tabOf } from "../../hosts/lab";
import { deskOf } from "../bundle/support/desk";
import { press } from "../bundle/support/press";
import { protectTab } from "../lab";
import { button, headline, office, useDialogs } from "./support/office";

const open = useDialogs();

test("the first time it asks who works here, keeps the name, previews, applies, and says what needs a person", async () => {
  const addOn = office(undefined, null);
  const dialog = await open(addOn, "menuAll");
  await headline(dialog, "请先填写经办人");
  await button(dialog, "保存").click();
  await dialog.frame.getByRole("alert").getByText("经办人请写姓名，最多 20 个字。").waitFor();
  await dialog.picture("clerk");
  await dialog.frame.getByLabel("经办人姓名").fill(" 甲某 ");
  await dialog.page.keyboard.press("Enter");
  await headline(dialog, /^将要改动 \d+ 格/);
  await dialog.picture("all-preview");
  expect(addOn.google.properties.user.get("经办人")).toBe("甲某");
  await button(dialog, "执行").click();
  await headline(dialog, /^已完成，运行号 R\d{5}：改动 \d+ 格/);
  expect(await dialog.frame.getByText("经办人：甲某").count()).toBe(1);
  expect(await button(dialog, "执行").count()).toBe(0);
  await dialog.picture("all-result");
  await button(dialog, "关闭").click();
  expect(dialog.isClosed()).toBe(true);
});

test("another person at the same desk takes over", async () => {
  const addOn = office();
  const dialog = await open(addOn, "menuFees");
  await headline(dialog, /^将要改动/);
  await button(dialog, "更改").click();
  await button(dialog, "取消").click();
  await dialog.frame.getByText("经办人：甲").waitFor();
  await headline(dialog, /^将要改动/);
  await button(dialog, "更改").click();
  await dialog.frame.getByLabel("经办人姓名").fill("乙");
  await button(dialog, "保存").click();
  await headline(dialog, /^将要改动/);
  await button(dialog, "执行").click();
  await headline(dialog, /^已完成/);
  expect(deskOf(addOn).value("操作记录", 3, "经办人")).toBe("乙");
});

test("nothing to change is said aloud, and there is nothing to press", async () => {
  const addOn = office();
  press(addOn, "menuAll");
  const dialog = await open(addOn, "menuAssign");
  await headline(dialog, "没有改动（0 处），不用执行。");
  expect(await button(dialog, "执行").count()).toBe(0);
  expect([...dialog.calls].sort()).toEqual(["open", "read"]);
  await dialog.picture("nothing");
});

test("when somebody edits between preview and apply, nothing is written and the preview is shown again, saying so", async () => {
  const addOn = office();
  let isEdited = false;
  const beforeCall = (name: string): void => {
    if (name !== "commit" || isEdited) return;
    isEdited = true;
    deskOf(addOn).put("名册", 5, "证件有效期", "2024-12-03");
  };
  const dialog = await open(addOn, "menuAssign", { beforeCall });
  await headline(dialog, /^将要改动/);
  const runs = deskOf(addOn).lastRow("操作记录");
  await button(dialog, "执行").click();
  await dialog.frame.getByText("预览之后表格里有人改动过").waitFor();
  expect(deskOf(addOn).lastRow("操作记录")).toBe(runs);
  await dialog.picture("changed-meanwhile");
  await button(dialog, "执行").click();
  await headline(dialog, /^已完成/);
  expect(deskOf(addOn).lastRow("操作记录")).toBe(runs + 1);
});

test("texts of cells stay texts: in findings, names of classes, kinds and tabs", async () => {
  const evil = "<img src=x onerror=alert(1)>";
  const addOn = office((tabs) => {
    const roster = tabOf(tabs, "名册");
    addRows(roster, [
      { 姓名: evil, 证件号: `${evil}1`, 工作单位: evil, 申报类型: evil, 证件有效期: evil, 锁定班级: evil, 手机号: evil },
    ]);
    tabs.push({ title: `计划${evil}`, cells: [["<script>alert(2)</script>"]] });
  });
  const dialog = await open(addOn, "menuAll");
  await headline(dialog, /^将要改动/);
  await dialog.frame.getByText(evil).first().waitFor();
  await dialog.frame.getByText(evil).first().scrollIntoViewIfNeeded();
  await dialog.picture("hostile-texts");
  expect(await dialog.frame.locator("img, #content script").count()).toBe(0);
  const plan = await open(addOn, "menuPlan");
  await headline(plan, "读入培训计划");
  await plan.frame.getByRole("radio", { name: "读工作表" }).check();
  expect(await plan.frame.locator("option").allTextContents()).toContain(`计划${evil}`);
  await button(plan, "下一步").click();
  await plan.frame.getByRole("alert").getByText(`“计划${evil}”表不能作为培训计划读入`).waitFor();
  expect(await plan.frame.locator("img").count()).toBe(0);
});

describe("what goes wrong is one sentence", () => {
  test("another run holds the document", async () => {
    const addOn = office();
    const beforeCall = (name: string): void => {
      if (name === "commit") addOn.google.locks.holdElsewhere("document");
    };
    const dialog = await open(addOn, "menuAssign", { beforeCall });
    await headline(dialog, /^将要改动/);
    await button(dialog, "执行").click();
    await dialog.frame.getByRole("alert").getByText("另一个人正在运行安培台账").waitFor();
    await dialog.picture("busy");
    addOn.google.locks.release("document");
    expect(await button(dialog, "执行").isEnabled()).toBe(true);
  });

  test("a header is missing", async () => {
    const addOn = office();
    const dialog = await open(addOn, "menuFees", {
      beforeCall: (name) => name === "read" && deskOf(addOn).put("名册", 1, "应缴", "应缴金额"),
    });
    await dialog.frame.getByRole("alert").getByText("“名册”表缺少列“应缴”，请恢复这个标题后再试").waitFor();
    expect(await button(dialog, "关闭").isEnabled()).toBe(true);
    await dialog.picture("missing-header");
  });

  test.each([
    "ScriptError: We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
    "ScriptError: Authorization is required to perform that action.",
  ])("several Google accounts in one browser: %s", async (words) => {
    const dialog = await open(office(), "menuFees", {
      beforeCall: () => {
        throw new Error(words);
      },
    });
    await dialog.frame.getByRole("alert").getByText("无痕窗口或单独的浏览器用户，只登录能编辑这张表格的账号").waitFor();
    await dialog.picture("accounts");
  });

  test("a tab is protected: told before anything is pressed, and other actions go on", async () => {
    const addOn = office();
    addOn.google.setPerson("clerk@example.org");
    protectTab(addOn.google.workbook, "培训计划");
    const dialog = await open(addOn, "menuAll");
    await dialog.frame.getByRole("alert").getByText("“培训计划”表设了保护，当前账号不能改，这次没有写入。").waitFor();
    await dialog.picture("protected");
    const other = await open(addOn, "menuFees");
    await headline(other, /^将要改动/);
    await button(other, "执行").click();
    await headline(other, /^已完成/);
  });

  test("a tab is protected between preview and press: nothing is written, and once it is open again the same can be pressed", async () => {
    const addOn = office();
    addOn.google.setPerson("clerk@example.org");
    let isClosed = true;
    const beforeCall = (name: string): void => {
      if (name === "commit" && isClosed) protectTab(addOn.google.workbook, "名册");
    };
    const dialog = await open(addOn, "menuAll", { beforeCall });
    await headline(dialog, /^将要改动/);
    const desk = deskOf(addOn);
    const runs = desk.lastRow("操作记录");
    await button(dialog, "执行").click();
    await dialog.frame.getByRole("alert").getByText("“名册”表设了保护，当前账号不能改，这次没有写入。").waitFor();
    expect(desk.lastRow("操作记录")).toBe(runs);
    isClosed = false;
    protectTab(addOn.google.workbook, "名册", false);
    await button(dialog, "执行").click();
    await headline(dialog, /^已完成/);
  });

  test("no answer comes, or nothing can be undone", async () => {
    const failing = await open(office(), "menuFees", {
      beforeCall: (name) => {
        if (name === "read") throw new Error("Exceeded maximum execution time");
      },
    });
    await failing.frame.getByRole("alert").getByText("没有收到回答").waitFor();
    const addOn = office();
    press(addOn, "menuUndo");
    const dialog = await open(addOn, "menuUndo");
    await dialog.frame.getByRole("alert").getByText("没有可以撤销的操作。").waitFor();
  });
});

test("the keyboard is enough, and a screen reader is told what happens", async () => {
  const addOn = office();
  const dialog = await open(addOn, "menuFees");
  await headline(dialog, /^将要改动/);
  const focused = () => dialog.frame.locator(":focus").evaluate((element) => element.textContent);
  expect(await focused()).toMatch(/^将要改动/);
  const { keyboard } = dialog.page;
  await keyboard.press("Tab");
  expect(await focused()).toMatch(/^逐行看改动/);
  await keyboard.press("Tab");
  expect(await focused()).toBe("关闭");
  await keyboard.press("Tab");
  expect(await focused()).toBe("执行");
  await keyboard.press("Enter");
  await headline(dialog, /^已完成/);
  expect(await focused()).toMatch(/^已完成/);
  expect(await dialog.frame.locator("html").getAttribute("lang")).toBe("zh-CN");
  expect(await dialog.frame.locator("main").getAttribute("aria-busy")).toBe("false");
  expect(await dialog.frame.getByRole("status").count()).toBeLessThanOrEqual(1);
  const unnamed = await dialog.frame.locator("input:not([aria-label]), textarea, select").count();
  expect(unnamed).toBe(0);
});
