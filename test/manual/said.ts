import type { ManualOffice } from "./office";

/** What the page says at each picture, by the picture's name: lines of its accessible text. */
export type Said = Readonly<Record<string, readonly string[]>>;

/** A picture shows no more than that of a long page. */
const MOST_LINES = 80;
const MOST_CHARACTERS = 200;
/** What staff would read in place of the folder of this run. */
const FOLDER = "D:\\培训中心";

/** Puts a folder of a centre's PC in the place of this run's, wherever the page names it. */
export async function hideFolder({ page, folder }: ManualOffice): Promise<void> {
  await page.evaluate(
    `(() => {
      const [from, to] = ${JSON.stringify([folder, FOLDER])};
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode;
        if (text.data.includes(from)) text.data = text.data.replaceAll(from, to).replaceAll("/", "\\\\");
      }
    })()`,
  );
}

/** What a screen reader is told of the page as it stands, but for what is another at each run: minutes, the addresses of files. */
export async function saidBy({ page }: ManualOffice): Promise<readonly string[]> {
  const text = await page.locator("body").ariaSnapshot();
  return text
    .replaceAll(/\b09:\d\d\b/gu, "09:00")
    .replaceAll(/数据：(?:刚刚|\d+分钟前)读取/gu, "数据：刚刚读取")
    .split("\n")
    .filter((line) => !line.includes("/url:"))
    .slice(0, MOST_LINES)
    .map((line) => line.slice(0, MOST_CHARACTERS));
}
