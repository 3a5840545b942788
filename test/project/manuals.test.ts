import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { actionTitles } from "../../apps-script/domain/wording/actions";
import { SPECS } from "../../node-sync/src/cli/specs";

const root = resolve(__dirname, "../..");
const page = (name: string): string => readFileSync(join(root, name), "utf8");

test("README.md has a row for every command", () => {
  const rows = page("README.md")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .join("\n");
  const named = SPECS.map(({ name }) => name).filter((name) => !new RegExp(`\`${name}[ \`]`).test(rows));
  expect(named).toEqual(["templates"]);
});

test("every menu action is in the help of run, in README.md and, by its title, in the staff's manual", () => {
  const help = SPECS.find(({ name }) => name === "run")?.summary ?? "";
  const ids = Object.keys(actionTitles);
  expect(ids.filter((id) => !help.includes(id) || !page("README.md").includes(`\`${id}\``))).toEqual([]);
  expect(Object.values(actionTitles).filter((title) => !page("README.zh-CN.md").includes(title))).toEqual([]);
});
