import { addRows, type LabTab, tabOf } from "../../hosts/lab";
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
