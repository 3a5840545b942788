import { FormState } from "../../../apps-script/page/forms/form-state";
import type { LabTab } from "../../hosts/lab";
import { addRows, columnOf, tabOf } from "../../hosts/lab";
import type { AddOn } from "../bundle/support/add-on";
import { deskOf } from "../bundle/support/desk";
import { protectTab } from "../lab";
import type { OpenDialog } from "./support/dialog";
import { button, headline, office, useDialogs } from "./support/office";
import { isInSight, paleTexts, tooWide } from "./support/readable";

/** What a clerk does from the menu: one form, made of what each operation declares. */

const open = useDialogs();

const PEOPLE = [
  { 报名编号: "B2024-00901", 姓名: "测试甲", 证件号: "379999198001010024", 工作单位: "示例金矿" },
  { 报名编号: "B2024-00902", 姓名: "测试甲", 证件号: "37999919750815003X", 工作单位: "示例采石场" },
  { 报名编号: "B2024-00903", 姓名: "测试乙", 证件号: "379999196402290013", 工作单位: "示例金矿" },
];
const NEWCOMER = { 报名编号: "B2024-00904", 姓名: "测试甲", 证件号: "379999198505050018", 工作单位: "示例铜矿" };
const STATED = { 职位: "主要负责人", 申报类型: "再培训", 证件有效期: "2024-06-15" };

const withPeople = (tabs: LabTab[]): void =>
  addRows(
    tabOf(tabs, "名册"),
    PEOPLE.map((person) => ({ ...STATED, ...person })),
  );
const rowOf = (addOn: AddOn, number: string): number | null => {
  const desk = deskOf(addOn);
  const rows = Array.from({ length: desk.lastRow("名册") }, (_, index) => index + 1);
  return rows.find((row) => desk.value("名册", row, "报名编号") === number) ?? null;
};
const at = (addOn: AddOn, number: string): number => {
  const row = rowOf(addOn, number);
  if (row === null) throw new Error(`no ${number}`);
  return row;
};
const cell = (addOn: AddOn, number: string, header: string): unknown => deskOf(addOn).value("名册", at(addOn, number), header);
const runs = (addOn: AddOn): number => deskOf(addOn).lastRow("操作记录");
const field = ({ frame }: OpenDialog, name: string) => frame.locator(`#field-${name}`);
const alert = ({ frame }: OpenDialog) => frame.getByRole("alert");
const focused = ({ frame }: OpenDialog) => frame.locator(":focus").evaluate((element) => element.id || element.textContent);

async function look(dialog: OpenDialog, name: string): Promise<void> {
  for (const width of [600, 320, 300]) {
    await dialog.page.setViewportSize({ width, height: 560 });
    expect([name, width, await tooWide(dialog)]).toEqual([name, width, []]);
    await dialog.picture(`${name}-${width}`);
  }
  await dialog.page.setViewportSize({ width: 560, height: 560 });
  expect([name, await paleTexts(dialog)]).toEqual([name, []]);
}

test("the form asks for what the operation declares: labels, what must be there, notes, words to choose, an example", async () => {
  const dialog = await open(office(), "menuDoCheckIn");
  await headline(dialog, "报到");
  const { frame } = dialog;
  await frame.getByText("登记报到，同时收下资料和费用").waitFor();
  expect(await frame.locator("label", { hasText: "票据号" }).textContent()).toBe("票据号");
  expect(await field(dialog, "people").getAttribute("placeholder")).toBe("例如：钱秀英");
  expect(await field(dialog, "people").getAttribute("aria-describedby")).toContain("field-people-hint");
  await frame.locator("#field-people-hint", { hasText: "写班级或单位就是其中所有的人" }).waitFor();
  expect(await field(dialog, "method").locator("option").allTextContents()).toEqual([
    "（不填）",
    "现金",
    "微信",
    "支付宝",
    "扫码",
    "转账",
  ]);
  expect(await frame.getByRole("group", { name: "交来的资料" }).getByRole("checkbox").count()).toBe(4);
  await frame.getByText("有名单文件的，把编号或姓名一列复制到“学员”里就行。").waitFor();
  expect(await focused(dialog)).toBe("field-people");
  await look(dialog, "form-empty");
});

