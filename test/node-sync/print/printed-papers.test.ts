import type { Paper } from "../../../apps-script/domain/views/papers/paper";
import { PAPERS_TO_PRINT } from "../../../apps-script/domain/views/papers/papers";
import { emptyFolder } from "../../support/cli";
import { Press, plain, textsOfPages } from "../../support/printing/press";
import { NAMES, UNITS } from "../../support/printing/printed-book";
import { paperOf, SIZES } from "../../support/printing/sized-papers";

/** Every paper of a class of nobody, of one, of 37 and of 400, in a browser: nothing is cut off, every page says what it is of. */

let press: Press;
let isDrawn = false;

beforeAll(async () => {
  press = await Press.open(emptyFolder());
  isDrawn = await press.hasChinese();
  process.stdout.write(`Printed papers: ${press.folder}\n`);
  if (!isDrawn) process.stdout.write("SKIPPED: what printed pages say, as there is no type with Chinese characters here.\n");
}, 120_000);
afterAll(() => press?.close());

/** The texts of a paper's pages, of each size; `null` where texts can't be told. */
async function printedIn(papers: readonly Paper[]): Promise<string[][] | null> {
  const paths: string[] = [];
  for (const paper of papers) {
    await press.show(paper);
    expect([paper.people, await press.cutOff()]).toEqual([paper.people, []]);
    // Texts of cells stay texts.
    expect(await press.page.locator(".paper :is(b, i, img)").count()).toBe(0);
    paths.push(await press.print(`${paper.kind}-${paths.length}`));
  }
  return isDrawn ? textsOfPages(paths) : null;
}

/** Whether every page of a paper belongs to a table that has the title in its head. */
const isOneTable = ({ parts }: Paper): boolean =>
  parts.every(({ blocks: [first, ...more] }) => first?.kind === "table" && more.every(({ kind }) => kind === "facts"));

test.each(PAPERS_TO_PRINT.map(({ id }) => id))("%s of nobody, of one, of 37 and of 400", async (id) => {
  const papers = SIZES.map((people) => paperOf(id, people));
  const printed = await printedIn(papers);
  for (const [at, paper] of papers.entries()) {
    const pages = printed?.[at];
    if (!pages) continue;
    expect(pages.length).toBeGreaterThanOrEqual(paper.parts.length);
    for (const [place, text] of pages.entries()) expect(text).toContain(`第${place + 1}页共${pages.length}页`);
    for (const { title } of paper.parts) expect(pages.some((text) => text.includes(plain(title)))).toBe(true);
    const titles = paper.parts.map(({ title }) => plain(title));
    if (isOneTable(paper))
      for (const text of pages) expect([text, titles.some((title) => text.includes(title))]).toEqual([text, true]);
  }
});

test.each(["sign-in", "card-receipt", "certificate-receipt", "unit-record"])(
  "%s: boxes to sign in are 11 mm high and more",
  async (id) => {
    await press.show(paperOf(id, 37));
    const heights = await press.signatureBoxes();
    expect(heights.length).toBeGreaterThanOrEqual(37);
    expect(heights.filter((height) => height < 11)).toEqual([]);
  },
);

test("签到表: each page has the day and the columns, and everybody stands on one page of each day", async () => {
  const paper = paperOf("sign-in", 37);
  const [pages] = (await printedIn([paper])) ?? [];
  if (!pages) return;
  const days = paper.parts.map(({ facts }) => plain(String(facts[0]?.value)));
  const each = pages.length / days.length;
  expect(each).toBe(2);
  for (const [at, text] of pages.entries()) {
    expect(text).toContain(days[Math.floor(at / each)]);
    expect(text).toContain("序号姓名工作单位上午签字下午签字缺勤");
    // What is filled in at the end is not without a line of its table.
    if (text.includes("班主任")) expect(text).toMatch(/缺勤.*37/u);
  }
});

test("a name and a unit are whole on the list, however long, and what looks like HTML is text", async () => {
  await press.show(paperOf("class-list", 37));
  for (const text of [...NAMES, ...UNITS])
    expect([text, (await press.page.getByRole("cell", { name: text, exact: true }).count()) > 5]).toEqual([text, true]);
});

test("看板 is one page, however many people there are", async () => {
  const [pages] = (await printedIn([paperOf("board", 400)])) ?? [["skipped"]];
  expect(pages).toHaveLength(1);
});

test("codes are set in a type in which 0 and O, 1 and l, l and I are not alike", async () => {
  await press.show(paperOf("card-slips", 37));
  expect(await press.page.locator(".paper-code").count()).toBe(2 * 37);
  const looks = await press.drawn(["0", "O", "1", "l", "I"], ".paper-code");
  expect(new Set(looks).size).toBe(5);
});
