import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { SCHEMA_VERSION, TABLES } from "../../../apps-script/domain/schema/index";
import { SPECS } from "../../../node-sync/src/cli/specs";
import { newWorkbook } from "../../../node-sync/src/workbook/new-workbook";
import { patchWorkbook } from "../../../node-sync/src/xlsx/patch/patch-workbook";
import { anpei, emptyFolder } from "../../support/cli";

const root = resolve(__dirname, "../../..");
const folder = emptyFolder();
const book = join(folder, "名册.xlsx");
const at = (name: string): string => join(folder, name);

/** These work on no workbook that is there, or on two documents. */
const WITHOUT = ["init", "copy", "login", "logout", "demo", "templates"];
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  plan: [join(root, "templates/2024年培训计划.txt")],
  show: [TABLES.roster.title],
  run: ["all"],
  import: [at("名单.csv")],
  export: ["--out", at("发件")],
  sync: ["--inbox", at("收件"), "--outbox", at("发件")],
  cards: [at("卡.csv")],
  print: ["check-in", "--class", "再二", "--out", at("报到")],
  view: ["today"],
  do: ["pay", "--payer", "甲", "--amount", "1", "--method", "现金"],
  copied: ["--new"],
  open: ["--no-browser"],
};

beforeAll(async () => {
  for (const name of ["收件", "发件"]) mkdirSync(at(name));
  writeFileSync(at("名单.csv"), "姓名,证件号,工作单位,职位,申报类型\n甲,379999198001010024,测试矿,主要负责人,再培训\n");
  writeFileSync(at("卡.csv"), "卡号,密码,科目,类型\n0000000001,p0001,安全生产管理人员,初培\n");
  const version = { row: 2, column: 2, value: SCHEMA_VERSION + 1, kind: "number" } as const;
  const newer = [{ sheet: TABLES.settings.title, firstDataRow: 2, cells: [version] }];
  writeFileSync(book, await patchWorkbook(await newWorkbook({ planYear: 2024, workbook: "W" }), newer));
});

test.each(SPECS.map(({ name }) => name).filter((name) => !WITHOUT.includes(name)))(
  "%s refuses a workbook of a newer program, and leaves it as it is",
  (name) => {
    const before = readFileSync(book);
    const { exit, json } = anpei([name, ...(ARGUMENTS[name] ?? []), "--book", book, "--json"]);
    if (name === "doctor") expect(exit).toBe(4);
    else expect([exit, json]).toMatchObject([3, { error: { code: "newer-schema" } }]);
    expect(readFileSync(book).equals(before)).toBe(true);
  },
);

/** What `templates` writes is compared where it is made. */
test("a test calls every command by its name, but templates", () => {
  const tests = ["test/node-sync", "test/google"]
    .flatMap((part) => readdirSync(join(root, part), { recursive: true, encoding: "utf8" }).map((name) => join(part, name)))
    .filter((name) => name.endsWith(".ts") && !name.endsWith("every-command.test.ts"))
    .map((name) => readFileSync(join(root, name), "utf8"))
    .join("\n");
  expect(SPECS.map(({ name }) => name).filter((name) => !new RegExp(`[[(]"${name}"`).test(tests))).toEqual(["templates"]);
});
