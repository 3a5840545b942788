import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parse } from "acorn";
import { CLERK_OPERATIONS } from "../../../apps-script/domain/operations/registry";
import type { MenuItem } from "../services/ui-record";
import { openAddOn } from "./support/add-on";
import { buildAddOn, root } from "./support/built";

const built = buildAddOn();

const MENU = [
  ["初始化/升级工作簿", "menuInit"],
  ["读入培训计划", "menuPlan"],
  ["结转到下一年度", "menuNextYear"],
  ["检查计划", "menuCheckPlan"],
  ["核对名册", "menuCheckRoster"],
  ["分配班级", "menuAssign"],
  ["检查资料", "menuPapers"],
  ["填写费用", "menuFees"],
  ["发放模拟卡", "menuCards"],
  ["整理待办", "menuTodo"],
  ["更新看板", "menuDashboard"],
  ["全部执行", "menuAll"],
  ["撤销上次操作", "menuUndo"],
  ["操作记录", "menuLog"],
] as const;
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
const DESK = CLERK_OPERATIONS.map(({ id, title }) => [title, `menuDo${id.split("-").map(capital).join("")}`] as const);
const SIDEBAR = ["打开侧边栏", "menuSidebar"] as const;
const DIALOGS = [...DESK, ...MENU];
const ITEMS = [SIDEBAR, ...DIALOGS];
const OTHERS = ["onEdit", "onInstall", "onOpen", "openFromMenu", "pageCall", "pageManual"];
const ENTRIES = [...ITEMS.map(([, handler]) => handler), ...OTHERS].sort();

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
    expect(statSync(join(built.folder, "Code.js")).size).toBeLessThanOrEqual(250_000);
    expect(statSync(join(built.folder, "page.html")).size).toBeLessThanOrEqual(746_500);
    expect(gzipSync(built.page).length).toBeLessThanOrEqual(279_500);
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
    for (const name of ["Code.js", "page.html", "manual.html", "appsscript.json"]) {
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
      expect(itemsOf(menu?.items)).toEqual([SIDEBAR, ...MENU]);
      const [desk, ...others] = menu?.items.flatMap((item) => (item.kind === "menu" ? [item.menu] : [])) ?? [];
      expect([desk?.caption, itemsOf(desk?.items), others]).toEqual(["办理", DESK, []]);
      expect(google.calls.document).toBe(0);
    },
  );

  test.each(DIALOGS)("%s opens its dialog", (title, handler) => {
    const { google, call } = openAddOn(built);
    call(handler);
    const [dialog, ...more] = google.ui.dialogs;
    expect([dialog?.kind, dialog?.title, more.length]).toEqual(["modal", title, 0]);
    expect(dialog?.width).toBeGreaterThanOrEqual(420);
    expect(dialog?.width).toBeLessThanOrEqual(600);
    expect(google.calls.document).toBe(0);
  });

  test("the sidebar opens beside the Sheet, with the whole page", () => {
    const { google, call } = openAddOn(built);
    call(SIDEBAR[1]);
    expect(google.ui.dialogs.map(({ kind, title }) => [kind, title])).toEqual([["sidebar", "安培台账"]]);
    expect(google.ui.dialogs[0]?.content).toContain('data-action="sidebar"');
    expect(google.calls.document).toBe(0);
  });

  test("nothing but an item's own id opens a dialog", () => {
    const { google, call } = openAddOn(built);
    for (const id of ['x"><script>', "", null, { id: "all" }]) expect(() => call("openFromMenu", id)).toThrow(/[\u4e00-\u9fff]/);
    expect(google.ui.dialogs).toEqual([]);
  });

  test("the page calls only functions that are there", () => {
    expect(new Set(built.page.match(/\.pageCall\b/g))).toEqual(new Set([".pageCall"]));
    expect(built.page).not.toMatch(/withUserObject/);
  });
});

describe("the page", () => {
  test("brings everything with it: no address, no import, no scriptlet, no eval, no markup from texts", () => {
    const { page } = built;
    expect(page).not.toMatch(/\bsrc=|\bhref=|@import|url\((?!#)|<\?|\bimport\(/);
    expect(page).not.toMatch(/outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser/);
    expect(page).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie|serviceWorker/);
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page.match(/<\/script>/g)).toHaveLength(1);
  });

  test("none of its sources makes markup of a text", () => {
    const sources = readdirSync(join(root, "apps-script/page"), { recursive: true, encoding: "utf8" });
    const wrong = sources
      .filter((name) => /\.tsx?$/.test(name))
      .filter((name) => /innerHTML/i.test(readFileSync(join(root, "apps-script/page", name), "utf8")));
    expect([wrong, sources.length > 20]).toEqual([[], true]);
  });

  test("survives HtmlService, which strips what follows // in template literals, and looks for comments", () => {
    expect(built.page).not.toMatch(/`|<!--/);
  });

  test("in a browser it is files named after their content, and nothing inline that a strict policy would refuse", () => {
    const { "index.html": html, "page.json": about, ...parts } = built.browser;
    const index = String(html);
    const { build, files } = JSON.parse(String(about)) as { readonly build: string; readonly files: readonly string[] };
    expect(Object.keys(parts).sort()).toEqual([...files].sort());
    const [, script = ""] = files;
    for (const [name, bytes] of Object.entries(parts)) {
      const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
      expect([`page-${digest}.css`, `page-${digest}.js`, `manual-${digest}.png`]).toContain(name);
      expect(name.endsWith(".png") ? String(parts[script]) : index).toContain(`"${name}"`);
    }
    expect(index).not.toMatch(/<style|<script>|\sstyle=|\son\w+=/);
    expect(
      [built.code, built.page, files.map((name) => String(parts[name])).join("")].every((text) => text.includes(build)),
    ).toBe(true);
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
  expect(names.sort()).toEqual(["Code.js", "appsscript.json", "manual.html", "page.html"]);
});
