import fc from "fast-check";
import { fillForm } from "../../../node-sync/src/forms/fill-form";
import { viewOf } from "../../support/form-views";
import { bodyTexts, paragraph, row, SECTION, table, templateOf } from "../../support/word-template";

/** Whatever stands in a cell comes out as it is. */

const sign = fc.constantFrom(
  "{",
  "}",
  "【",
  "】",
  "｛",
  "<",
  ">",
  "&",
  "&amp;",
  '"',
  "'",
  "\n",
  "$&",
  "{姓名}",
  "{#学员}",
  "𠮷",
  "龘",
  "·",
  "\ufdd0",
  "]]>",
  "<w:p/>",
);
const cell = fc.oneof(
  fc.array(fc.oneof(sign, fc.string({ unit: "binary", maxLength: 3 }))).map((parts) => parts.join("")),
  fc.string({ unit: "grapheme" }),
);

/** As XML can say it, with the line ends of Word. */
const sayable = (text: string): string =>
  text.replace(/\r\n?|[\v\f]/gu, "\n").replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, "");

test.each([
  ["a page a person", paragraph("<{姓名}>".replaceAll("<", "（").replaceAll(">", "）")) + SECTION],
  ["a list", table(row("{序号}", "（{姓名}）"))],
])("%s", async (_, body) => {
  const template = await templateOf({ body });
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 4 }), async (names) => {
      const { bytes } = await fillForm(template, "表.docx", viewOf(names.map((name) => ({ name }))));
      const texts = (await bodyTexts(bytes)).filter((text) => text.startsWith("（"));
      const expected = names.map((name) => `（${sayable(name)}）`);
      const isLine = (name: string): boolean => sayable(name) === "" && !body.includes("<w:tbl>");
      expect(texts).toEqual(expected.map((text, place) => (isLine(names[place] ?? "") ? "（________）" : text)));
    }),
    { numRuns: 60 },
  );
});
