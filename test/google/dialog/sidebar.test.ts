import type { LabTab } from "../../hosts/lab";
import { addRows, columnOf, tabOf } from "../../hosts/lab";
import type { AddOn } from "../bundle/support/add-on";
import { deskOf } from "../bundle/support/desk";
import { called } from "../bundle/support/press";
import type { OpenDialog } from "./support/dialog";
import { button, headline, office, useDialogs } from "./support/office";
import { isReadable, previewAndApply, screen } from "./support/screens";

/** The whole page, beside the Sheet: a clerk looks at the day, finds somebody, and does something about them. */

const open = useDialogs();
const PERSON = { 报名编号: "B2024-00901", 姓名: "测试甲", 证件号: "379999198001010024", 工作单位: "示例金矿" };
const STATED = { 职位: "主要负责人", 申报类型: "再培训", 证件有效期: "2024-06-15" };

const withPerson =
  (name: string) =>
  (tabs: LabTab[]): void =>
    addRows(tabOf(tabs, "名册"), [{ ...STATED, ...PERSON, 姓名: name }]);

const sidebar = (addOn: AddOn): Promise<OpenDialog> => open(addOn, "menuSidebar", { width: 300 });
test("it opens with the day, and each of its screens can be read from 300 to 1920 pixels, by everybody", async () => {
  const dialog = await sidebar(office(withPerson("测试甲")));
  await headline(dialog, "今天");
  await isReadable(dialog, "today");
  await screen(dialog, "学员");
  await dialog.frame.getByLabel("找人").fill("csj");
  await dialog.frame.getByRole("button", { name: "测试甲" }).click();
  await dialog.frame.getByRole("heading", { name: "测试甲，B2024-00901" }).waitFor();
  await isReadable(dialog, "person");
  await screen(dialog, "办事");
  await isReadable(dialog, "doings");
  await screen(dialog, "操作记录");
  await isReadable(dialog, "runs");
  expect([...dialog.calls].sort()).toEqual(["open", "read"]);
  await button(dialog, "查看 R00001").click();
  await headline(dialog, "R00001，读入培训计划");
  const added = dialog.frame.getByRole("table", { name: "培训计划 新增 2024·1·再培训班第二期" });
  expect(await added.getByRole("row", { name: /^报到日/ }).textContent()).toBe("报到日2024-03-26");
  await isReadable(dialog, "run");
});

test("a line of several people says who they are, and leads to each", async () => {
  const dialog = await sidebar(office());
  await headline(dialog, "今天");
  const line = dialog.frame
    .getByRole("listitem")
    .filter({ has: dialog.frame.getByRole("button", { name: /^(收起)?名单/ }) })
    .first();
  const count = Number(/：(\d+)人/.exec((await line.textContent()) ?? "")?.[1]);
  await line.getByRole("button", { name: /^名单/ }).click();
  const people = line.locator(".people button");
  expect([count > 1, await people.count()]).toEqual([true, count]);
  const name = /^[^，]+/.exec((await people.first().textContent()) ?? "")?.[0] ?? "";
  await isReadable(dialog, "today-people");
  await people.first().click();
  await dialog.frame.getByRole("heading", { name: new RegExp(`^${name}，B2024-`) }).waitFor();
});

test("somebody is found, reported in and taken back, and the screen is there again", async () => {
  const addOn = office(withPerson("测试甲"));
  const dialog = await sidebar(addOn);
  await headline(dialog, "今天");
  await screen(dialog, "学员");
  await dialog.page.keyboard.type("测试甲");
  await dialog.page.keyboard.press("Enter");
  await dialog.frame.getByRole("heading", { name: "测试甲，B2024-00901" }).waitFor();
  const doings = dialog.frame.getByRole("group", { name: "办理" });
  expect(await doings.getByRole("button").allTextContents()).toEqual([
    ...["改名册内容", "登记预报名", "登记省厅预约", "登记资料", "收款"],
  ]);
  const focused = () => dialog.frame.locator(":focus").evaluate((element) => element.textContent);
  for (let key = 0; !/^更多/u.test((await focused()) ?? ""); key++) {
    expect(key).toBeLessThan(12);
    await dialog.page.keyboard.press("Tab");
  }
  await dialog.page.keyboard.press("Enter");
  await doings.getByRole("button", { name: "报到", exact: true }).click();
  await headline(dialog, "报到");
  expect(await dialog.frame.locator("#field-people").inputValue()).toBe("测试甲（B2024-00901）");
  await dialog.frame.locator("#field-reason").fill("单位来电说明");
  await button(dialog, "预览").click();
  await headline(dialog, /^将要/);
  await button(dialog, "执行").click();
  await headline(dialog, /^已完成/);
  await button(dialog, "返回").click();
  await dialog.frame.getByRole("row", { name: "报到日期 2024-03-20" }).waitFor();
  await screen(dialog, "今天");
  await button(dialog, "撤销上次操作").click();
  await headline(dialog, /^将要/);
  await button(dialog, "执行").click();
  await headline(dialog, /^已完成/);
  const { frame } = dialog;
  await screen(dialog, "学员");
  await frame.getByRole("heading", { name: "测试甲，B2024-00901" }).waitFor();
  expect(await frame.getByRole("row", { name: /^报到日期/ }).count()).toBe(0);
});

