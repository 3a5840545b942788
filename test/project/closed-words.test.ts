import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import ts from "typescript";
import type { OutcomeBuilder } from "../../apps-script/domain/changes/outcome";
import { BOOKING, MEANS_OF_TELLING, MOVERS, SEVERITIES } from "../../apps-script/domain/schema/allowed";
import { renamesOf } from "../../apps-script/domain/schema/earlier";
import { TABLES, type Table } from "../../apps-script/domain/schema/index";
import type { Enrolment } from "../../apps-script/domain/schema/roster";

/** What does not compile; the type check reads it, nobody calls it. */
export function refused(out: OutcomeBuilder, row: Enrolment): void {
  out.set("roster", row, "booking", BOOKING.passed);
  // A unit's own words are kept as they stand, until staff put them right.
  out.set("roster", row, "post", "矿长");
  // @ts-expect-error a word that 省厅预约状态 does not have
  out.set("roster", row, "booking", "批准");
  // @ts-expect-error a word of another list
  out.set("roster", row, "exam", BOOKING.passed);
  // @ts-expect-error a word that 级别 does not have
  out.add("todo", { id: "1", severity: "严重" });
  // @ts-expect-error the old name of a word
  out.set("roster", row, "booking", BOOKING.approved);
}

const root = resolve(__dirname, "../..");

/**
 * Words that a renaming must reach. Those of 级别 are not among them: their type holds every place where they are written; nor are
 * those of 待谁办 and 通知方式, which are titles of tabs and columns and everyday words too.
 */
const UNCOUNTED: readonly (readonly string[])[] = [SEVERITIES, MOVERS, MEANS_OF_TELLING];
const WORDS = new Set(
  Object.values<Table>(TABLES).flatMap(({ columns }) =>
    Object.values(columns).flatMap(({ allowed = [] }) => (UNCOUNTED.includes(allowed) ? [] : allowed)),
  ),
);

/** What a column is called, and what units and the two sites write, are no words of ours; the demo writes as they do. Earlier versions had words of their own. */
const OTHERS = /\/wording\/|wording|schema\/(?:allowed|earlier)\.ts|demo\/(?:unit-files|site-lists|card-list)\.ts/;

function wordsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isTitle =
      ts.isPropertyAssignment(node.parent ?? node) && (node.parent as ts.PropertyAssignment).name.getText() === "title";
    if (ts.isStringLiteralLike(node) && WORDS.has(node.text) && !isTitle) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${relative(root, file)}:${line + 1} ${node.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const SOURCES = ["apps-script/domain", "apps-script/page", "apps-script/src", "node-sync/src"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(root, folder, name)),
);

test("a word of a closed list is written in schema/allowed.ts alone; code knows it by its name", () => {
  const sources = SOURCES.filter((file) => !OTHERS.test(relative(root, file)));
  expect(sources.length).toBeGreaterThan(200);
  expect(sources.flatMap(wordsIn)).toEqual([]);
});

/** The lines that say one of the words, outside of words that lists have now. */
function linesSaying(words: readonly string[], lines: readonly string[], present: readonly string[]): string[] {
  return lines.filter((line) => {
    const rest = present.reduce((left, word) => left.replaceAll(word, "·"), line);
    return words.some((word) => rest.includes(word));
  });
}

/** What a file says: of code its texts, not what it reads of others (patterns) nor what it tells whoever changes it. */
function textsIn(file: string): string[] {
  if (!file.endsWith(".ts")) return readFileSync(file, "utf8").replace(SPELLINGS, "").split("\n");
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true));
  return texts;
}

/** Where a manual names the words that others write. */
const SPELLINGS = /写着[^，。\n]*的/gu;

test("a word that was renamed is said nowhere: not in sentences, help, hints and manuals either", () => {
  const renamed = Object.values<Table>(TABLES).flatMap(({ name, columns }) =>
    Object.keys(columns).flatMap((column) => renamesOf(name, column).flatMap((words) => Object.keys(words))),
  );
  const files = [...SOURCES, join(root, "README.md"), join(root, "README.zh-CN.md")];
  const said = files
    .filter((file) => !file.endsWith("schema/earlier.ts"))
    .flatMap((file) => linesSaying(renamed, textsIn(file), [...WORDS]).map((line) => `${relative(root, file)}: ${line.trim()}`));
  expect(said).toEqual([]);
  expect(linesSaying(["停"], ["停", "已停办", "停课"], ["停办"])).toEqual(["停", "停课"]);
  expect(textsIn(join(root, "apps-script/domain/wording/undo.ts"))).toEqual(expect.arrayContaining(["撤销", "操作记录里没有 "]));
});
