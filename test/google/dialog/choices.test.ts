import { cellsOf, sheetOf } from "../bundle/support/cells";
import { seriousFaults } from "./support/accessible";
import type { OpenDialog } from "./support/dialog";
import { button, headline, office, useDialogs } from "./support/office";
import { paleTexts, tooWide } from "./support/readable";

/** A tick for each person of a preview, over the built page and script. */

const open = useDialogs();

type AddOn = ReturnType<typeof office>;
type Line = readonly [number, Readonly<Record<string, unknown>>];
const linesOf = (addOn: AddOn, tab: string) => (cellsOf(sheetOf(addOn))[tab] as readonly Line[]).map(([, cells]) => cells);
const classes = (addOn: AddOn) => new Map(linesOf(addOn, "名册").map((cells) => [String(cells.报名编号), cells.班级 ?? null]));

const choices = ({ frame }: OpenDialog) => frame.getByRole("region", { name: "要办的人" });
const ticks = (dialog: OpenDialog) => choices(dialog).getByRole("checkbox");
const ticked = (dialog: OpenDialog, all: number, count: number) =>
  choices(dialog).getByText(`共${all}人，勾选${count}人。`).waitFor();
const numberIn = async (dialog: OpenDialog, at: number): Promise<string> =>
  /（(.+)）$/u.exec((await ticks(dialog).nth(at).getAttribute("aria-label")) ?? "")?.[1] ?? "";

test("one of those who get a class is left out: the others are written, the log says so, and all can be undone", async () => {
  const addOn = office();
  const before = classes(addOn);
  const dialog = await open(addOn, "menuAssign", { width: 720 });
  dialog.page.setDefaultTimeout(10_000);
  await headline(dialog, /^将要改动/);
  const all = await ticks(dialog).count();
  expect(all).toBeGreaterThan(2);
  const [left, kept] = [await numberIn(dialog, 0), await numberIn(dialog, 1)];
  const title = await dialog.frame.getByRole("heading", { level: 2 }).textContent();
  await ticks(dialog).first().uncheck();
  await ticked(dialog, all, all - 1);
  await button(dialog, "执行").waitFor();
  expect(await dialog.frame.getByRole("heading", { level: 2 }).textContent()).not.toBe(title);
  expect(await choices(dialog).getByRole("row").filter({ hasText: left }).textContent()).toContain("这次不办");
  await dialog.frame.getByText("和刚才的预览不同的地方").waitFor();
  await dialog.picture("choices");
  await button(dialog, "执行").click();
  await headline(dialog, /^已完成/);
  expect(classes(addOn).get(left)).toBe(before.get(left));
  expect(classes(addOn).get(kept)).toMatch(/培训班/u);
  expect(String(linesOf(addOn, "操作记录").at(-1)?.摘要)).toContain(`未勾选 1人（${left}）`);
  await button(dialog, "关闭").click();
  const undo = await open(addOn, "menuUndo");
  await headline(undo, /^将要/);
  expect(await ticks(undo).count()).toBe(0);
  await button(undo, "执行").click();
  await headline(undo, /^已完成/);
  expect(classes(addOn)).toEqual(before);
});

test("ticks go by the keyboard, and focus and place stay while it is decided anew", async () => {
  const addOn = office();
  const dialog = await open(addOn, "menuAssign", { width: 720 });
  dialog.page.setDefaultTimeout(10_000);
  await headline(dialog, /^将要改动/);
  const all = await ticks(dialog).count();
  const main = dialog.frame.locator("main");
  await ticks(dialog)
    .nth(all - 1)
    .focus();
  const place = await main.evaluate((page) => page.scrollTop);
  expect(place).toBeGreaterThan(0);
  const last = await ticks(dialog)
    .nth(all - 1)
    .getAttribute("aria-label");
  await dialog.page.keyboard.press("Space");
  expect(await button(dialog, "执行").count()).toBe(0);
  await button(dialog, "执行").waitFor();
  const focused = () => main.evaluate((page) => page.ownerDocument.activeElement?.getAttribute("aria-label"));
  expect(await focused()).toBe(last);
  expect(Math.abs((await main.evaluate((page) => page.scrollTop)) - place)).toBeLessThan(200);
  await dialog.page.keyboard.press("Shift+Tab");
  await dialog.page.keyboard.press("Space");
  await ticked(dialog, all, all - 2);
  await button(dialog, "执行").waitFor();
});

