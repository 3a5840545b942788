import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CLERK_OPERATIONS } from "../../apps-script/domain/operations/registry";
import { FORM_FIELD_HEAD, formFieldTable } from "../support/form-field-table";
import { MANUALS, operationTable } from "../support/operation-tables";

const root = resolve(__dirname, "../..");
const linesOf = (name: string): string[] => readFileSync(join(root, name), "utf8").split("\n");

test.each(Object.entries(MANUALS))("%s lists every operation as it is declared; npm run manuals writes it", (name, head) => {
  const lines = linesOf(name);
  const table = lines.slice(lines.indexOf(head));
  expect(table.slice(0, table.indexOf(""))).toEqual(operationTable(head).split("\n"));
});

test("the staff's manual lists every placeholder of Word forms; npm run manuals writes it", () => {
  const lines = linesOf("README.zh-CN.md");
  const table = lines.slice(lines.indexOf(FORM_FIELD_HEAD));
  expect(table.slice(0, table.indexOf(""))).toEqual(formFieldTable().split("\n"));
});

test("every operation is tried by a test of its own, which gives it bad input too", () => {
  const registry = linesOf("apps-script/domain/operations/registry.ts");
  const imports = registry.flatMap((line) => {
    const { names = "", module = "" } = IMPORTED.exec(line)?.groups ?? {};
    return module === "" ? [] : [{ names: names.split(", "), module }];
  });
  const modules = imports.map(({ module }) => module);
  expect(imports.flatMap(({ names }) => names)).toHaveLength(CLERK_OPERATIONS.length);
  const folder = join(root, "test/domain/operations");
  const tests = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
  const isTried = (module: string): boolean => tests.some((text) => text.includes(`/operations/${module}"`) && WRONG.test(text));
  expect(modules.filter((module) => !isTried(module))).toEqual([]);
});

/** An operation, or several, of a file beside the registry. */
const IMPORTED = /^import \{ (?<names>.+) \} from "\.\/(?<module>[a-z-]+\/[a-z-]+)"/u;
/** How a test says that an input is refused. */
const WRONG = /BadInput|problems|refused|toThrow/u;
