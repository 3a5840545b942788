import { spawnSync } from "node:child_process";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLERK_OPERATIONS } from "../../../apps-script/domain/operations/registry";
import { xlsxOf } from "../../../node-sync/src/demo/file-forms";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { anpei, emptyFolder } from "../../support/cli";
import { IDLE_EXAMPLES } from "../../support/idle-examples";
import { bin } from "../../support/program";

const folder = emptyFolder();
const demo = join(folder, "demo/名册.xlsx");
const TODAY = ["--today", "2024-03-26"];

interface Listed {
  readonly operations: readonly {
    readonly id: string;
    readonly fields: readonly { readonly name: string; readonly kind: string; readonly required: boolean }[];
    readonly example: { readonly input: object; readonly today: string; readonly command: string };
  }[];
}
interface Done {
  readonly run: string | null;
  readonly applied: boolean;
  readonly input: Readonly<Record<string, unknown>>;
  readonly people: Readonly<Record<string, string>>;
  readonly changes: readonly { readonly table: string; readonly row: string; readonly column: string; readonly after: unknown }[];
}
interface Refused {
  readonly error: { readonly code: string; readonly message: string; readonly fields: readonly { readonly field: string }[] };
}

beforeAll(() => {
  expect(anpei(["demo", join(folder, "demo")]).exit).toBe(0);
});

function asPrinted(words: readonly string[]): { exit: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: "utf8" });
  return { exit: status, out: stdout, err: stderr };
}

let books = 0;
const copy = (): string => {
  const path = join(folder, `名册${++books}.xlsx`);
  copyFileSync(demo, path);
  return path;
};
const call = (book: string, ...words: string[]) => {
  const { exit, json } = anpei(["do", ...words, "--book", book, ...(words.includes("--today") ? [] : TODAY), "--json"]);
  return { exit, done: json as Done, refused: json as Refused };
};
/** Every cell of the workbook but those of the log. */
const cells = async (book: string): Promise<ReadonlySet<string>> => {
  const grids = await new XlsxHost(book).read();
  const told = grids.filter(({ title }) => title !== "操作记录" && title !== "_改动");
  const filled = told.flatMap(({ title, rows }) =>
    rows
      .filter(({ values }) => !String(values[0]).endsWith("计数"))
      .flatMap(({ at, values }) =>
        values.flatMap((value, column) => (value === null ? [] : [`${title}!${at}:${column} ${value}`])),
      ),
  );
  return new Set(filled);
};
const different = (one: ReadonlySet<string>, other: ReadonlySet<string>): string[] => [
  ...[...one].filter((cell) => !other.has(cell)),
  ...[...other].filter((cell) => !one.has(cell)),
];

const listed = (anpei(["do", "--json"]).json as Listed).operations;

test("without an operation all are listed, with their fields and an example", () => {
  expect(listed.map(({ id }) => id)).toEqual(CLERK_OPERATIONS.map(({ id }) => id));
  expect(listed.find(({ id }) => id === "pay")?.fields.filter(({ required }) => required)).toMatchObject([
    { name: "amount", kind: "money" },
    { name: "method", kind: "choice" },
  ]);
  const { exit, out } = anpei(["do"]);
  expect(exit).toBe(0);
  for (const { id, example, fields } of listed) {
    expect(out).toContain(`\n${id}  `);
    expect(out).toContain(`例：anpei ${example.command}`);
    for (const { name } of fields) expect(out).toContain(`--${name} `);
  }
});

