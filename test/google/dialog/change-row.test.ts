import { addRows, type LabTab, tabOf } from "../../hosts/lab";
import { deskOf } from "../bundle/support/desk";
import type { OpenDialog } from "./support/dialog";
import { button, headline, office, useDialogs } from "./support/office";
import { isReadable, previewAndApply, screen } from "./support/screens";

/** Cells of a row changed on the page, so that nobody has to open the workbook for it. */

const open = useDialogs();
const PERSON = { 报名编号: "B2024-00901", 姓名: "测试甲", 证件号: "379999198001010024", 手机号: "19900009001" };
const STATED = { 工作单位: "示例金矿", 职位: "主要负责人", 申报类型: "再培训", 证件有效期: "2024-06-15" };

const sidebar = (): Promise<OpenDialog> =>
  open(
    office((tabs: LabTab[]) => addRows(tabOf(tabs, "名册"), [{ ...PERSON, ...STATED }])),
    "menuSidebar",
    { width: 300 },
  );

test("what is wrong about somebody is put right where they were found", async () => {
  const dialog = await sidebar();
  await screen(dialog, "学员");
  await dialog.frame.getByLabel("找人").fill("测试甲");
  await dialog.page.keyboard.press("Enter");
  await button(dialog, "改名册内容").click();
  await headline(dialog, "名册：测试甲（B2024-00901）");
  await isReadable(dialog, "change-row");
  const mobile = dialog.frame.getByLabel("手机号");
  expect(await mobile.inputValue()).toBe("19900009001");
  const alert = dialog.frame.locator("#alert");
  await button(dialog, "预览").click();
  await alert.getByText("还没有改动").waitFor();
  await dialog.frame.getByLabel("学历").selectOption("高中");
  await mobile.fill("1990000900");
  await button(dialog, "预览").click();
  await alert.getByText("应为11位").waitFor();
  await mobile.fill("19900009002");
  await button(dialog, "预览").click();
  await previewAndApply(dialog);
  await button(dialog, "返回").click();
  await dialog.frame.getByRole("row", { name: "学历 高中" }).waitFor();
  await dialog.frame.getByRole("row", { name: "手机号 19900009002" }).waitFor();
});

test("a matter that is about nobody is answered on the day's screen, and is not there any more", async () => {
  const dialog = await sidebar();
  await headline(dialog, "今天");
  const answer = dialog.frame.getByRole("button", { name: /^处理：.*培训计划的提示/ });
  await answer.click();
  await dialog.frame.getByLabel("处理").selectOption("已确认");
  await button(dialog, "预览").click();
  await dialog.frame.getByText(/^待办 .*培训计划的提示 处理“未处理”→“已确认”$/).waitFor();
  await dialog.frame.getByRole("table", { name: "待办", exact: true }).waitFor();
  await previewAndApply(dialog);
  await button(dialog, "返回").click();
  await headline(dialog, "今天");
  expect(await answer.count()).toBe(0);
});

test("a setting and a payment are found by what they say, and changed in fields with the words that are allowed", async () => {
  const addOn = office((tabs: LabTab[]) =>
    addRows(tabOf(tabs, "缴费"), [{ 流水号: "F00901", 金额: "300", 方式: "现金", 付款方: "测试甲", 日期: "2024-03-18" }]),
  );
  const dialog = await open(addOn, "menuDoEdit");
  const { frame } = dialog;
  await headline(dialog, "手工修改");
  await frame.getByLabel("改哪张表").selectOption("设置");
  expect(await frame.getByRole("button", { name: /计数/u }).count()).toBe(0);
  await frame.getByLabel("改哪一行").fill("重叠");
  await dialog.page.keyboard.press("Enter");
  await headline(dialog, "设置：重叠月份");
  const value = frame.getByLabel("值");
  expect(await value.locator("option").allTextContents()).toEqual(["（不填）", "最早", "均衡", "最晚可行"]);
  await value.selectOption("均衡");
  await button(dialog, "预览").click();
  await previewAndApply(dialog);
  const settings = deskOf(addOn);
  const items = Array.from({ length: settings.lastRow("设置") - 1 }, (_, at) => at + 2);
  const place = items.find((row) => settings.value("设置", row, "项") === "重叠月份");
  expect(place && settings.value("设置", place, "值")).toBe("均衡");

  await button(dialog, "返回").click();
  await headline(dialog, "手工修改");
  await frame.getByLabel("改哪张表").selectOption("缴费");
  await frame.getByRole("button", { name: /^F00901/ }).click();
  await headline(dialog, "缴费：F00901");
  await isReadable(dialog, "change-payment");
  expect(await frame.getByLabel("方式").locator("option").allTextContents()).toEqual(expect.arrayContaining(["现金", "微信"]));
  await frame.getByLabel("付款方").fill("示例金矿");
  await button(dialog, "预览").click();
  await previewAndApply(dialog);
  expect(settings.value("缴费", settings.lastRow("缴费"), "付款方")).toBe("示例金矿");
});
