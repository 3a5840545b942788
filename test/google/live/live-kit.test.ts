import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { describeHost } from "../../hosts/contract";
import { dumpTabs, loadTabs } from "../lab";
import { type Loopback, startLoopback } from "../loopback";
import { FACTS } from "./facts";
import { GIVES_RESULTS, stepsOf } from "./runner";

/** The whole kit takes a minute; the facts and some of the contract are enough to see that it works. */
const isWhole = Boolean(process.env.ANPEI_SOAK);
const root = resolve(__dirname, "../../..");
let google: Loopback;

beforeEach(async () => {
  google = await startLoopback();
  google.onRequest((moment) => {
    if (moment === "before") google.clock.advance(1500);
  });
});
afterEach(() => google.close());

function kit(...more: string[]): Promise<{ readonly exit: number | null; readonly out: string; readonly err: string }> {
  const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
  const args = [tsx, join(__dirname, "run.ts"), "--sheet", google.spreadsheetId, ...more];
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...google.environment } });
  const texts = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    texts.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    texts.err += text;
  });
  return new Promise((done) => child.once("close", (exit) => done({ exit, ...texts })));
}

test("finds nothing otherwise on the loopback, and leaves the Sheet as it was", async () => {
  const { exit, out, err } = await kit(...(isWhole ? [] : ["--only", "fact:", "--only", "writes nothing on a dry run"]));
  expect([exit, err, out.match(/^DIFFERENT.*(?:\n {11}.*)*/gm)]).toEqual([0, "", null]);
  for (const { name } of FACTS)
    expect(out).toContain(`same       fact: ${name}
`);
  const names = stepsOf(() => describeHost("", () => Promise.reject(new Error("declared only")))).map(({ name }) => name);
  const tried = isWhole
    ? names.filter((name) => !GIVES_RESULTS.test(name))
    : names.filter((name) => name.includes("writes nothing on a dry run"));
  expect(tried).not.toEqual([]);
  expect(out.match(/(?<=^same {7}contract: ).*/gm)).toEqual(tried);
  expect(dumpTabs(google.workbook)).toEqual([{ title: "Sheet1", cells: [] }]);
});

test("says what is otherwise", async () => {
  google.faults.next({ kind: "api-disabled" }, { method: "sheets.spreadsheets.values.get" });
  const { exit, out } = await kit("--only", "never parsed");
  expect([exit, out]).toEqual([
    1,
    expect.stringMatching(/^DIFFERENT {2}fact: texts put in explicitly.*\n {11}expected .*\n {11}saw .*403/),
  ]);
});

test.each([
  ["with a cell in it", () => google.workbook.sheets[0]?.enter(1, 1, "x")],
  ["with a second tab", () => google.workbook.addSheet("乙")],
])("refuses a Sheet %s", async (_, arrange) => {
  loadTabs(google.workbook, [{ title: "Sheet1", cells: [] }]);
  arrange();
  const before = dumpTabs(google.workbook);
  const { exit, err } = await kit();
  expect([exit, err]).toEqual([2, expect.stringContaining("not empty")]);
  expect(dumpTabs(google.workbook)).toEqual(before);
});
