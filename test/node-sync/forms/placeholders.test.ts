import { fillForm } from "../../../node-sync/src/forms/fill-form";
import * as say from "../../../node-sync/src/wording/forms";
import { named, viewOf } from "../../support/form-views";
import { bodyTexts, paragraph, row, run, SECTION, table, templateOf } from "../../support/word-template";

/** What staff write in braces, and how programs cut it up: `[template, text that a person named 甲 gets]`. */
const SHAPES: Readonly<Record<string, readonly [body: string, text: string]>> = {
  plain: [paragraph("姓名：{姓名}。"), "姓名：甲。"],
  "blanks inside": [paragraph("{ 姓　名 }"), "甲"],
  "full-width braces": [paragraph("｛姓名｝"), "甲"],
  "one brace of each": [paragraph("{姓名｝"), "甲"],
  "square brackets": [paragraph("【姓名】同志"), "甲同志"],
  "two braces": [paragraph("{{姓名}}"), "甲"],
  "another name for it": [paragraph("{学员姓名}"), "甲"],
  "a colon inside": [paragraph("{姓名：}"), "甲"],
  "cut into runs": [paragraph("见", "{", "姓", "名", "}", "等"), "见甲等"],
  "runs of different looks": [`<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{姓</w:t></w:r><w:proofErr/>${run("名}")}</w:p>`, "甲"],
  "a tracked insertion": [`<w:p><w:ins w:id="1" w:author="a">${run("{姓")}</w:ins>${run("名}")}</w:p>`, "甲"],
  "a content control": [
    `<w:sdt><w:sdtPr><w:id w:val="5"/><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent>${paragraph("{姓名}")}</w:sdtContent></w:sdt>`,
    "甲",
  ],
  "a text box": [
    `<w:p><w:r><w:pict><wps:txbx><w:txbxContent>${paragraph("{姓名}")}</w:txbxContent></wps:txbx></w:pict></w:r></w:p>`,
    "甲",
  ],
  "a table": [table(row("姓名", "{姓名}")), "甲"],
  "a bookmark between": [
    `<w:p>${run("{姓")}<w:bookmarkStart w:id="1" w:name="x"/>${run("名}")}<w:bookmarkEnd w:id="1"/></w:p>`,
    "甲",
  ],
};

test.each(Object.entries(SHAPES))("%s", async (_, [body, text]) => {
  for (const people of [["甲"], ["甲", "乙"]]) {
    const { bytes, oddities } = await fillForm(await templateOf({ body: body + SECTION }), "表.docx", named(...people));
    const texts = await bodyTexts(bytes);
    expect(texts.filter((one) => one === text)).toHaveLength(1);
    expect(texts.filter((one) => one === text.replace("甲", "乙"))).toHaveLength(people.length - 1);
    expect(oddities).toEqual([]);
  }
});

test("a paragraph without a value has a line to write on, a cell of a table is empty, nothing is undefined", async () => {
  const body = paragraph("学历：{学历}") + table(row("学历", "{学历}")) + paragraph("{姓名}");
  const { bytes } = await fillForm(await templateOf({ body }), "表.docx", named("甲"));
  expect(await bodyTexts(bytes)).toEqual(["学历：________", "学历", "", "甲"]);
});

/** `[text, what is told of it]`; all of it stays as it was. */
const ODD: readonly (readonly [text: string, told: string | null])[] = [
  ["{性名}", "没有“{性名}”这一项，照原样留着。是不是{姓名}、{性别}？"],
  ["【证件有郊期】", "没有“【证件有郊期】”这一项，照原样留着。是不是{证件有效期}？"],
  ["{天气}", "没有“{天气}”这一项，照原样留着。可以用的名称见 anpei print form --list。"],
  ["【填表说明】", null],
  ["{姓名", "“{姓名”的括号没有成对，照原样留着。请改成 {姓名} 的样子。"],
  ["姓名}", "“}”的括号没有成对，照原样留着。请改成 {姓名} 的样子。"],
];

test.each(ODD)("%s", async (text, told) => {
  const body = paragraph("{姓名}") + paragraph(text) + SECTION;
  const { bytes, oddities, pages } = await fillForm(await templateOf({ body }), "表.docx", named("甲"));
  expect(await bodyTexts(bytes)).toEqual(["甲", text]);
  expect(oddities.map((one) => say.oddity(one, pages).replace(/^“.*?”：/u, ""))).toEqual(told === null ? [] : [told]);
});

test("the place is told by page where the file tells pages, else by what is written there", async () => {
  const page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  const body = paragraph("{姓名}") + page + paragraph("申请人：{性名}");
  const paged = await fillForm(await templateOf({ body }), "表.docx", named("甲"));
  expect(paged.oddities.map((one) => say.placeIn(one.at, paged.pages))).toEqual(["第2页“申请人：{性名}”"]);
  const plain = await templateOf({ body: paragraph("姓名{姓名}") + table(row("工作单位", "{单伟}")) });
  const [odd] = (await fillForm(plain, "表.docx", named("甲"))).oddities;
  expect(odd && say.placeIn(odd.at, null)).toBe("“工作单位 {单伟}”");
});

test("a file with nothing to fill in is refused, with what looks like it", async () => {
  const body = paragraph("{性名}");
  await expect(fillForm(await templateOf({ body }), "表.docx", named("甲"))).rejects.toThrow(
    /表\.docx里没有要填的地方.*\n.*是不是\{姓名\}/su,
  );
});

test("a form for nobody is refused, but one that asks for nobody is filled", async () => {
  await expect(fillForm(await templateOf({ body: paragraph("{姓名}") }), "表.docx", viewOf([]))).rejects.toThrow(say.nobody);
  const cover = await fillForm(await templateOf({ body: paragraph("{班级}") }), "封面.docx", viewOf([]));
  expect([await bodyTexts(cover.bytes), cover.kind, cover.people]).toEqual([["再培训班第二期"], "once", 0]);
});
