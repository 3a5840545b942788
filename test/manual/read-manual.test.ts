import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { CLERK_OPERATIONS } from "../../apps-script/domain/operations/registry";
import { readManual } from "../../apps-script/manual/read-manual";
import type { ManualNode, ManualPart } from "../../apps-script/page/help/manual";
import { partFor } from "../../apps-script/page/help/part-for";
import { TOLD_IN } from "../../apps-script/page/wording/help-screen";

const root = resolve(__dirname, "../..");
const manual = readFileSync(resolve(root, "README.zh-CN.md"), "utf8");
const list = readFileSync(resolve(root, "apps-script/page/screens/list.ts"), "utf8");
const screens = [...list.matchAll(/\{ id: "(?<id>[a-z]+)"/gu)].map(({ groups }) => groups?.id ?? "");
const parts = readManual(manual, {});
const titles = parts.map(({ title }) => title);

const under = (node: ManualNode): readonly ManualNode[] =>
  typeof node === "string" ? [node] : [node, ...node[2].flatMap(under)];
const nodesOf = (part: ManualPart): readonly ManualNode[] => part.body.flatMap(under);

test("Markdown becomes elements under the title of their part", () => {
  const text =
    "# 手册\n\n看[收表](#收表)。\n\n## 收表\n\n1. 点**选择**，\n   或拖 `a`\n\n| 甲 | 乙 |\n|---|---|\n| 1 | |\n\n![图](a.png)\n";
  expect(readManual(text, { "a.png": "a-1.png" })).toEqual([
    { title: "手册", body: [["p", {}, ["看", ["a", { part: "收表" }, ["收表"]], "。"]]] },
    {
      title: "收表",
      body: [
        ["ol", {}, [["li", {}, ["点", ["strong", {}, ["选择"]], "，", "或拖 ", ["code", {}, ["a"]]]]]],
        [
          "table",
          {},
          [
            [
              "thead",
              {},
              [
                [
                  "tr",
                  {},
                  [
                    ["th", {}, ["甲"]],
                    ["th", {}, ["乙"]],
                  ],
                ],
              ],
            ],
            [
              "tbody",
              {},
              [
                [
                  "tr",
                  {},
                  [
                    ["td", {}, ["1"]],
                    ["td", {}, []],
                  ],
                ],
              ],
            ],
          ],
        ],
        ["p", {}, [["img", { src: "a-1.png", alt: "图" }, []]]],
      ],
    },
  ]);
});

test("HTML in the manual is text, whatever it is", () => {
  const markup = fc.constantFrom(
    "<script>",
    "<img src=x onerror=1>",
    "</p>",
    "<!--",
    "&lt;",
    "<a href=javascript:1>",
    "<b>甲</b>",
  );
  const tags = ["p", "ul", "li", "strong", "em", "code", "pre", "blockquote"];
  fc.assert(
    fc.property(fc.array(fc.oneof(markup, fc.string())), (pieces) => {
      const [part] = readManual(`# 手册\n\n${pieces.map((piece) => `甲${piece.replace(/[\r\n#|=-]/gu, "")}`).join("乙")}\n`, {});
      const elements = part ? nodesOf(part).filter((node) => typeof node !== "string") : [];
      return elements.every(([tag, said]) => (tag === "a" || tags.includes(String(tag))) && !("src" in Object(said)));
    }),
  );
});

test("without pictures nothing of them is left", () => {
  expect(
    parts
      .flatMap(nodesOf)
      .filter((node) => typeof node !== "string" && (node[0] === "img" || (node[2].length === 0 && node[0] === "p"))),
  ).toEqual([]);
});

test("every link leads to a part, and every screen and operation has its part", () => {
  const links = parts.flatMap(nodesOf).flatMap((node) => (typeof node !== "string" && node[0] === "a" ? [node[1].part] : []));
  expect(links.length).toBeGreaterThan(15);
  expect(links.filter((part = "") => !titles.includes(part))).toEqual([]);
  expect(Object.keys(TOLD_IN).filter((part) => !titles.includes(part))).toEqual([]);
  const ids = [...screens, ...CLERK_OPERATIONS.map(({ id }) => id), "files"];
  expect([...new Set(Object.values(TOLD_IN).flat())].sort()).toEqual([...new Set(ids)].sort());
});

test.each([
  ["报到", "desk", "报到收费"],
  ["登记成绩", "class", "考试"],
  ["登记发证", "person", "发证"],
  ["班级", "class", "审核"],
  ["将要改动 3 格。", "today", "一天从今天开始"],
  ["帮助", "nowhere", null],
])("at %s on the screen %s the manual opens at %s", (title, screen, part) => {
  expect(partFor(title, screen)).toBe(part);
});
