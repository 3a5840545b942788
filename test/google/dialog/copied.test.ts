import { addRows, edit, type LabTab, rowWhere, tabOf } from "../../hosts/lab";
import type { AddOn } from "../bundle/support/add-on";
import { deskOf } from "../bundle/support/desk";
import { protectTab } from "../lab";
import { button, headline, office, useDialogs } from "./support/office";

/** A Sheet made with 制作副本 of one that has sent files asks once what it is. */

const open = useDialogs();
const NAME = "0123456789ab";
const SECRET = "d".repeat(64);
const QUESTION = "这张表格是复制出来的，请定下它是什么";

function duplicate(clerk: string | null = "甲"): AddOn {
  return office((tabs: LabTab[]) => {
    const settings = tabOf(tabs, "设置");
    edit(settings, rowWhere(settings, "项", "工作簿编号"), "值", NAME);
    addRows(tabOf(tabs, "封印"), [{ 工作簿编号: NAME, 密钥: SECRET, 所在表格: "the-sheet-it-was-copied-from" }]);
  }, clerk);
}

const sealsOf = (addOn: AddOn) => {
  const desk = deskOf(addOn);
  const rows = Array.from({ length: desk.lastRow("封印") - 1 }, (_, index) => index + 2);
  return rows.map((row) => ["工作簿编号", "密钥", "所在表格"].map((header) => String(desk.value("封印", row, header))));
};

/** All that the script answered the page and wrote into its log. */
function listening(addOn: AddOn): { readonly heard: () => string; readonly addOn: AddOn } {
  const answers: unknown[] = [];
  const call: AddOn["call"] = (name, ...given) => {
    const answer = addOn.call(name, ...given);
    answers.push(answer ?? null);
    return answer;
  };
  return { addOn: { ...addOn, call }, heard: () => JSON.stringify([answers, addOn.google.log, addOn.google.ui.dialogs]) };
}

test("one of its own gets another name and secret, which never come to the page, and is not asked again", async () => {
  const { addOn, heard } = listening(duplicate(null));
  const dialog = await open(addOn, "menuFees");
  await headline(dialog, QUESTION);
  await dialog.picture("copied");
  const [before = []] = sealsOf(addOn);
  await button(dialog, "各用各的").click();
  await headline(dialog, "请先填写经办人");
  await dialog.frame.getByLabel("经办人姓名").fill("甲某");
  await button(dialog, "保存").click();
  await headline(dialog, /^将要改动/);
  await button(dialog, "更改").click();
  await button(dialog, "保存").click();
  await headline(dialog, /^将要改动/);
  const [old, own = [], ...more] = sealsOf(addOn);
  expect([old, more]).toEqual([before, []]);
  expect(own).toEqual([
    expect.stringMatching(/^[0-9a-f]{12}$/),
    expect.stringMatching(/^[0-9a-f]{64}$/),
    addOn.google.workbook.id,
  ]);
  const again = await open(addOn, "menuAssign");
  await headline(again, /^将要改动/);
  expect([...again.calls].sort()).toEqual(["open", "read"]);
  for (const secret of [SECRET, own[1]]) expect(heard()).not.toContain(secret);
});

test("the one that goes on keeps its name and secret", async () => {
  const { addOn, heard } = listening(duplicate());
  const dialog = await open(addOn, "menuLog");
  await headline(dialog, QUESTION);
  await button(dialog, "接替原来那一本").click();
  await headline(dialog, "最近的操作");
  expect(sealsOf(addOn)).toEqual([[NAME, SECRET, addOn.google.workbook.id]]);
  await headline(await open(addOn, "menuPlan"), "读入培训计划");
  expect(heard()).not.toContain(SECRET);
});

test("without an answer the action goes on, and the next dialog asks again", async () => {
  const addOn = duplicate();
  const before = sealsOf(addOn);
  const dialog = await open(addOn, "menuFees", { width: 420 });
  await headline(dialog, QUESTION);
  await dialog.picture("copied-narrow");
  await button(dialog, "稍后再说").click();
  await headline(dialog, /^将要改动/);
  await button(dialog, "执行").click();
  await headline(dialog, /^已完成/);
  expect(sealsOf(addOn)).toEqual(before);
  await headline(await open(addOn, "menuInit"), QUESTION);
});

test("an answer that can't be written is one sentence, and the question stays", async () => {
  const { addOn, heard } = listening(duplicate());
  addOn.google.setPerson("clerk@example.org");
  protectTab(addOn.google.workbook, "封印");
  const dialog = await open(addOn, "menuFees");
  await headline(dialog, QUESTION);
  await button(dialog, "各用各的").click();
  await dialog.frame.getByRole("alert").getByText("“封印”表设了保护").waitFor();
  await headline(dialog, QUESTION);
  addOn.google.locks.holdElsewhere("document");
  await button(dialog, "接替原来那一本").click();
  await dialog.frame.getByRole("alert").getByText("另一个人正在运行安培台账").waitFor();
  await button(dialog, "稍后再说").click();
  await headline(dialog, /^将要改动/);
  expect(heard()).not.toContain(SECRET);
});

test.each([[7], ["both"], [{ answer: "new" }]])("the script takes no other answer: %j", (given) => {
  const addOn = duplicate();
  const before = sealsOf(addOn);
  expect(JSON.parse(String(addOn.call("pageCall", "open", { clerk: null, copy: given })))).toMatchObject({
    ok: false,
    error: expect.stringContaining("不完整"),
  });
  expect(sealsOf(addOn)).toEqual(before);
});