test.each([
  ["sheet", "“报到收费表”要读文件，在这里不能办，请在办公电脑上用工作台或命令办。"],
  ["file", "“报到收费表”要读文件，请到“文件”里读入。"],
] as const)("a field that takes a file is left out, and the form says where it is taken (%s)", (home, sentence) => {
  const face = { note: null, choices: null, required: false, many: false };
  const fields = [
    { ...face, name: "file", title: "报到收费表", kind: "file" },
    { ...face, name: "day", title: "日期", kind: "day" },
  ] as const;
  const form = new FormState({ title: "", about: "", example: { input: { day: "3月26日" }, today: "2024-03-26" }, fields }, home);
  expect(form.fields.map(({ name, example }) => [name, example])).toEqual([["day", "3月26日"]]);
  expect(form.noFiles).toBe(sentence);
});

test("what is wrong stands at its field, the first of them has the focus, and nothing is written", async () => {
  const addOn = office(withPeople);
  const before = runs(addOn);
  const dialog = await open(addOn, "menuDoPay");
  await headline(dialog, "收款");
  await field(dialog, "people").fill("测试乙");
  await field(dialog, "amount").fill("三百");
  await field(dialog, "day").fill("2月30日");
  await dialog.page.keyboard.press("Enter");
  await alert(dialog).getByText("有3项要改：金额、方式、日期。").waitFor();
  const { frame } = dialog;
  expect(await frame.locator("#field-amount-fault").textContent()).toBe("写的是“三百”，不是金额。可以写：300、300.50。");
  expect(await frame.locator("#field-method-fault").textContent()).toBe("没有填写。可以写：现金、微信、支付宝、扫码、转账。");
  expect(await frame.locator("#field-day-fault").textContent()).toContain("2024年没有2月30日");
  expect(await frame.locator("[aria-invalid=true]").evaluateAll((all) => all.map(({ id }) => id))).toEqual([
    "field-amount",
    "field-method",
    "field-day",
  ]);
  expect(await focused(dialog)).toBe("field-amount");
  expect(await frame.locator("label", { hasText: "金额" }).textContent()).toBe("金额必填");
  expect(await frame.locator("[aria-required=true]").evaluateAll((all) => all.map(({ id }) => id))).toEqual([
    "field-amount",
    "field-method",
  ]);
  await dialog.page.setViewportSize({ width: 320, height: 560 });
  await button(dialog, "预览").click();
  await frame.locator("#field-amount-fault").waitFor();
  expect(await isInSight(dialog, "#field-amount-fault")).toBe(true);
  await look(dialog, "form-problems");
  await field(dialog, "amount").fill("300");
  await field(dialog, "method").selectOption("现金");
  await field(dialog, "day").fill("");
  await field(dialog, "amount").press("Enter");
  await headline(dialog, /^将要/);
  await button(dialog, "返回").click();
  await headline(dialog, "收款");
  expect(await field(dialog, "amount").inputValue()).toBe("300");
  expect(await frame.locator("[aria-invalid=true]").count()).toBe(3);
  expect(runs(addOn)).toBe(before);
});

