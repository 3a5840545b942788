import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { CARDS } from "../../../apps-script/domain/schema/index";
import { PAPERS_TO_PRINT } from "../../../apps-script/domain/views/papers/papers";
import { columnOf, type LabTab, tabOf } from "../../hosts/lab";
import { anpei, emptyFolder } from "../../support/cli";
import { paperText } from "../../support/printing/paper-text";
import { plain, textsOfPages } from "../../support/printing/press";
import { useDemo } from "./support/demo";
import type { OpenDialog } from "./support/dialog";
import { button, headline, useDialogs } from "./support/office";
import { isReadable, screen } from "./support/screens";

/** Papers are printed from the page in the Sheet: in place of the page, and as the command line writes them. */

const open = useDialogs();
const demo = useDemo();
const folder = emptyFolder();
const TODAY = "2024-03-26";
const CLASS = "再培训班第二期";

const paperIn = ({ frame }: OpenDialog) => frame.locator("body > #printed > .paper");
/** A browser that nobody looks at closes its window for printing at once: here it is as if it stayed. */
const keepPrinting = (root: Locator): Promise<void> =>
  root.evaluate((html) => {
    const view = html.ownerDocument.defaultView;
    if (view) view.print = () => undefined;
  });
/** The browser's window for printing is closed. */
const closePrinting = ({ frame }: OpenDialog): Promise<void> =>
  frame.locator("body").evaluate((body) => void body.ownerDocument.defaultView?.dispatchEvent(new Event("afterprint")));

async function onScreen(title: string, change?: (tabs: LabTab[]) => void): Promise<OpenDialog> {
  const dialog = await open(await demo.addOn(TODAY, change), "menuSidebar", { width: 300 });
  await headline(dialog, "今天");
  await keepPrinting(dialog.frame.locator("html"));
  await screen(dialog, title);
  return dialog;
}

/** What the command line writes of the same. */
function written(id: string, ...question: string[]): string {
  const words = ["print", id, ...question, "--as", "html", "--out", folder, "--book", demo.path, "--today", TODAY, "--json"];
  const { exit, json } = anpei(words);
  expect(exit).toBe(0);
  const [file = ""] = (json as { files: string[] }).files;
  return paperText(readFileSync(file, "utf8"));
}

test("班级 prints its papers, as the command line writes them", async () => {
  const dialog = await onScreen("班级");
  const { frame } = dialog;
  await frame.getByLabel("哪个班").selectOption(CLASS);
  for (const [id, title] of [
    ["sign-in", "签到表"],
    ["class-list", "班级花名册"],
  ] as const) {
    await frame.locator("summary", { hasText: "打印" }).click();
    await button(dialog, title).click();
    await headline(dialog, `打印：${title}`);
    await paperIn(dialog).waitFor({ state: "attached" });
    expect(await paperIn(dialog).textContent()).toBe(written(id, "--class", CLASS));
    await closePrinting(dialog);
    expect(await paperIn(dialog).count()).toBe(0);
    if (id === "sign-in") await isReadable(dialog, "printed");
    await button(dialog, "返回").click();
    await headline(dialog, "班级");
  }
  expect(dialog.calls).not.toContain("passwords");
});

test("the paper is printed in place of the page", async () => {
  const dialog = await onScreen("班级");
  const { page } = dialog;
  await page.goto("https://page.test/");
  await page.getByRole("button", { name: "班级", exact: true }).click();
  await keepPrinting(page.locator("html"));
  await page.getByLabel("哪个班").selectOption(CLASS);
  await page.locator("summary", { hasText: "打印" }).click();
  await page.getByRole("button", { name: "班级花名册", exact: true }).click();
  await page.locator("#printed").waitFor({ state: "attached" });
  expect(await page.title()).toBe(`${CLASS}-班级花名册`);
  const path = join(folder, "page.pdf");
  await page.pdf({ path, preferCSSPageSize: true });
  const [pages = []] = textsOfPages([path]);
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain(plain(`${CLASS}班级花名册`));
  expect(pages[0]).not.toContain("经办人");
  // The browser says that it has printed.
  await page.locator("#printed").waitFor({ state: "detached" });
  expect(await page.title()).toBe("安培台账");
});

