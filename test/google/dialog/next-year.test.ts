import { edit, type LabTab, rowWhere, tabOf } from "../../hosts/lab";
import type { AddOn } from "../bundle/support/add-on";
import { deskOf } from "../bundle/support/desk";
import { dumpTabs, loadTabs } from "../lab";
import { button, headline, office, officeOf, useDialogs } from "./support/office";

/** 结转到下一年度 by clicks: the old Sheet is looked at and prepared, a copy becomes the new book, its code marks the old one. */

const open = useDialogs();
const DECEMBER = "2024-12-20T10:00:00+08:00";

function oldSheet(): AddOn {
  const addOn = office((tabs: LabTab[]) => {
    const settings = tabOf(tabs, "设置");
    edit(settings, rowWhere(settings, "项", "工作簿编号"), "值", "0123456789ab");
  });
  addOn.at(DECEMBER);
  return addOn;
}

/** What 制作副本 gives: another document with the same cells. */
function copyOf(addOn: AddOn): AddOn {
  const copy = officeOf(DECEMBER);
  loadTabs(copy.google.workbook, dumpTabs(addOn.google.workbook));
  Object.assign(copy.google.workbook, { id: "a-copy-of-it" });
  return copy;
}

const setting = (addOn: AddOn, item: string): string => {
  const desk = deskOf(addOn);
  const rows = Array.from({ length: desk.lastRow("设置") - 1 }, (_, index) => index + 2);
  const row = rows.find((one) => desk.value("设置", one, "项") === item);
  return row === undefined ? "" : String(desk.value("设置", row, "值") ?? "");
};

test("looked at and prepared in the old Sheet, done in the copy, marked by the code", async () => {
  const old = oldSheet();
  const ahead = await open(old, "menuAll");
  await headline(ahead, /^将要改动/);
  await button(ahead, "执行").click();
  await headline(ahead, /^已完成/);
  const looking = await open(old, "menuNextYear", { width: 560 });
  await headline(looking, "结转到下一年度");
  await looking.frame.getByText("将结转到2025年度，还没有写入").waitFor();
  await looking.picture("next-year-old");
  await button(looking, "准备制作副本").click();
  await headline(looking, "准备好了，请制作副本");
  await looking.picture("next-year-steps");

  const copy = copyOf(old);
  const asked = await open(copy, "menuFees");
  await headline(asked, "这张表格是复制出来的，请定下它是什么");
  await asked.picture("next-year-question");
  await button(asked, "结转到下一年度").click();
  await headline(asked, "将结转到2025年度，还没有写入");
  expect(setting(copy, "计划年度")).toBe("2024");
  await asked.picture("next-year-preview");
  await button(asked, "结转").click();
  await headline(asked, "已结转，这张表格现在是2025年度的工作簿");
  await asked.picture("next-year-done");
  expect([setting(copy, "计划年度"), setting(copy, "结转自")]).toEqual(["2025", "0123456789ab"]);
  const number = setting(copy, "工作簿编号");
  expect(number).toMatch(/^[0-9a-f]{12}$/u);
  const code = (await asked.frame.getByRole("region", { name: "结转码" }).locator("p.text").textContent()) ?? "";
  expect(code.startsWith(`${number}-`)).toBe(true);
  const again = await open(copy, "menuNextYear");
  await again.frame.getByText(code).waitFor();
  const beside = await open(copy, "menuSidebar", { width: 300 });
  await beside.frame.getByText("这张表格是从上年结转来的").waitFor();
  const besideOld = await open(old, "menuSidebar", { width: 300 });
  await besideOld.frame.getByText("副本已经结转好的，请把结转码粘贴到").waitFor();
  await besideOld.picture("next-year-notice");

  const marking = await open(old, "menuDoMarkCarried");
  await marking.frame.getByLabel("结转码").fill("0f1e2d3c4b5a-000000-0000");
  await button(marking, "预览").click();
  await marking.frame.getByText("这不是从这本工作簿结转出去的结转码").first().waitFor();
  await marking.frame.getByLabel("结转码").fill(code);
  await button(marking, "预览").click();
  await headline(marking, /^将要改动/);
  await marking.picture("next-year-mark");
  await button(marking, "执行").click();
  await headline(marking, /^已完成/);
  expect(setting(old, "已结转到")).toBe(number);
});

test("a copy that was cut off is finished by whoever opens the page next, before anything of it is shown", async () => {
  const old = oldSheet();
  await headline(await open(old, "menuNextYear"), "结转到下一年度");
  old.call("pageCall", "turn", { step: "prepare", decision: null });
  const copy = copyOf(old);
  const dialog = await open(copy, "menuNextYear");
  await headline(dialog, "将结转到2025年度，还没有写入");
  const stop = cutAfterJournal(copy);
  await button(dialog, "结转").click();
  await dialog.frame.getByRole("alert").getByText("会接着写完").waitFor();
  stop();
  expect([setting(copy, "计划年度"), setting(copy, "工作簿编号")]).toEqual(["2024", "0123456789ab"]);
  const again = await open(copy, "menuNextYear");
  await again.frame.getByRole("region", { name: "结转码" }).waitFor();
  expect([setting(copy, "计划年度"), setting(copy, "结转自")]).toEqual(["2025", "0123456789ab"]);
});

/** Every call fails from the moment on in which what is to be done stands in the log. */
function cutAfterJournal({ google }: AddOn): () => void {
  let isBegun = false;
  return google.onCall((name) => {
    const { cells = [] } = dumpTabs(google.workbook).find(({ title }) => title === "_改动") ?? {};
    isBegun ||= cells.some(([, , content]) => String(content).startsWith('|{"v":"turn"'));
    if (isBegun && /^Range\.(set|clear)/.test(name)) throw new Error("cut off");
  });
}