test.each(CLERK_OPERATIONS.map((one) => [one.id, one] as const))("do %s --help tells its fields in full", (id, { fields }) => {
  const { exit, out } = anpei(["do", id, "--help"]);
  expect(exit).toBe(0);
  for (const { name, title, required, note, choices } of fields) {
    expect(out).toContain(`--${name}  ${title}（${required ? "必填" : "可不写"}）`);
    expect(out).toContain(note ?? "");
    expect(out).toContain(choices?.join("、") ?? "");
  }
  expect(out).toContain(`例：anpei ${listed.find((one) => one.id === id)?.example.command}`);
  expect(out).not.toMatch(/undefined|null|\[object/u);
  expect(anpei(["do", id, "-h", "--json"]).json).toEqual({ operations: [listed.find((one) => one.id === id)] });
});

test("every example runs as printed, one after the other, and all are taken back cell for cell", async () => {
  const before = await cells(demo);
  const busy = listed.filter(({ id }) => !IDLE_EXAMPLES.includes(id));
  for (const [place, { example }] of busy.entries()) {
    const words = example.command.split(" ").map((word) => word.replace(/^"|"$/gu, ""));
    // The first as a shell starts them; a process each is what takes longest.
    const { exit, out, err } =
      place < 2 ? asPrinted(words) : anpei(words.map((word) => word.replace(/^demo\//u, `${folder}/demo/`)));
    expect([example.command, exit, err]).toEqual([example.command, 0, ""]);
    expect(out).toMatch(/运行号 R\d+/u);
    expect(out).not.toMatch(/undefined|null|NaN|\[object/u);
  }
  expect(different(before, await cells(demo)).length).toBeGreaterThan(busy.length);
  for (const _ of busy) expect(anpei(["undo", "--book", demo, "--json"])).toMatchObject({ exit: 0, json: { kept: [] } });
  expect(different(before, await cells(demo))).toEqual([]);
});

test.each(CLERK_OPERATIONS.map((one) => [one.id, one] as const))(
  "%s alone, by its example as a JSON file: dry, then done",
  (id, { example }) => {
    const book = copy();
    const path = join(folder, `${id}.json`);
    writeFileSync(path, JSON.stringify(example.input));
    const dry = call(book, id, "--input", path, "--dry-run", "--today", example.today);
    expect(dry.done).toMatchObject({ run: null, applied: false });
    // The input as it was understood decides the same.
    writeFileSync(path, JSON.stringify(dry.done.input));
    const { exit, done } = call(book, id, "--input", path, "--today", example.today);
    expect(exit).toBe(0);
    expect(done.run).toEqual(IDLE_EXAMPLES.includes(id) ? null : expect.stringMatching(/^R\d+$/u));
    expect(done.changes).toEqual(dry.done.changes);
    expect(done.people).toEqual(dry.done.people);
  },
);

test("the log tells the run in a sentence", () => {
  const book = copy();
  call(book, "check-in", "--people", "钱秀英", "--method", "现金");
  const { out } = anpei(["log", "--book", book]);
  expect(out).toMatch(/报到 .*钱秀英 3月26日报到，现金300/u);
});

test("a conflict is settled in one run: the same file again asks nothing", () => {
  const book = copy();
  const done = call(book, "settle", "--source", "采石场-补充.csv", "--side", "单位").done;
  expect(done.changes).toContainEqual(
    expect.objectContaining({ table: "名册", row: "B2024-00039", column: "学历", after: "本科" }),
  );
  expect(anpei(["show", "冲突", "--book", book, "--json"])).toMatchObject({ exit: 0, json: { rows: [] } });
  const again = anpei(["import", join(folder, "demo/收件/采石场-补充.csv"), "--book", book, ...TODAY, "--json"]);
  expect(again).toMatchObject({ exit: 0, json: { run: null, files: [{ cells: { conflicts: 0 } }] } });
});

test("a list in a file; several words of one field; a value with =", async () => {
  const book = copy();
  const path = join(folder, "名单.xlsx");
  writeFileSync(
    path,
    await xlsxOf((sheet) =>
      sheet.addRows([
        ["姓名", "单位"],
        ["钱秀英", "示例采石场"],
        ["孙安", null],
      ]),
    ),
  );
  const { done } = call(book, "check-in", "--people", path, "郑晓东", "--method=扫码", "--dry-run");
  expect(done.input).toMatchObject({ people: ["B2024-00034", "B2024-00039", "B2024-00003"], method: "扫码" });
});

test.each<[string[], number, string[]]>([
  [["pay", "--people", "孙安", "--amount", "-300", "--method", "现金"], 2, ["amount"]],
  [["pay", "--amount", "x", "--method", "pos"], 2, ["amount", "method"]],
  [["pay", "--people", "孙安", "--sum", "300"], 2, ["sum", "amount", "method"]],
  [["pay", "--people", "永强", "--amount", "300", "--method", "现金"], 3, ["people"]],
  [["check-in", "--people", "钱秀英", "--class", "第三期"], 3, ["class"]],
  [["check-in", "--people", "钱秀英"], 3, ["reason"]],
])("do %j: exit %i, and which fields", async (words, exit, fields) => {
  const book = copy();
  const before = await cells(book);
  const { refused, ...called } = call(book, ...words);
  expect([called.exit, refused.error.code, refused.error.fields.map(({ field }) => field)]).toEqual([exit, "bad-input", fields]);
  for (const { field } of refused.error.fields) expect(refused.error.message).toContain(field);
  expect(different(before, await cells(book))).toEqual([]);
});

test.each([
  [["不存在"], "没有操作“不存在”。可以用：enrol、pre-register、"],
  [["pya"], "没有操作“pya”，是不是pay。"],
  [["收款"], "没有操作“收款”，是不是pay。"],
  [["pya", "--help"], "没有操作“pya”，是不是pay。"],
  [["pay", "300"], "“300”前面要写是哪一项"],
  [["pay", "--input", join(folder, "demo/2024年培训计划.txt")], "不是一份 JSON 对象"],
])("do %j is a wrong call", (words, message) => {
  const { exit, refused } = call(demo, ...words);
  expect([exit, refused.error.code, refused.error.message]).toEqual([2, "usage", expect.stringContaining(message)]);
});