test("passwords come for slips alone, and go with them", async () => {
  const dialog = await onScreen("办事");
  const { frame, page } = dialog;
  const html = () => frame.locator("html").evaluate((root) => root.outerHTML);
  const [cards] = (await demo.tabs()).filter(({ title }) => title === CARDS.title);
  if (!cards) throw new Error("no cards");
  const at = columnOf(cards, "密码");
  const passwords = cards.cells.slice(1).map((cells) => String(cells[at]));
  expect(passwords.length).toBeGreaterThan(5);
  const shownIn = (text: string): string[] => passwords.filter((password) => text.includes(password));
  expect(dialog.calls).not.toContain("passwords");
  await button(dialog, "模拟卡领取条").click();
  await headline(dialog, "打印：模拟卡领取条");
  await frame.getByLabel("班级").fill("再二");
  await page.keyboard.press("Enter");
  await paperIn(dialog).waitFor({ state: "attached" });
  expect(await paperIn(dialog).textContent()).toBe(written("card-slips", "--class", CLASS));
  expect(shownIn(await html()).length).toBeGreaterThan(0);
  expect(dialog.calls.filter((name) => name === "passwords")).toHaveLength(1);
  await frame.getByText("这张表上有密码").waitFor();
  await closePrinting(dialog);
  expect(shownIn(await html())).toEqual([]);
  await button(dialog, "再打印一次").click();
  await paperIn(dialog).waitFor({ state: "attached" });
  await button(dialog, "返回").click();
  await headline(dialog, "办事");
  expect(shownIn(await html())).toEqual([]);
});

test("办事 has every paper; what is not filled in right is told at its field", async () => {
  const dialog = await onScreen("办事");
  const { frame } = dialog;
  const papers = frame.getByRole("group", { name: "打印的表和单" });
  expect(await papers.getByRole("button").allTextContents()).toEqual(PAPERS_TO_PRINT.map(({ title }) => title));
  await isReadable(dialog, "doings-printing");
  await papers.getByRole("button", { name: "签到表", exact: true }).click();
  await headline(dialog, "打印：签到表");
  await button(dialog, "打印").click();
  await frame.getByRole("alert").getByText("班级").waitFor();
  await frame.getByLabel("班级").fill("再九");
  await button(dialog, "打印").click();
  await frame.locator("#field-class-fault").getByText("再九").waitFor();
  expect(await paperIn(dialog).count()).toBe(0);
});

test("单位 and 报到 print what is about them", async () => {
  const dialog = await onScreen("报到");
  const { frame } = dialog;
  await frame.locator("summary", { hasText: "打印" }).click();
  await button(dialog, "报到收费表").click();
  await headline(dialog, "打印：报到收费表");
  await closePrinting(dialog);
  await button(dialog, "返回").click();
  await headline(dialog, "报到");
  await screen(dialog, "单位");
  await frame.getByLabel("找单位").fill("示例铁矿");
  await dialog.page.keyboard.press("Enter");
  await frame.locator("summary", { hasText: "打印" }).click();
  await button(dialog, "温馨提示").click();
  await headline(dialog, "打印：温馨提示");
  await paperIn(dialog).waitFor({ state: "attached" });
  expect(await paperIn(dialog).textContent()).toBe(written("reminders", "--unit", "示例铁矿有限责任公司"));
});

test("texts of cells stay texts on paper", async () => {
  const evil = "<img src=x onerror=alert(1)>";
  const dialog = await onScreen("班级", (tabs) => {
    const roster = tabOf(tabs, "名册");
    for (const title of ["工作单位", "姓名", "职位"])
      for (const cells of roster.cells.slice(1)) cells[columnOf(roster, title)] = evil;
  });
  const { frame } = dialog;
  await frame.locator("summary", { hasText: "打印" }).click();
  await button(dialog, "班级花名册").click();
  await paperIn(dialog).waitFor({ state: "attached" });
  expect(await paperIn(dialog).getByText(evil).count()).toBeGreaterThan(3);
  expect(await frame.locator("img").count()).toBe(0);
});
