import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "acorn";
import { CLERK_OPERATIONS } from "../../../apps-script/domain/operations/registry";
import type { MenuItem } from "../services/ui-record";
import { openAddOn } from "./support/add-on";
import { buildAddOn, root } from "./support/built";

const built = buildAddOn();

const MENU = [
  ["初始化/升级工作簿", "menuInit"],
  ["读入培训计划", "menuPlan"],
  ["检查计划", "menuCheckPlan"],
  ["核对名册", "menuCheckRoster"],
  ["分配班级", "menuAssign"],
  ["检查资料", "menuPapers"],
  ["填写费用", "menuFees"],
  ["发放模拟卡", "menuCards"],
  ["整理待办", "menuTodo"],
  ["全部执行", "menuAll"],
  ["撤销上次操作", "menuUndo"],
  ["操作记录", "menuLog"],
] as const;
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
const DESK = CLERK_OPERATIONS.map(({ id, title }) => [title, `menuDo${id.split("-").map(capital).join("")}`] as const);
const DIALOG = ["dialogApply", "dialogCopied", "dialogOpen", "dialogPreview", "dialogRuns", "dialogSaveClerk"];
const ITEMS = [...DESK, ...MENU];
const ENTRIES = [...ITEMS.map(([, handler]) => handler), ...DIALOG, "onEdit", "onInstall", "onOpen", "openFromMenu"].sort();

describe("the script that is pushed", () => {
  const program = parse(built.code, { ecmaVersion: 2021, sourceType: "script" });

  test("declares one function for each entry point, runs one expression, and names nothing else", () => {
    const functions = program.body.flatMap((node) => (node.type === "FunctionDeclaration" ? [node.id.name] : []));
    expect(functions.sort()).toEqual(ENTRIES);
    const others = program.body.filter(({ type }) => type !== "FunctionDeclaration").map(({ type }) => type);
    expect(new Set(others)).toEqual(new Set(["ExpressionStatement"]));
  });

  test("loads where nothing is but Google's services, and leaves nothing but its entry points", () => {
    const { globals, google } = openAddOn(built, { authMode: "NONE" });
    expect([...globals].sort()).toEqual(ENTRIES);
    expect(google.calls.total).toBe(0);
  });

  test("is small, as the page is", () => {
    expect(statSync(join(built.folder, "Code.js")).size).toBeLessThan(710_000);
    expect(statSync(join(built.folder, "dialog.html")).size).toBeLessThan(60_000);
  });

  test("asks for two scopes and no more, on V8, in Yantai's time", () => {
    expect(built.manifest).toMatchObject({ runtimeVersion: "V8", timeZone: "Asia/Shanghai" });
    expect(built.manifest.oauthScopes).toEqual([
      "https://www.googleapis.com/auth/spreadsheets.currentonly",
      "https://www.googleapis.com/auth/script.container.ui",
    ]);
    expect(Object.keys(built.manifest).sort()).toEqual([
      "dependencies",
      "exceptionLogging",
      "oauthScopes",
      "runtimeVersion",
      "timeZone",
    ]);
  });

  test("is what dist holds after `npm run build`", () => {
    for (const name of ["Code.js", "dialog.html", "appsscript.json"]) {
      expect(readFileSync(join(root, "apps-script/dist", name), "utf8")).toBe(readFileSync(join(built.folder, name), "utf8"));
    }
  });
});

describe("the menu", () => {
  test.each(["onOpen", "onInstall"])(
    "%s shows it before anybody has consented to anything, without a look at the Sheet",
    (name) => {
      const { google, call } = openAddOn(built, { authMode: "NONE" });
      call(name, { authMode: "NONE" });
      const [menu, ...more] = google.ui.menus;
      expect([menu?.caption, more.length]).toEqual(["安培台账", 0]);
      const itemsOf = (items: readonly MenuItem[] = []) =>
        items.flatMap((item) => (item.kind === "item" ? [[item.caption, item.functionName]] : []));
      expect(itemsOf(menu?.items)).toEqual(MENU);
      const [desk, ...others] = menu?.items.flatMap((item) => (item.kind === "menu" ? [item.menu] : [])) ?? [];
      expect([desk?.caption, itemsOf(desk?.items), others]).toEqual(["办理", DESK, []]);
      expect(google.calls.document).toBe(0);
    },
  );

  test.each(ITEMS)("%s opens its dialog", (title, handler) => {
    const { google, call } = openAddOn(built);
    call(handler);
    const [dialog, ...more] = google.ui.dialogs;
    expect([dialog?.kind, dialog?.title, more.length]).toEqual(["modal", title, 0]);
    expect(dialog?.width).toBeGreaterThanOrEqual(420);
    expect(dialog?.width).toBeLessThanOrEqual(600);
    expect(google.calls.document).toBe(0);
  });

  test("nothing but an item's own id opens a dialog", () => {
    const { google, call } = openAddOn(built);
    for (const id of ['x"><script>', "", null, { id: "all" }]) expect(() => call("openFromMenu", id)).toThrow(/[\u4e00-\u9fff]/);
    expect(google.ui.dialogs).toEqual([]);
  });

  test("the page calls only functions that are there", () => {
    const names = new Set(built.dialog.match(/\bdialog[A-Z]\w+/g));
    expect([...names].sort()).toEqual(DIALOG);
  });
});

describe("the page", () => {
  test("brings everything with it: no address, no import, no scriptlet, no eval, no markup from texts", () => {
    const { dialog } = built;
    expect(dialog).not.toMatch(/https?:|\bsrc=|\bhref=|@import|url\(|<\?/);
    expect(dialog).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|\bfetch\(/,
    );
    expect(dialog.match(/<script>/g)).toHaveLength(1);
    expect(dialog.match(/<\/script>/g)).toHaveLength(1);
  });
});

test("clasp would push the script, the page and the manifest, and nothing else", () => {
  const project = mkdtempSync(join(tmpdir(), "anpei-clasp-"));
  cpSync(built.folder, join(project, "apps-script/dist"), { recursive: true });
  cpSync(join(root, ".clasp.json"), join(project, ".clasp.json"));
  writeFileSync(join(project, "package.json"), "{}");
  const clasp = require.resolve("@google/clasp");
  const out = execFileSync(process.execPath, [clasp, "show-file-status", "--json"], { cwd: project, encoding: "utf8" });
  const status = JSON.parse(out) as { readonly filesToPush: readonly string[]; readonly untrackedFiles: readonly string[] };
  const names = status.filesToPush.map((path) => path.split("/").pop());
  expect(names.sort()).toEqual(["Code.js", "appsscript.json", "dialog.html"]);
});
