import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { operationOf } from "../../../apps-script/domain/operations/operation";
import { ALL_TITLE, ruleOf } from "../../../apps-script/domain/rules/actions";
import { perform } from "../../../node-sync/src/perform";
import { openAddOn } from "../bundle/support/add-on";
import { type Built, root } from "../bundle/support/built";
import { cellsOf, sheetOf } from "../bundle/support/cells";
import { press } from "../bundle/support/press";
import { seededTabs } from "../bundle/support/seeded";
import { loadTabs } from "../lab";
import { apiLab } from "../sheets-api/api-lab";
import { type Loopback, startLoopback } from "./index";

const TODAY = "2024-03-20";
const MOMENT = `${TODAY}T10:00:00+08:00`;
const CLASP = require.resolve("@google/clasp");
const run = promisify(execFile);

/** A project of its own, its settings pointing at the loopback's script. */
function checkout(scriptId: string): string {
  const folder = mkdtempSync(join(tmpdir(), "anpei-clasp-"));
  writeFileSync(join(folder, ".clasp.json"), JSON.stringify({ scriptId, rootDir: "dist" }));
  return folder;
}

let google: Loopback;

beforeAll(async () => {
  google = await startLoopback();
});
afterAll(() => google.close());

test("what clasp pushes runs on the Sheet, and does what the command line does through the Sheets API", async () => {
  const folder = checkout(google.scriptId);
  const options = { cwd: folder, env: { ...process.env, ...google.environment } };
  const pushed = await run(process.execPath, [join(root, "apps-script/push.mjs")], options);
  expect(pushed.stdout).toMatch(/^Pushed 4 files at/);
  expect(google.requests.map(({ method, status }) => [method, status])).toEqual([
    ["oauth2.googleapis.com/token", 200],
    ["script.projects.getContent", 200],
    ["script.projects.updateContent", 200],
  ]);
  const status = run(process.execPath, [CLASP, "show-file-status", "--json"], options);

  const arrived = new Map(google.scripts.projects.get(google.scriptId)?.files.map((file) => [file.name, file]));
  const built = (name: string) => readFileSync(join(folder, "dist", name), "utf8");
  const source = (name: string) => arrived.get(name)?.source ?? "";
  expect([...arrived.values()].map(({ name, type }) => [name, type]).sort()).toEqual([
    ["Code", "SERVER_JS"],
    ["appsscript", "JSON"],
    ["manual", "HTML"],
    ["page", "HTML"],
  ]);
  expect([source("Code"), source("page"), source("manual"), source("appsscript")]).toEqual([
    built("Code.js"),
    built("page.html"),
    built("manual.html"),
    built("appsscript.json"),
  ]);

  const bytes: Built = {
    folder,
    code: source("Code"),
    page: source("page"),
    manual: source("manual"),
    browser: {},
    manifest: JSON.parse(source("appsscript")),
  };
  const tabs = seededTabs(40, TODAY, "2024-02-20");
  const addOn = openAddOn(bytes, { moment: MOMENT, workbook: google.workbook });
  loadTabs(google.workbook, tabs, "dates");
  addOn.call("onOpen");
  expect(addOn.google.ui.functionNames).toContain("menuAll");

  const office = await apiLab();
  await office.load(tabs);
  const { result } = press(addOn, "menuAll");
  const head = { time: MOMENT, clerk: "乙", source: "命令行" } as const;
  const receipt = await perform(office.host, operationOf("all", ALL_TITLE, ruleOf("all")), { today: TODAY, head });
  expect([result.stage, receipt.run]).toEqual(["result", expect.any(String)]);
  expect(cellsOf(sheetOf(addOn))).toEqual(cellsOf(await office.host.read()));
  await office.google.close();
  const { filesToPush, untrackedFiles } = JSON.parse((await status).stdout) as Record<string, string[]>;
  expect(filesToPush?.sort()).toEqual(["dist/Code.js", "dist/appsscript.json", "dist/manual.html", "dist/page.html"]);
  expect(untrackedFiles).toEqual([]);
});
