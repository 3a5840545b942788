import type { Child, Element } from "../../../apps-script/domain/drawing/element";
import { paperElement } from "../../../apps-script/domain/drawing/paper";
import type { Block, PaperColumn, Part } from "../../../apps-script/domain/views/papers/paper";

const column = (title: string, more: Partial<PaperColumn> = {}): PaperColumn => ({
  title,
  width: 20,
  kind: "text",
  align: "left",
  ...more,
});
const COLUMNS = [
  column("序号", { kind: "number" }),
  column("签字", { group: "上午" }),
  column("缺勤", { group: "上午" }),
  column("金额", { kind: "money" }),
];
const partWith = (...blocks: Block[]): Part => ({
  name: "一",
  title: "签到表",
  facts: [{ label: "日期", value: "2024-04-08" }],
  blocks,
});
const drawn = (part: Part): Element => paperElement({ look: "portrait", parts: [part] });
const table = (rows: number, more: object = {}): Block => ({
  kind: "table",
  columns: COLUMNS,
  rows: Array.from({ length: rows }, (_, at) => [at + 1, null, null, 300]),
  rowHeight: 12,
  ...more,
});

const isElement = (child: Child): child is Element => typeof child !== "string";
const all = (one: Element, tag: string): Element[] => [
  ...(one.tag === tag ? [one] : []),
  ...one.children.filter(isElement).flatMap((child) => all(child, tag)),
];
const textIn = (child: Child): string => (isElement(child) ? child.children.map(textIn).join("") : child);
const linesOf = (one: Element): string[][] => all(one, "tr").map(({ children }) => children.map(textIn));

test("the title of a table stands in its head, its columns under their headings, and its end with its last line", () => {
  const end: Block = { kind: "facts", across: 1, facts: [{ label: "授课教师", value: null }] };
  const part = drawn(partWith(table(3, { total: ["合计", null, null, 900] }), end));
  const [head] = all(part, "thead");
  const [body, last] = all(part, "tbody");
  if (!head || !body || !last) throw new Error("no table");
  expect(linesOf(head)).toEqual([["签到表日期：2024-04-08"], ["序号", "上午", "金额"], ["签字", "缺勤"]]);
  expect(linesOf(body)).toEqual([
    ["1", "", "", "300.00"],
    ["2", "", "", "300.00"],
  ]);
  expect(linesOf(last)).toEqual([["3", "", "", "300.00"], ["合计", "", "", "900.00"], ["授课教师："]]);
});

test("the widths of the columns make up the whole table, and each line has its height", () => {
  const part = drawn(partWith(table(2)));
  const widths = all(part, "col").map(({ attributes }) => Number.parseFloat(attributes.style?.width ?? ""));
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 2);
  const lines = all(part, "tbody").flatMap((body) => all(body, "tr"));
  expect(lines.map(({ attributes }) => attributes.style?.height)).toEqual(["12mm", "12mm"]);
});

test("of nobody there is a line that says so", () => {
  expect(linesOf(drawn(partWith(table(0)))).pop()).toEqual(["没有可列的内容"]);
});

test("a title without a table stands alone, and what is written by hand has a line", () => {
  const text: Block = { kind: "text", paragraphs: ["各位：", "请报到。"] };
  const end: Block = { kind: "facts", across: 2, facts: [{ label: "经手人", value: null }] };
  const part = drawn(partWith(text, end));
  expect(all(part, "h1").map(textIn)).toEqual(["签到表"]);
  expect(all(part, "table")).toEqual([]);
  expect(all(part, "p").map(textIn)).toEqual(["各位：", "请报到。"]);
  expect(all(part, "span").map(({ attributes }) => attributes.class)).toContain("paper-line");
});

test.each([
  [1, 5, [1, 1, 1, 1, 1]],
  [2, 5, [2, 2, 1]],
  [2, 0, []],
] as const)("slips %i across: %i of them in rows of %j", (across, count, rows) => {
  const slips = Array.from({ length: count }, () => ({
    title: "王某",
    facts: [{ label: "密码", value: "0O1lI", kind: "code" as const }],
    note: null,
  }));
  const part = drawn(partWith({ kind: "slips", across, slips }));
  const inRows = all(part, "div").filter(({ attributes }) => attributes.class?.startsWith("paper-slip-row"));
  expect(inRows.map(({ children }) => children.length)).toEqual(rows);
  const codes = all(part, "span").filter(({ attributes }) => attributes.class?.includes("paper-code"));
  expect(codes.map(textIn)).toEqual(slips.map(() => "0O1lI"));
});
