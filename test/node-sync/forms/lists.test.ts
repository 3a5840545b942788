import { fillForm } from "../../../node-sync/src/forms/fill-form";
import { named } from "../../support/form-views";
import { bodyTexts, paragraph, row, SECTION, table, templateOf } from "../../support/word-template";

/** A form a class, with its people as a list. */

const fill = async (body: string) => {
  const { bytes, kind, people } = await fillForm(await templateOf({ body: body + SECTION }), "表.docx", named("甲", "乙"));
  return { texts: await bodyTexts(bytes), kind, people };
};

test("a row with a number is repeated by itself, what stands around it is there once", async () => {
  const body =
    paragraph("{班级}名单，{人数}") + table(row("序号", "姓名", "备注"), row("{序号}", "{姓名}", "")) + paragraph("完");
  expect(await fill(body)).toEqual({
    kind: "list",
    people: 2,
    texts: ["再培训班第二期名单，________", "序号", "姓名", "备注", "1", "甲", "", "2", "乙", "", "完"],
  });
});

test("all of a person may stand in one cell of the row", async () => {
  expect((await fill(table(row("{序号} {姓名}", "{班级}")))).texts).toEqual(["1 甲", "再培训班第二期", "2 乙", "再培训班第二期"]);
});

test("between the ends of a list everything is repeated: paragraphs, a row, words in a line", async () => {
  expect((await fill(paragraph("{#学员}") + paragraph("{姓名}同志") + paragraph("{/学员}") + paragraph("完"))).texts).toEqual([
    "甲同志",
    "乙同志",
    "完",
  ]);
  expect((await fill(table(row("头"), row("{#名单}{姓名}", "{/名单}")))).texts).toEqual(["头", "甲", "", "乙", ""]);
  expect((await fill(paragraph("有{＃学员}{姓名}、{／学员}等"))).texts).toEqual(["有甲、乙、等"]);
});

test("a number on a form of one person is their place in the list", async () => {
  const { kind, texts } = await fill(table(row("{序号}")) + paragraph("{姓名}"));
  expect([kind, texts]).toEqual(["each", ["1", "甲", "2", "乙"]]);
});

test.each([
  [
    "a person outside",
    paragraph("{#学员}{姓名}{/学员}") + paragraph("电话{手机号}"),
    /“电话\{手机号\}”的“\{手机号\}”是一个人的内容/u,
  ],
  ["no end", paragraph("{#学员}{姓名}"), /“\{#学员\}”后面没有 \{\/学员\}/u],
  ["no beginning", paragraph("{班级}{/学员}"), /“\{班级\}\{\/学员\}”的“\{\/学员\}”前面没有 \{#学员\}/u],
  ["a list in a list", paragraph("{#学员}{姓名}{#学员}{/学员}"), /前面还有一个/u],
  [
    "ends in a table and outside of it",
    table(row("{#学员}{姓名}")) + paragraph("{/学员}"),
    /“\{#学员\}\{姓名\}”的“\{#学员\}”填不了：/u,
  ],
])("%s is refused with its place", async (_, body, sentence) => {
  await expect(fill(body)).rejects.toThrow(sentence);
});