test("a person, a line of the day and a row that a run wrote lead to their cells in the Sheet", async () => {
  const addOn = office(withPerson("测试甲"));
  const dialog = await sidebar(addOn);
  const { frame } = dialog;
  await headline(dialog, "今天");
  const { workbook } = addOn.google;
  /** The title of the tab in front, and what its selected cell says. */
  const looked = async (link: RegExp | string): Promise<readonly unknown[]> => {
    await frame.getByRole("button", { name: link }).first().click();
    await frame.locator("main[aria-busy=false]").waitFor();
    const sheet = workbook.sheets.find(({ id }) => id === workbook.activeSheetId);
    const [area] = sheet?.selection ?? [];
    return [sheet?.title, area && sheet?.value(area.row, area.column)];
  };
  await button(dialog, "全部执行").click();
  await previewAndApply(dialog);
  await button(dialog, "返回").click();
  await headline(dialog, "今天");
  const [tab, content] = await looked(/^在表中查看/u);
  expect([tab, String(content).length > 5]).toEqual(["待办", true]);
  await screen(dialog, "学员");
  await dialog.page.keyboard.type("测试甲");
  await dialog.page.keyboard.press("Enter");
  expect(await looked("在表中查看 B2024-00901")).toEqual(["名册", "测试甲"]);
  await isReadable(dialog, "person-in-sheet");
  await screen(dialog, "操作记录");
  await button(dialog, "查看 R00001").click();
  expect(await looked("在表中查看 培训计划 新增 2024·1·再培训班第二期")).toEqual(["培训计划", expect.anything()]);
  deskOf(addOn).put("名册", deskOf(addOn).lastRow("名册"), "报名编号", "B2024-00999");
  await screen(dialog, "学员");
  await button(dialog, "在表中查看 B2024-00901").click();
  await frame.getByRole("alert").getByText("表里已经没有这一行，请刷新后再看。").waitFor();
});

test("newer data is read at a key, and a program that was pushed meanwhile is told; what was typed stays", async () => {
  const addOn = office(withPerson("测试甲"));
  let isPushed = false;
  const call: AddOn["call"] = (name, ...given) => {
    const answer = addOn.call(name, ...given);
    return isPushed ? String(answer).replace(/"build":"[0-9a-f]+"/, '"build":"another"') : answer;
  };
  const dialog = await sidebar({ ...addOn, call });
  await headline(dialog, "今天");
  await screen(dialog, "学员");
  await dialog.page.keyboard.type("B2024-00901");
  await dialog.page.keyboard.press("Enter");
  await dialog.frame.getByRole("row", { name: "工作单位 示例金矿" }).waitFor();
  const desk = deskOf(addOn);
  desk.put("名册", desk.lastRow("名册"), "工作单位", "示例铜矿");
  await dialog.page.keyboard.press("Alt+R");
  await dialog.frame.getByRole("row", { name: "工作单位 示例铜矿" }).waitFor();
  isPushed = true;
  await button(dialog, "刷新").click();
  await dialog.frame.getByRole("alert").getByText("程序已更新，请关闭侧边栏再打开").waitFor();
  expect(await dialog.frame.getByLabel("找人").inputValue()).toBe("B2024-00901");
});

test("texts of cells stay texts on every screen", async () => {
  const evil = "<img src=x onerror=alert(1)>";
  const addOn = office((tabs) => {
    withPerson(evil)(tabs);
    const roster = tabOf(tabs, "名册");
    const at = columnOf(roster, "工作单位");
    for (const cells of roster.cells.slice(1)) cells[at] = evil;
  });
  const dialog = await sidebar(addOn);
  for (const title of ["今天", "学员", "操作记录"]) {
    await screen(dialog, title);
    if (title === "学员") {
      await dialog.frame.getByLabel("找人").fill("B2024-00901");
      await dialog.page.keyboard.press("Enter");
      await dialog.frame.getByText(evil).first().waitFor();
    }
    expect(await dialog.frame.locator("img").count()).toBe(0);
  }
});

/** It speaks of what it does not hold. */
const NOTICE = "预约时请用本人的账号和密码登录省厅系统，忘记密码的请联系省厅。";

