import fc from "fast-check";
import { element } from "../../../apps-script/domain/drawing/element";
import { escaped, htmlText } from "../../../apps-script/domain/drawing/html-text";

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };
const asRead = (html: string): string => html.replace(/&(?:amp|lt|gt|quot);/gu, (entity) => ENTITIES[entity] ?? entity);

test("a text that is escaped has no mark of HTML, and a browser reads it as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(escaped(text)).not.toMatch(/[<>"]|&(?!amp;|lt;|gt;|quot;)/u);
      expect(asRead(escaped(text))).toBe(text);
    }),
  );
});

test.each([
  [element("p", {}, ["甲 & 乙"]), "<p>甲 &amp; 乙</p>"],
  [
    element("td", { class: 'a"b', colspan: 2, style: { width: "3mm" } }),
    '<td class="a&quot;b" colspan="2" style="width:3mm"></td>',
  ],
  [element("colgroup", {}, [element("col", {})]), "<colgroup><col></colgroup>"],
  [element("p", {}, ["<img src=x onerror=alert(1)>"]), "<p>&lt;img src=x onerror=alert(1)&gt;</p>"],
])("%# is written as HTML", (drawn, html) => {
  expect(htmlText(drawn)).toBe(html);
});
