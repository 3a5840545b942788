import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { TABLES, type Table } from "../../apps-script/domain/schema/index";
import { SETTING_SPECS } from "../../apps-script/domain/schema/settings";
import { actionTitles } from "../../apps-script/domain/wording/actions";
import { RULES } from "../../apps-script/domain/wording/rules";
import { SPECS } from "../../node-sync/src/cli/specs";

const root = resolve(__dirname, "../..");
const domain = join(root, "apps-script/domain");
const page = readFileSync(join(domain, "rules/README.md"), "utf8");

const rows = page.split("\n").flatMap((line) => {
  const [, number, sentence = "", served = ""] = /^\| R(\d+) \| (.+?) \| (.+) \|$/u.exec(line) ?? [];
  return number === undefined ? [] : [{ number: Number(number), sentence, served }];
});

const tabs = new Map(
  Object.values<Table>(TABLES).map((table) => [table.title, Object.values(table.columns).map(({ title }) => title)]),
);
const settings: readonly string[] = Object.values(SETTING_SPECS).map(({ item }) => item);

/** What a quoted name stands for, and whether it is there. */
function isThere(name: string): boolean {
  const [tab = "", ...column] = name.split("·");
  if (column.length > 0) {
    const wanted = column.join("·");
    return tab === "设置" ? settings.includes(wanted) : (tabs.get(tab)?.includes(wanted) ?? false);
  }
  if (/\.(?:ts|md)$/u.test(name)) return existsSync(join(domain, name)) || existsSync(join(root, name));
  if (/^[A-Z]\d\d$/u.test(name)) return Object.hasOwn(RULES, name);
  return isCommand(name.split(" "));
}

function isCommand([command = "", ...words]: readonly string[]): boolean {
  const spec = SPECS.find(({ name }) => name === command);
  if (!spec) return false;
  const options = (spec.options ?? []).map(([option]) => option.split(" ")[0]);
  if (command === "run") return words.every((word) => Object.hasOwn(actionTitles, word));
  return words.every((word) => !word.startsWith("--") || options.includes(word));
}

test("R1 to R41 each have their row, in order", () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 41 }, (_, index) => index + 1));
});

test("every file, command, column, setting and finding on the page is there", () => {
  const names = [...page.matchAll(/`([^`]+)`/gu)].map(([, name = ""]) => name);
  expect(names.length).toBeGreaterThan(120);
  expect(names.filter((name) => !isThere(name))).toEqual([]);
});

test("each row names what serves it, or says that nothing does", () => {
  const silent = rows.filter(({ served }) => !served.includes("`") && !served.includes("**Not served**"));
  expect(silent.map(({ number }) => number)).toEqual([]);
});

test.each([
  "名册·没有的列",
  "没有的表·班级",
  "设置·没有的项",
  "rules/nothing.ts",
  "A99",
  "run nothing",
  "import --nothing",
  "nothing",
])("a name that is not there would be found: %s", (name) => expect(isThere(name)).toBe(false));
