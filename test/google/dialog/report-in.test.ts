import { CHANGE_PARTS, RUNS, SEALS } from "../../../apps-script/domain/schema/index";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { anpei } from "../../support/cli";
import { cellsOf, sheetOf } from "../bundle/support/cells";
import { deskOf } from "../bundle/support/desk";
import { seriousFaults } from "./support/accessible";
import { button, headline, useDialogs } from "./support/office";
import { paleTexts, tooWide } from "./support/readable";
import { CLASS, COMERS, type Comer, DAY, reportInDay } from "./support/report-in-day";

/** 报到 at the desk, by keys alone, over the built page and script. */

const open = useDialogs();

/** What both have but for who ran it when, and the keys of this copy. */
function shared(cells: ReturnType<typeof cellsOf>) {
  return Object.fromEntries(
    Object.entries(cells).filter(([title]) => ![RUNS.title, CHANGE_PARTS.title, SEALS.title].includes(title)),
  );
}

test("twenty people are taken in by keys, the same as on the command line; one is not guessed; the last is taken back", async () => {
  const { addOn, book } = await reportInDay();
  // While the first call is under way, the others wait.
  let release: () => void = () => undefined;
  const held = new Promise<void>((done) => {
    release = done;
  });
  const dialog = await open(addOn, "menuSidebar", {
    width: 1280,
    beforeCall: (name) => (name === "commit" ? held : undefined),
  });
  const { frame, page, calls } = dialog;
  page.setDefaultTimeout(10_000);
  let keys = 0;
  const press = async (...all: readonly string[]): Promise<void> => {
    for (const key of all) await page.keyboard.press(key);
    keys += all.length;
  };
  const takeIn = async ({ ending, name }: Comer, ...rest: readonly string[]): Promise<void> => {
    keys = 0;
    await press(...ending, "Enter", ...rest);
    await frame.getByRole("region", { name }).waitFor();
    await press("0", "x", "Enter");
    expect(keys).toBeLessThanOrEqual(12);
  };
  await button(dialog, "报到").click();
  await headline(dialog, "报到");
  expect(await frame.getByLabel("班级").inputValue()).toBe(CLASS);
  const [first, ...others] = COMERS;
  if (!first) throw new Error("Nobody comes.");
  // Nobody has these digits: what is typed next stands in their place.
  await press(..."9998", "Enter");
  await frame.getByText("没有找到").waitFor();
  await takeIn(first);
  await frame.getByText(`正在写入：${first.name}`).waitFor();
  for (const one of others.slice(0, -2)) await takeIn(one);
  expect(calls.filter((name) => name === "commit")).toHaveLength(1);
  const [one, other] = others.slice(-2);
  if (!one || !other) throw new Error("Nobody has the same digits.");
  // Two have these digits: Enter takes nobody, however often it is pressed.
  await press(..."2077", "Enter", "Enter");
  await frame.getByText("有2人").waitFor();
  expect(await frame.locator(".at-desk").count()).toBe(0);
  await dialog.picture("desk-several");
  await frame.getByLabel("来的人").fill("");
  await takeIn(one, "ArrowDown", "Enter");
  await takeIn(other, "ArrowDown", "ArrowDown", "Enter");
  release();
  await frame.getByText("已报到20人（今天20人）").waitFor();
  expect(calls.filter((name) => name === "commit")).toHaveLength(2);
  await frame.getByText("6000元").first().waitFor();

  const people = COMERS.flatMap(({ key }) => ["--people", key]);
  const input = [...people, "--class", CLASS, "--papers", "全部", "--method", "现金"];
  expect(anpei(["do", "check-in", ...input, "--today", DAY, "--book", book])).toMatchObject({ exit: 0 });
  expect(shared(cellsOf(sheetOf(addOn)))).toEqual(shared(cellsOf(await new XlsxHost(book).read())));
  const view = anpei(["view", "desk", "--class", CLASS, "--today", DAY, "--book", book, "--json"]).json;
  expect(view).toMatchObject({ till: { total: 6000, byMethod: [{ method: "现金", amount: 6000 }] } });

  await page.keyboard.press("Alt+z");
  await headline(dialog, /^取回 .*将要/);
  await page.keyboard.press("Alt+z");
  // The writing has told something besides, which is shown first.
  await headline(dialog, /^已完成/);
  await button(dialog, "返回").click();
  await frame.getByText("已报到1人（今天1人）").waitFor();
  await button(dialog, `取回 ${first.name}（R00019）`).waitFor();
  await dialog.picture("desk-taken-back");
});

test("what speaks against it asks for a reason; an input method's Enter and another card send nothing; it fits and can be read", async () => {
  const { addOn } = await reportInDay();
  const [first, second] = COMERS;
  if (!first || !second) throw new Error("Nobody comes.");
  const sheet = deskOf(addOn);
  const dialog = await open(addOn, "menuSidebar", { width: 1280 });
  const { frame, page, calls } = dialog;
  page.setDefaultTimeout(10_000);
  await button(dialog, "报到").click();
  await headline(dialog, "报到");
  const find = frame.getByLabel("来的人");
  await find.fill(first.ending);
  await find.dispatchEvent("keydown", { key: "Enter", isComposing: true, keyCode: 229 });
  expect(await frame.locator(".at-desk").count()).toBe(0);
  await page.keyboard.press("Enter");
  await frame.getByText("还欠300", { exact: true }).waitFor();
  // Not paid: Enter asks why, and nothing is sent.
  await page.keyboard.press("Enter");
  const reason = frame.getByLabel("仍要报到的原因");
  await expect(reason.evaluate((field) => field === field.ownerDocument.activeElement)).resolves.toBe(true);
  for (const width of [300, 360, 1280, 1920]) {
    await page.setViewportSize({ width, height: 760 });
    expect(await tooWide(dialog)).toEqual([]);
    await dialog.picture(`desk-${width}`);
  }
  expect(await paleTexts(dialog)).toEqual([]);
  expect(await seriousFaults(dialog)).toEqual([]);
  expect(await frame.locator("main b").count()).toBe(0);
  await reason.fill("单位月底转账");
  await page.keyboard.press("Enter");
  await frame.getByText("已报到1人").waitFor();
  expect(calls.filter((name) => name === "commit")).toHaveLength(1);
  // The next card is read while somebody stands there: nobody is taken.
  await find.fill(second.ending);
  await page.keyboard.press("Enter");
  await frame.getByRole("region", { name: second.name }).waitFor();
  for (const key of `37060219800103${COMERS[2]?.ending}`) await page.keyboard.press(key);
  await page.keyboard.press("Enter");
  await frame.getByText(`${second.name}没有办`).waitFor();
  // Meanwhile somebody else has paid for the person in front: it is looked at again.
  await find.fill(second.ending);
  await page.keyboard.press("Enter");
  await page.keyboard.press("x");
  sheet.put("名册", rowOf(addOn, second), "省厅预约状态", "退回");
  await button(dialog, "刷新").click();
  await frame.getByText("省厅预约状态是“退回”").waitFor();
  expect(calls.filter((name) => name === "commit")).toHaveLength(1);
});

function rowOf(addOn: Parameters<typeof sheetOf>[0], { key }: Comer): number {
  const grid = sheetOf(addOn).find(({ title }) => title === "名册");
  return grid?.rows.find(({ values }) => values.includes(key))?.at ?? 0;
}
