import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { patchWorkbook } from "../../../node-sync/src/xlsx/patch/patch-workbook";
import { emptyFolder } from "../../support/cli";
import { CommandLine } from "../../support/command-line";
import { SENT_UNITS, sentOffice } from "../../support/sent-office";
import { AT } from "../../support/sync-office";

const [UNIT] = SENT_UNITS;
const PLAN = resolve(__dirname, "../../../templates/2024年培训计划.txt");

interface Imported {
  readonly run?: string;
  readonly files: readonly {
    readonly rows: Readonly<Record<string, number>>;
    readonly cells: Readonly<Record<string, number>>;
    readonly findings: readonly { readonly code: string; readonly message: string }[];
  }[];
}

let command: CommandLine;
let folder = "";
let book = "";
let returned = "";
beforeAll(() => {
  command = new CommandLine();
});
afterAll(() => command.close());
beforeEach(async () => {
  folder = emptyFolder();
  [book, returned] = [join(folder, "名册.xlsx"), join(folder, "发回.xlsx")];
  writeFileSync(book, await sentOffice());
  await call("plan", PLAN);
  await call("run", "all");
  await call("export", "--out", join(folder, "发件"));
  copyFileSync(join(folder, "发件", `${UNIT}.xlsx`), returned);
});

async function call(...args: readonly string[]) {
  const ended = await command.run([...args, "--book", book, "--json", "--today", "2024-03-12"]);
  expect([0, 4]).toContain(ended.exit);
  return ended.json;
}

async function taken() {
  const { run, files } = (await call("import", returned, "--replies", join(folder, "回执"))) as Imported;
  const [file] = files;
  return { run: run ?? null, rows: file?.rows, cells: file?.cells, said: file?.findings.map(({ code }) => code) ?? [] };
}

/** Types into a sheet of a file; people begin at row 3 of 学员. */
async function type(path: string, sheet: string, firstDataRow: number, row: number, column: number, value: string) {
  const cells = [{ row, column, value, kind: "text" as const }];
  writeFileSync(path, await patchWorkbook(readFileSync(path), [{ sheet, firstDataRow, cells }]));
}

const BETWEEN: readonly (readonly [name: string, work: () => Promise<unknown>])[] = [
  ["nothing", async () => undefined],
  ["the next files went out", () => call("export", "--out", join(folder, "发件"))],
  ["the plan changed", changePlan],
  [
    "the plan changed and the next files went out",
    async () => {
      await changePlan();
      await call("export", "--out", join(folder, "发件"));
    },
  ],
];

/** The classes of the unit's people report on other days. */
async function changePlan() {
  const changed = join(folder, "新计划.txt");
  const text = readFileSync(PLAN, "utf8");
  writeFileSync(
    changed,
    text.replace("3月26日9:00-11:00", "3月27日9:00-11:00").replace("5月14日9:00-11:00", "5月15日9:00-11:00"),
  );
  await call("plan", changed);
  await call("run", "all");
}

test.each(BETWEEN)(
  "untouched, imported, undone and imported again: no grey cell is held against it; between: %s",
  async (_name, work) => {
    const first = await taken();
    expect(first).toMatchObject({ rows: { unchanged: 5 }, said: [] });
    if (first.run !== null) await call("undo", "--run", first.run);
    await work();
    const again = await taken();
    expect(again).toMatchObject({ rows: { unchanged: 5, changed: 0 }, cells: { conflicts: 0, refused: 0 } });
    expect(again.said).not.toContain("E10");
  },
);

test.each(BETWEEN)("with one cell of the unit's: it is taken both times, and nothing grey; between: %s", async (_name, work) => {
  await type(returned, "学员", 3, 3, AT.note, "夜班");
  const first = await taken();
  expect(first).toMatchObject({ rows: { changed: 1 }, cells: { applied: 1 }, said: [] });
  expect(first.run).not.toBeNull();
  await call("undo", "--run", first.run ?? "");
  await work();
  const again = await taken();
  expect(again).toMatchObject({ rows: { changed: 1, unchanged: 4 }, cells: { applied: 1, conflicts: 0, refused: 0 } });
  expect(again.said.filter((code) => code !== "E06")).toEqual([]);
});

test("a grey cell that the unit did change is said both times", async () => {
  await type(returned, "学员", 3, 3, AT.class, "再培训班第九期");
  const first = await taken();
  expect(first.said).toEqual(["E10"]);
  if (first.run !== null) await call("undo", "--run", first.run);
  expect((await taken()).said).toEqual(["E10"]);
});
