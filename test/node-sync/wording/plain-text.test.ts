import fc from "fast-check";
import { linesOf, oneLine, plainJson, plainText } from "../../../node-sync/src/wording/plain-text";
import { obeyedIn } from "../../support/obeyed";

test.each([
  ["名册.xlsx", "名册.xlsx"],
  ["清\u001b[2J屏", "清␛[2J屏"],
  ["两\n行\r\n", "两␊行␍␊"],
  ["一\t格\u007f", "一␉格␡"],
  ["\u009b31m红", "�31m红"],
  ["反\u202exslx.甲", "反�xslx.甲"],
  ["隔\u2028行\u2066\u200f", "隔�行��"],
  ["家\u{1f468}\u200d\u{1f469}", "家\u{1f468}\u200d\u{1f469}"],
])("%j as one line", (text, plain) => {
  expect(oneLine(text)).toBe(plain);
});

const text = fc.string({ unit: fc.constantFrom("甲", "a", "\n", "\r", "\t", "\u001b", "[2J", "\u009b", "\u202e", '"', "\\") });

test("nothing that a terminal obeys is left; lines stay as many as they were", () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), (lines) => {
      expect(obeyedIn(linesOf(lines))).toEqual([]);
      expect(linesOf(lines).split("\n")).toHaveLength(lines.length);
      expect(obeyedIn(plainText(lines.join("\n")))).toEqual([]);
      const json = plainJson(JSON.stringify(lines, null, 2));
      expect(obeyedIn(json)).toEqual([]);
      expect(JSON.parse(json)).toEqual(lines);
    }),
  );
});