describe("the script answers what the page asks for", () => {
  test("a cell is jumped to by its row's key and column, wherever it stands by now", () => {
    const addOn = office(withPerson("测试甲"));
    const row = deskOf(addOn).lastRow("名册");
    expect(called(addOn, "jump", { table: "roster", row: "B2024-00901", column: "mobile" })).toBe(true);
    const { activeSheetId } = addOn.google.workbook;
    const roster = addOn.google.workbook.sheetTitled("名册");
    const [area] = roster?.selection ?? [];
    expect([activeSheetId, area?.row, roster?.value(1, area?.column ?? 0)]).toEqual([roster?.id, row, "手机号"]);
    expect(called(addOn, "jump", { table: "roster", row: "B2024-99999", column: null })).toBe(false);
  });

  test("a row is jumped to by a key of several columns, or by its place where it has none", () => {
    const addOn = office((tabs) => {
      addRows(
        tabOf(tabs, "名册"),
        Array.from({ length: 300 }, (_, index) => ({ ...PERSON, 报名编号: `B2024-${String(index + 1000).padStart(5, "0")}` })),
      );
      addRows(tabOf(tabs, "名册"), [{ 姓名: "没有编号" }]);
    });
    const sheet = (title: string) => addOn.google.workbook.sheetTitled(title);
    const selected = (title: string) => sheet(title)?.selection[0]?.row;
    const plan = { table: "plan", row: "2024·1·再培训班第三期", column: "reportIn" } as const;
    expect(called(addOn, "jump", plan)).toBe(true);
    expect(sheet("培训计划")?.value(selected("培训计划") ?? 0, 3)).toBe("再培训班第三期");
    const last = deskOf(addOn).lastRow("名册");
    deskOf(addOn).put("名册", last, "报名编号", "");
    expect(called(addOn, "jump", { table: "roster", row: `@${last}`, column: null })).toBe(true);
    expect(selected("名册")).toBe(last);
    expect(called(addOn, "jump", { table: "roster", row: `@${last + 1}`, column: null })).toBe(false);
    expect(called(addOn, "jump", { table: "roster", row: `@${last - 1}`, column: null })).toBe(false);
    expect(called(addOn, "jump", { table: "roster", row: "B2024-01299", column: "note" })).toBe(true);
    expect(selected("名册")).toBe(last - 1);
  });

  test("no tab with secrets is given out as text: not the program's own, nor a copy of one under another title", () => {
    const secret = "0123456789abcdef";
    const addOn = office((tabs) => {
      addRows(tabOf(tabs, "封印"), [{ 工作簿编号: "w", 密钥: secret }]);
      tabs.push({
        title: "封印的副本",
        cells: [
          ["工作簿编号", "密钥"],
          ["w", secret],
        ],
      });
      tabs.push({ title: "卡", cells: [["发的卡"], ["备注", "卡号", "密码"], ["", "0001", secret]] });
      tabs.push({
        title: "供应商",
        cells: [
          ["账号", "卡密"],
          ["0001", secret],
        ],
      });
      tabs.push({
        title: "少一列",
        cells: [
          ["初始密码*", "科目"],
          [secret, ""],
        ],
      });
      tabs.push({ title: "在下面", cells: [...Array.from({ length: 30 }, () => ["说明"]), ["卡号", "密码"], ["0001", secret]] });
    });
    for (const title of ["封印", "模拟卡", "_改动", "名册", "封印的副本", "卡", "供应商", "少一列", "在下面"])
      expect(() => called(addOn, "tabText", { title })).toThrow(`“${title}”是程序自己的表`);
  });

  test("a tab of staff's as they see it, and a sentence for one that is not there", () => {
    const addOn = office((tabs) =>
      tabs.push({
        title: "通知原表",
        cells: [
          ["班级名称", "4月5日"],
          [NOTICE, ""],
        ],
      }),
    );
    expect(called(addOn, "tabText", { title: "通知原表" })).toEqual([
      ["班级名称", "4月5日"],
      [NOTICE, ""],
    ]);
    expect(() => called(addOn, "tabText", { title: "没有" })).toThrow("没有名为“没有”的工作表");
    expect(called(addOn, "open", { clerk: null, copy: null })).toMatchObject({
      home: "sheet",
      isWorkbook: true,
      tabs: ["通知原表"],
    });
  });

  test("what is no call of the page is a sentence, and goes nowhere", () => {
    const addOn = office();
    for (const given of [
      ["write", {}],
      ["read", null],
      [null, null],
      ["commit", { decision: "{}" }],
    ]) {
      expect(JSON.parse(String(addOn.call("pageCall", ...given)))).toMatchObject({ ok: false, code: "bad-request" });
    }
  });
});