test("of several people one is picked, by unit and last four; the number stays whoever comes into the workbook meanwhile", async () => {
  const addOn = office(withPeople);
  const beforeCall = (name: string): void => {
    if (name !== "commit" || rowOf(addOn, NEWCOMER.报名编号) !== null) return;
    const row = deskOf(addOn).lastRow("名册") + 1;
    for (const [header, text] of Object.entries({ ...STATED, ...NEWCOMER })) deskOf(addOn).put("名册", row, header, text);
  };
  const dialog = await open(addOn, "menuDoPreRegister", { beforeCall });
  await headline(dialog, "登记预报名");
  await field(dialog, "people").fill("测试甲\n测试乙，测试丙");
  await field(dialog, "class").fill("第三期");
  await button(dialog, "预览").click();
  await alert(dialog).getByText("有2项要改：学员、预报名班级。").waitFor();
  const { frame } = dialog;
  const first = frame.getByRole("group", { name: "“测试甲”是哪一个？" });
  expect(await first.getByRole("button").allTextContents()).toEqual([
    "测试甲（B2024-00901），示例金矿，主要负责人，尾号0024",
    "测试甲（B2024-00902），示例采石场，主要负责人，尾号003X",
  ]);
  await look(dialog, "form-candidates");
  await first.getByRole("button", { name: "示例采石场" }).click();
  expect(await field(dialog, "people").inputValue()).toBe("B2024-00902、测试乙、测试丙");
  await frame.getByRole("group", { name: "“测试丙”是哪一个？" }).getByRole("button", { name: "测试乙" }).click();
  expect(await field(dialog, "people").inputValue()).toBe("B2024-00902、测试乙、B2024-00903");
  expect(await focused(dialog)).toBe("field-class");
  await frame.getByRole("button", { name: "再培训班第三期" }).click();
  expect(await focused(dialog)).toBe("预览");
  await dialog.page.keyboard.press("Enter");
  await headline(dialog, /^将要/);
  await button(dialog, "执行").click();
  await frame.getByText("预览之后表格里有人改动过").waitFor();
  await button(dialog, "执行").click();
  await headline(dialog, /^已完成/);
  const booked = ["B2024-00901", "B2024-00902", "B2024-00903", "B2024-00904"].map((number) => cell(addOn, number, "预报名班级"));
  expect(booked).toEqual(["", "再培训班第三期", "再培训班第三期", ""]);
});

test("the preview tells what follows and each cell, old and new; the run can be taken back on the spot, and the next begun", async () => {
  const addOn = office(withPeople);
  const dialog = await open(addOn, "menuDoCheckIn");
  await headline(dialog, "报到");
  const { frame } = dialog;
  await field(dialog, "people").fill("测试乙");
  await field(dialog, "method").selectOption("现金");
  await frame.getByRole("button", { name: "交来的资料：全部" }).click();
  await field(dialog, "reason").fill("单位来电说明");
  await dialog.page.keyboard.press("Enter");
  await headline(dialog, /^将要改动 \d+ 格，新增 \d 行。$/);
  await frame.getByText(/^测试乙（B2024-00903）3月20日报到，现金300/).waitFor();
  const own = frame.getByRole("table", { name: "名册 测试乙（B2024-00903）" });
  expect(await own.getByRole("row", { name: "报到日期" }).textContent()).toBe("报到日期空 → 2024-03-20");
  expect(
    await frame
      .getByRole("table", { name: /^缴费 新增 F\d+$/ })
      .getByRole("row", { name: "金额" })
      .textContent(),
  ).toBe("金额300");
  await look(dialog, "form-preview");
  await button(dialog, "执行").click();
  await headline(dialog, /^已完成，运行号 R\d{5}：改动 \d+ 格，新增 \d 行。$/);
  expect(cell(addOn, "B2024-00903", "缴费状态")).toBe("已缴");
  await look(dialog, "form-done");
  await button(dialog, "撤销").click();
  await headline(dialog, /^将要/);
  await button(dialog, "执行").click();
  await headline(dialog, /^已完成/);
  expect(cell(addOn, "B2024-00903", "报到日期")).toBe("");
  await button(dialog, "返回").click();
  await headline(dialog, "报到");
  expect([await field(dialog, "people").inputValue(), await field(dialog, "method").inputValue()]).toEqual(["", ""]);
  expect(await frame.getByRole("checkbox", { checked: true }).count()).toBe(0);
});

