import type { OpenDialog } from "./dialog";
import { button, headline } from "./office";
import { paleTexts, seriousFlaws, squeezed, tooWide } from "./readable";

/** Goes to a screen of the page. */
export async function screen(dialog: OpenDialog, title: string): Promise<void> {
  await dialog.frame.getByRole("navigation").getByRole("button", { name: title, exact: true }).click();
  await headline(dialog, title === "操作记录" ? "最近的操作" : title);
}

/** Nothing reaches over the edge, and everybody can read it; leaves pictures. */
export async function isReadable(dialog: OpenDialog, name: string): Promise<void> {
  for (const width of [360, 1280, 1920, 300]) {
    await dialog.page.setViewportSize({ width, height: 700 });
    expect([name, width, await tooWide(dialog), await squeezed(dialog)]).toEqual([name, width, [], []]);
    await dialog.picture(`${name}-${width}`);
  }
  expect([name, await paleTexts(dialog), await seriousFlaws(dialog)]).toEqual([name, [], []]);
}

/** Looks at what would be done, and does it. */
export async function previewAndApply(dialog: OpenDialog): Promise<void> {
  await headline(dialog, /^将要/);
  await button(dialog, "执行").click();
  await headline(dialog, /^已完成，运行号 R\d+/);
}
