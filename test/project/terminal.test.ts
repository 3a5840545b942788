import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

const sources = resolve(__dirname, "../../node-sync/src");
const files = readdirSync(sources, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

test("only one file writes to the terminal, where control characters are taken out; main.ts says its version", () => {
  const writers = files
    .map((entry) => relative(sources, join(entry.parentPath, entry.name)))
    .filter((file) => /process\.std(?:out|err)\.write|console\.(?!error\b)/u.test(readFileSync(join(sources, file), "utf8")));
  expect(writers.sort()).toEqual(["cli/main.ts", "terminal/terminal.ts"]);
});
