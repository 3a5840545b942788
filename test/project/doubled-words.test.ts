import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { RULES } from "../../apps-script/domain/wording/rules";
import { textsIn } from "../support/source-texts";

const root = resolve(__dirname, "../..");

/** A word or a stop that stands twice where one was meant. Doubled characters that are words (天天, 谢谢) are not among them. */
const DOUBLED = /请\s*请|的的|了了|在在|把把|[。，；、：]{2}/u;
/** Where a sentence would be joined to one that begins with 请, as every advice may. */
const BEFORE_ADVICE = /请\s*$/u;

const sources = ["apps-script/domain", "apps-script/src", "node-sync/src"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(root, folder, name)),
);

test("no text says a word twice, nor asks before a place where an advice may stand", () => {
  const texts = sources.flatMap(textsIn);
  expect(texts.length).toBeGreaterThan(1000);
  const wrong = texts.flatMap(({ at, pieces }) => {
    const doubled = pieces.some((piece) => DOUBLED.test(piece));
    const asksTwice = pieces.slice(0, -1).some((piece) => BEFORE_ADVICE.test(piece));
    return doubled || asksTwice ? [`${at} ${pieces.join("…")}`] : [];
  });
  expect(wrong).toEqual([]);
});

test("no sentence and its advice together, as 待办, the page and the terminal join them", () => {
  const wrong = Object.entries(RULES).flatMap(([code, rule]: [string, { title: string; advice?: string }]) => {
    const joined = [`${rule.title}。${rule.advice ?? ""}`, `某人的格子看不懂。${rule.advice ?? ""}`];
    return joined.some((text) => DOUBLED.test(text)) || BEFORE_ADVICE.test(rule.title) ? [`${code} ${joined[0]}`] : [];
  });
  expect(wrong).toEqual([]);
});

test.each(["README.md", "README.zh-CN.md", "apps-script/page/page.html"])("%s neither", (name) => {
  const lines = readFileSync(join(root, name), "utf8").split("\n");
  expect(lines.filter((line) => DOUBLED.test(line))).toEqual([]);
});