test("another one is done in the same window", async () => {
  const addOn = office(withPeople);
  const dialog = await open(addOn, "menuDoPay");
  for (const name of ["测试乙", "B2024-00901"]) {
    await headline(dialog, "收款");
    expect(await focused(dialog)).toBe("field-people");
    await dialog.page.keyboard.type(name);
    await field(dialog, "amount").fill("300");
    await field(dialog, "method").selectOption("微信");
    await field(dialog, "amount").press("Enter");
    await headline(dialog, /^将要/);
    await button(dialog, "执行").click();
    await headline(dialog, /^已完成/);
    await button(dialog, "再办一件").click();
  }
  expect(["B2024-00903", "B2024-00901"].map((number) => cell(addOn, number, "已缴"))).toEqual([300, 300]);
});

describe("whoever is selected in the Sheet is filled in", () => {
  const rows = (row: number, count: number) => ({ row, column: 3, rows: count, columns: 1 });

  test("one row of 名册, or several, without those that a filter or a hand hides", async () => {
    const addOn = office(withPeople);
    const first = at(addOn, "B2024-00901");
    addOn.google.select("名册", rows(first, 1));
    const one = await open(addOn, "menuDoPay");
    await headline(one, "收款");
    expect(await field(one, "people").inputValue()).toBe("测试甲（B2024-00901）");
    await one.frame.getByText("已按选中的1行填好：测试甲。").waitFor();
    expect(await focused(one)).toBe("field-unit");
    await one.picture("form-selected");
    const hidden = addOn.google.workbook.sheetTitled("名册")?.rows[first];
    if (hidden) hidden.filtered = true;
    addOn.google.select("名册", rows(first, 3), rows(2, 1));
    const several = await open(addOn, "menuDoPay");
    await headline(several, "收款");
    expect(await field(several, "people").inputValue()).toMatch(
      /^测试甲（B2024-00901）、测试乙（B2024-00903）、.+（B2024-0000\d）$/,
    );
  });

  test("a row of 资料; not the header, a row without a number, a whole column or another tab; nor who was absent", async () => {
    const addOn = office(withPeople);
    deskOf(addOn).put("名册", deskOf(addOn).lastRow("名册") + 1, "姓名", "测试丁");
    const papers = await filled(addOn, "资料", rows(2, 1), "menuDoPapers");
    expect(papers).toMatch(/^.+（B2024-\d{5}）$/);
    const last = deskOf(addOn).lastRow("名册");
    for (const [title, area] of [
      ["名册", rows(1, 1)],
      ["名册", rows(last, 1)],
      ["名册", rows(1, 1000)],
      ["单位", rows(2, 1)],
    ] as const) {
      expect([title, area, await filled(addOn, title, area, "menuDoPapers")]).toEqual([title, area, ""]);
    }
    addOn.google.select("名册", rows(last - 1, 2));
    const dialog = await open(addOn, "menuDoPapers");
    await dialog.frame.getByText("已按选中的1行填好：测试乙。另有1行没有报名编号，没有填。").waitFor();
    addOn.google.select("名册", rows(last - 1, 1));
    const complete = await open(addOn, "menuDoComplete");
    await headline(complete, "结业");
    expect(await field(complete, "absent").inputValue()).toBe("");
  });

  async function filled(addOn: AddOn, title: string, area: ReturnType<typeof rows>, handler: string): Promise<string> {
    addOn.google.select(title, area);
    const dialog = await open(addOn, handler);
    await dialog.frame.locator("#field-people").waitFor();
    return field(dialog, "people").inputValue();
  }
});

