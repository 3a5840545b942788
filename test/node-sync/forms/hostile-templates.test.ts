import { fillForm } from "../../../node-sync/src/forms/fill-form";
import { UnreadableFile } from "../../../node-sync/src/xlsx/unreadable-file";
import { named, viewOf } from "../../support/form-views";
import { paragraph, templateOf } from "../../support/word-template";

/** A template is a file of others: what is no form is refused with a sentence, quickly, and nothing of it is kept. */

const SAVE_AS = /另存为”，类型选“Word 文档/u;
const ole = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)]);
const body = paragraph("{姓名}");
const deep = "<w:sdt><w:sdtContent>".repeat(400) + body + "</w:sdtContent></w:sdt>".repeat(400);

const FILES: readonly (readonly [what: string, file: () => Promise<Buffer>, name: string, sentence: RegExp])[] = [
  ["an old Word file", async () => ole, "表.doc", SAVE_AS],
  ["a WPS file", async () => ole, "表.wps", SAVE_AS],
  ["an old file with a new name", async () => ole, "表.docx", SAVE_AS],
  ["a text", async () => Buffer.from("你好"), "表.docx", SAVE_AS],
  ["with macros", () => templateOf({ body, mainType: "document.macroEnabled.main" }), "表.docm", SAVE_AS],
  [
    "a zip of something else",
    () => templateOf({ body, parts: { "_rels/.rels": "<Relationships/>" } }),
    "表.docx",
    /不是能读的 Word 文件/u,
  ],
  ["a bomb", () => templateOf({ body, parts: { "word/media/a.bin": Buffer.alloc(40 * 1024 * 1024) } }), "表.docx", /压缩炸弹/u],
  [
    "a document type",
    () => templateOf({ body, parts: { "word/document.xml": `<!DOCTYPE a [<!ENTITY b "c">]><w:document/>` } }),
    "表.docx",
    /已损坏/u,
  ],
  ["broken XML", () => templateOf({ body: "<w:p>" }), "表.docx", /已损坏/u],
  ["elements far inside each other", () => templateOf({ body: deep }), "表.docx", /已损坏/u],
  ["a whole book", () => templateOf({ body: paragraph("字".repeat(1_500_000)) + body }), "表.docx", /内容太多|压缩炸弹/u],
  ["cut off", async () => (await templateOf({ body })).subarray(0, 300), "表.docx", /不完整/u],
  ["nothing", async () => Buffer.alloc(0), "表.docx", /空的/u],
];

test.each(FILES)("%s", async (_, file, name, sentence) => {
  const begin = performance.now();
  const failure = await fillForm(await file(), name, named("甲")).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UnreadableFile);
  expect(String((failure as Error).message)).toMatch(sentence);
  expect(String((failure as Error).message)).toContain(name);
  expect(performance.now() - begin).toBeLessThan(5_000);
});

test("a form that is large for so many people is refused before it is filled in", async () => {
  const long = Array.from({ length: 4000 }, (_, place) => paragraph(`${place * 7919}条${String(place).repeat(9)}`)).join("");
  const people = viewOf(Array.from({ length: 3000 }, (_, place) => ({ name: String(place) })));
  await expect(fillForm(await templateOf({ body: body + long }), "表.docx", people)).rejects.toThrow(
    /一次最多填\d+人，现在有3000人/u,
  );
});
