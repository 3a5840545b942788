import { mkdtempSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { headline, office, useDialogs } from "../google/dialog/support/office";
import { isReadable, screen } from "../google/dialog/support/screens";
import { BrowserPage } from "../support/browser-page";

/** 帮助 in both homes of the page. */

const open = useDialogs();

test("beside a Sheet the manual opens at the screen, without pictures, and can be read from 300 to 1920 pixels", async () => {
  const dialog = await open(office(), "menuSidebar", { width: 300 });
  await headline(dialog, "今天");
  const { frame, page } = dialog;
  await screen(dialog, "报到");
  await page.keyboard.press("F1");
  await headline(dialog, "帮助");
  await frame.getByRole("heading", { level: 3, name: "报到收费" }).waitFor();
  await isReadable(dialog, "help");
  expect(await frame.locator("img").count()).toBe(0);
  for (const title of await frame.getByLabel("看哪一段").locator("option").allTextContents()) {
    await frame.getByLabel("看哪一段").selectOption(title);
    await frame.getByRole("heading", { level: 3, name: title, exact: true }).waitFor();
    expect([title, await frame.locator("article").textContent()]).toEqual([title, expect.not.stringContaining("**")]);
  }
  expect(await frame.getByLabel("看哪一段").locator("option").allTextContents()).not.toContain("附：用命令办");
  await frame.getByRole("button", { name: "返回" }).click();
  await headline(dialog, "报到");
});

test("beside a Sheet whose script does not answer it says so, and opens once it does", async () => {
  let isAway = true;
  const beforeCall = (name: string): void => {
    if (name === "pageManual" && isAway) throw new Error("the connection was lost");
  };
  const dialog = await open(office(), "menuSidebar", { beforeCall });
  await headline(dialog, "今天");
  await dialog.page.keyboard.press("F1");
  await dialog.frame.getByRole("alert").getByText("没有收到回答").waitFor();
  await headline(dialog, "今天");
  isAway = false;
  for (const time of ["first", "again"]) {
    await dialog.page.keyboard.press("F1");
    await headline(dialog, "帮助");
    await dialog.frame.getByRole("button", { name: "返回" }).click();
    await headline(dialog, "今天");
    expect([time, dialog.calls.filter((name) => name === "pageManual")]).toEqual([time, ["pageManual", "pageManual"]]);
  }
});

test("in a browser it has its pictures; from a form it opens at the operation, and what was typed is there again", async () => {
  const book = join(mkdtempSync(join(tmpdir(), "anpei-help-")), "名册.xlsx");
  await copyFile(resolve(__dirname, "../../templates/空白工作簿.xlsx"), book);
  const browser = await BrowserPage.open({ book, today: "2024-03-19" });
  try {
    const { page } = browser;
    await page.getByRole("heading", { level: 2, name: "今天" }).waitFor();
    await browser.screen("办事");
    await page.locator("#content").getByRole("button", { name: "登记成绩" }).click();
    await page.locator("#field-score").fill("88");
    await page.keyboard.press("F1");
    await page.getByRole("heading", { level: 3, name: "考试" }).waitFor();
    const pictures = page.locator("article img");
    expect(await pictures.count()).toBe(2);
    for (const one of await pictures.all()) {
      await one.scrollIntoViewIfNeeded();
      await one.evaluate((image: { decode(): Promise<void> }) => image.decode());
    }
    await browser.isReadable("help");
    await browser.press("返回");
    await page.getByRole("heading", { level: 2, name: "登记成绩" }).waitFor();
    expect(await page.locator("#field-score").inputValue()).toBe("88");
    await browser.screen("文件");
    await browser.screen("帮助");
    await page.getByRole("heading", { level: 3, name: "收表" }).waitFor();
    expect(browser.complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});
