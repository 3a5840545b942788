import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { BrowserPage } from "../../support/browser-page";
import { anpei, emptyFolder } from "../../support/cli";
import { bodyTexts, paragraph, templateOf } from "../../support/word-template";

/** A clerk fills a Word form on the page and fetches it. */

let open: BrowserPage;
beforeAll(async () => {
  const folder = join(emptyFolder(), "demo");
  expect(anpei(["demo", folder]).exit).toBe(0);
  open = await BrowserPage.open({ book: join(folder, "名册.xlsx"), today: "2024-03-26" });
}, 120_000);
afterAll(() => open?.close());

const part = () => open.page.getByRole("region", { name: "填 Word 表" });
const choose = (name: string, buffer: Buffer) =>
  open.page.getByLabel(/选择 Word 表|换一份/u).setInputFiles({ name, mimeType: "application/octet-stream", buffer });

test("a class, then the file", async () => {
  const { page } = open;
  await open.screen("文件");
  await choose("推荐表.docx", readFileSync(resolve(__dirname, "../../../templates/单位推荐表.docx")));
  await part().getByLabel("填给哪个班").selectOption("再培训班第二期");
  await open.press("填好");
  await part().getByText("填好了，13人，每人一份。").waitFor();
  const [downloaded] = await Promise.all([
    page.waitForEvent("download"),
    part().getByRole("link", { name: "推荐表-再培训班第二期.docx" }).click(),
  ]);
  expect(await bodyTexts(readFileSync(await downloaded.path()))).toContain("钱秀英");
  await open.isReadable("word-form");
});

test("what it does not know is told beside the file; what is no form is refused with what to do", async () => {
  await choose("通知.docx", await templateOf({ body: paragraph("{姓名}{性名}") }));
  await part().getByLabel("填给哪个班").selectOption("");
  await part().getByLabel("或者填给谁").fill("钱秀英");
  await open.press("填好");
  await part().getByText("填好了，1人，每人一份。").waitFor();
  expect(await part().getByText("是不是{姓名}、{性别}？").count()).toBe(1);
  await choose("旧表.doc", Buffer.from("d0cf11e0a1b11ae1", "hex"));
  await open.press("填好");
  await open.page.getByText("旧表.doc是旧格式的文件").waitFor();
});