test("with nobody ticked there is nothing to carry out; all again is the first preview; one can be looked at in any width", async () => {
  const addOn = office();
  const dialog = await open(addOn, "menuAll", { width: 720 });
  dialog.page.setDefaultTimeout(10_000);
  await headline(dialog, /^将要改动/);
  const title = await dialog.frame.getByRole("heading", { level: 2 }).textContent();
  await button(dialog, "全不选").click();
  await headline(dialog, "一个人也没有勾选，没有可执行的。");
  expect(await button(dialog, "执行").count()).toBe(0);
  await button(dialog, "全选").click();
  await headline(dialog, title ?? "");
  await button(dialog, "执行").waitFor();
  for (const width of [300, 360, 1280]) {
    await dialog.page.setViewportSize({ width, height: 760 });
    expect(await tooWide(dialog)).toEqual([]);
    await dialog.picture(`choices-${width}`);
  }
  expect(await paleTexts(dialog)).toEqual([]);
  expect(await seriousFaults(dialog)).toEqual([]);
});

test("somebody edits between preview and apply: who was left out still is", async () => {
  const addOn = office();
  let isEdited = false;
  const beforeCall = (name: string): void => {
    if (name !== "commit" || isEdited) return;
    isEdited = true;
    const sheet = addOn.google.workbook.sheetTitled("名册");
    sheet?.enter(5, 2, String(sheet.value(5, 2)));
    addOn.google.workbook.sheetTitled("单位")?.enter(40, 1, "新来的单位");
  };
  const dialog = await open(addOn, "menuAssign", { width: 720, beforeCall });
  dialog.page.setDefaultTimeout(10_000);
  await headline(dialog, /^将要改动/);
  const [left, before] = [await numberIn(dialog, 0), classes(addOn)];
  await ticks(dialog).first().uncheck();
  await dialog.frame.getByText("这次不办").first().waitFor();
  await button(dialog, "执行").click();
  await headline(dialog, /^已完成/);
  expect(isEdited).toBe(true);
  expect(classes(addOn).get(left)).toBe(before.get(left));
});

/** The preview of a form for the first two of 名册, with one field filled in besides. */
async function previewOfTwo(handler: string, label: string, text: string) {
  const addOn = office();
  const dialog = await open(addOn, handler, { width: 720 });
  dialog.page.setDefaultTimeout(10_000);
  const [first, second] = linesOf(addOn, "名册").map((cells) => String(cells.报名编号));
  await dialog.frame.getByLabel("学员").fill(`${first}、${second}`);
  await dialog.frame.getByLabel(label).fill(text);
  await button(dialog, "预览").click();
  await headline(dialog, /^将要/);
  return { addOn, dialog, first, second };
}

test("of a form, somebody is taken out of it", async () => {
  const { addOn, dialog, first, second } = await previewOfTwo("menuDoPreRegister", "预报名班级", "再三");
  await ticks(dialog).first().uncheck();
  await ticked(dialog, 2, 1);
  await button(dialog, "执行").click();
  await headline(dialog, /^已完成/);
  const signedUp = linesOf(addOn, "名册").filter((cells) => cells.预报名班级 === "再培训班第三期");
  expect(signedUp.map((cells) => cells.报名编号)).toContain(second);
  expect(signedUp.map((cells) => cells.报名编号)).not.toContain(first);
});

test("what cannot be without somebody says why, and the tick is back", async () => {
  const { dialog } = await previewOfTwo("menuDoMergePerson", "原因", "已核对");
  await ticks(dialog).first().uncheck();
  await dialog.frame.getByRole("alert").getByText("要写同一个人的两条或几条报名").waitFor();
  await ticked(dialog, 2, 2);
  expect(await ticks(dialog).first().isChecked()).toBe(true);
  await button(dialog, "执行").waitFor();
});

test("whoever goes back right after a tick stays where they went, and finds all ticks when they come again", async () => {
  const { dialog } = await previewOfTwo("menuDoPreRegister", "预报名班级", "再三");
  await ticks(dialog).first().uncheck();
  await button(dialog, "返回").click();
  await headline(dialog, "登记预报名");
  await dialog.page.waitForTimeout(1_000);
  await headline(dialog, "登记预报名");
  await button(dialog, "预览").click();
  await ticked(dialog, 2, 2);
});
