import { cellsOf, sheetOf } from "../bundle/support/cells";
import { press } from "../bundle/support/press";
import { seriousFaults } from "./support/accessible";
import { button, headline, useDialogs } from "./support/office";
import { paleTexts, squeezed, tooWide } from "./support/readable";
import { reportInDay } from "./support/report-in-day";

/** 提醒 over the built page and script. */

const open = useDialogs();

test("what is ticked is marked as told and nothing else; a text is copied or shown; it fits and can be read", async () => {
  const { addOn } = await reportInDay();
  press(addOn, "menuAll");
  const dialog = await open(addOn, "menuSidebar", { width: 1280 });
  const { frame, page } = dialog;
  page.setDefaultTimeout(10_000);
  await button(dialog, "提醒").click();
  await headline(dialog, "提醒");
  for (const width of [300, 360, 1280, 1920]) {
    await page.setViewportSize({ width, height: 760 });
    expect([await tooWide(dialog), await squeezed(dialog)]).toEqual([[], []]);
    await dialog.picture(`reminders-${width}`);
  }
  expect(await paleTexts(dialog)).toEqual([]);
  expect(await seriousFaults(dialog)).toEqual([]);
  expect(await frame.locator("main b").count()).toBe(0);
  await frame
    .getByRole("button", { name: /^复制 / })
    .first()
    .click();
  await frame
    .getByText(/已复制|请按 Ctrl\+C 复制/)
    .first()
    .waitFor();
  // A frame of Google's does not let its page at the clipboard, and the browser says so.
  const refused = dialog.complaints.filter((one) => one.includes("Clipboard API has been blocked"));
  for (const one of refused) dialog.complaints.splice(dialog.complaints.indexOf(one), 1);
  const ticks = frame.getByRole("checkbox");
  expect(await ticks.count()).toBeGreaterThan(2);
  const ids = await ticks.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")?.split("，").at(-1) ?? ""));
  for (const index of [0, 1, 2]) await ticks.nth(index).check();
  await ticks.nth(1).uncheck();
  await frame.getByLabel("怎样通知的").selectOption("微信");
  await button(dialog, "标记已通知（2条）").click();
  await headline(dialog, /^将要/);
  await button(dialog, "执行").click();
  await headline(dialog, /^已完成/);
  expect(toldBy(addOn)).toEqual([ids[0], ids[2]].sort());
  await button(dialog, "返回").click();
  await headline(dialog, "提醒");
  expect(await button(dialog, "标记已通知（2条）").count()).toBe(0);
});

/** 编号 of the lines of 待办 that somebody was told of by WeChat. */
function toldBy(addOn: Parameters<typeof sheetOf>[0]): string[] {
  const lines = cellsOf(sheetOf(addOn)).待办 as readonly (readonly [number, Readonly<Record<string, unknown>>])[];
  return lines.flatMap(([, cells]) => (cells.通知方式 === "微信" ? [String(cells.编号)] : [])).sort();
}