test("texts of cells and of the form stay texts", async () => {
  const evil = "<img src=x onerror=alert(1)>";
  const addOn = office((tabs) => {
    withPeople(tabs);
    const roster = tabOf(tabs, "名册");
    for (const cells of roster.cells) if (cells[columnOf(roster, "姓名")] === "测试甲") cells[columnOf(roster, "姓名")] = evil;
    for (const cells of roster.cells)
      if (cells[columnOf(roster, "工作单位")] === "示例金矿") cells[columnOf(roster, "工作单位")] = evil;
  });
  addOn.google.select("名册", { row: at(addOn, "B2024-00901"), column: 1, rows: 1, columns: 1 });
  const dialog = await open(addOn, "menuDoCheckIn");
  await dialog.frame.getByText(`已按选中的1行填好：${evil}。`).waitFor();
  await field(dialog, "people").fill(evil);
  await field(dialog, "class").fill(evil);
  await field(dialog, "reason").fill(evil);
  await button(dialog, "预览").click();
  await alert(dialog).getByText("有2项要改").waitFor();
  await dialog.picture("form-hostile");
  await dialog.frame.getByRole("group", { name: evil }).getByRole("button").first().click();
  await field(dialog, "class").fill("");
  await field(dialog, "class").press("Enter");
  await headline(dialog, /^将要/);
  await button(dialog, "执行").click();
  await headline(dialog, /^已完成/);
  expect(await dialog.frame.locator("img, #content script").count()).toBe(0);
  expect(cell(addOn, "B2024-00901", "状态备注")).toContain(evil);
});

describe("what goes wrong", () => {
  test("somebody is left out, and why is said; where nobody is left, nothing is done", async () => {
    const addOn = office(withPeople);
    deskOf(addOn).put("名册", at(addOn, "B2024-00901"), "报名状态", "离职");
    const dialog = await open(addOn, "menuDoPapers");
    await headline(dialog, "登记资料");
    await field(dialog, "people").fill("B2024-00901");
    await dialog.frame.getByRole("checkbox", { name: "信息·证件照" }).check();
    await button(dialog, "预览").click();
    await alert(dialog).getByText("测试甲（B2024-00901）的报名已经结束（离职），不能登记资料。").waitFor();
    await field(dialog, "people").fill("B2024-00901、B2024-00903");
    await button(dialog, "预览").click();
    await headline(dialog, /^将要/);
    await dialog.frame.getByRole("heading", { name: "有 1 条需要人处理" }).waitFor();
    await dialog.picture("form-left-out");
  });

  test("a field that was right at the preview and is not any more leads back to the form", async () => {
    const addOn = office(withPeople);
    const beforeCall = (name: string): void => {
      if (name === "commit") deskOf(addOn).put("名册", at(addOn, "B2024-00903"), "报名编号", "B2024-00999");
    };
    const dialog = await open(addOn, "menuDoPay", { beforeCall });
    await headline(dialog, "收款");
    await field(dialog, "people").fill("B2024-00903");
    await field(dialog, "amount").fill("300");
    await field(dialog, "method").selectOption("现金");
    await button(dialog, "预览").click();
    await headline(dialog, /^将要/);
    await button(dialog, "执行").click();
    await alert(dialog).getByText("有1项要改：学员。").waitFor();
    await headline(dialog, "收款");
    expect(await focused(dialog)).toBe("field-people");
  });

  test("no answer, another run, a protected tab: one sentence, and what was typed stays", async () => {
    const addOn = office(withPeople);
    let fails = true;
    const beforeCall = (name: string): void => {
      if (name === "read" && fails) throw new Error("Exceeded maximum execution time");
      if (name === "commit") addOn.google.locks.holdElsewhere("document");
    };
    const dialog = await open(addOn, "menuDoPay", { beforeCall });
    await headline(dialog, "收款");
    await field(dialog, "people").fill("测试乙");
    await field(dialog, "amount").fill("300");
    await field(dialog, "method").selectOption("现金");
    await button(dialog, "预览").click();
    await alert(dialog).getByText("没有收到回答").waitFor();
    fails = false;
    addOn.google.setPerson("clerk@example.org");
    protectTab(addOn.google.workbook, "缴费");
    await button(dialog, "预览").click();
    await alert(dialog).getByText("“缴费”表设了保护，当前账号不能改").waitFor();
    protectTab(addOn.google.workbook, "缴费", false);
    await button(dialog, "刷新").click();
    await button(dialog, "预览").click();
    await headline(dialog, /^将要/);
    await button(dialog, "执行").click();
    await alert(dialog).getByText("另一个人正在运行安培台账").waitFor();
    expect(await button(dialog, "执行").isEnabled()).toBe(true);
  });
});
