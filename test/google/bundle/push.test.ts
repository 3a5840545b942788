import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./support/built";

const SCRIPT = "1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcdefghijklmnopqrstu";

/** `npm run push` in a project of its own, with a clasp that says and does what the test wants. */
function push(scriptId: string | null, clasp = "console.log('Pushed 3 files.')") {
  const folder = mkdtempSync(join(tmpdir(), "anpei-push-"));
  if (scriptId !== null) writeFileSync(join(folder, ".clasp.json"), JSON.stringify({ scriptId, rootDir: "dist" }));
  writeFileSync(join(folder, "clasp.js"), `require("fs").writeFileSync("called", process.argv.slice(2).join(" "));\n${clasp}`);
  const args = [join(root, "apps-script/push.mjs"), process.execPath, join(folder, "clasp.js")];
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  return {
    status,
    stderr,
    stdout,
    isCalled: existsSync(join(folder, "called")),
    isBuilt: existsSync(join(folder, "dist/Code.js")),
  };
}

test("builds, pushes, and says what clasp says", () => {
  expect(push(SCRIPT)).toMatchObject({ status: 0, isBuilt: true, isCalled: true, stdout: "Pushed 3 files.\n", stderr: "" });
});

test.each([
  ["the placeholder", "PUT-YOUR-SCRIPT-ID-HERE", "请先把 .clasp.json 里的 scriptId"],
  ["an empty id", "", "请先把 .clasp.json 里的 scriptId"],
  ["no settings", null, "没有找到 .clasp.json"],
])("%s: nothing is pushed", (_, scriptId, sentence) => {
  const { status, stderr, isCalled } = push(scriptId);
  expect([status, isCalled]).toEqual([1, false]);
  expect(stderr).toContain(sentence);
});

test.each([
  ["skips with exit code 0", "console.log('Skipping push.')", "跳过了推送"],
  ["fails", "console.error('Not logged in.'); process.exitCode = 1", "推送失败"],
])("clasp %s: the push failed", (_, clasp, sentence) => {
  const { status, stderr } = push(SCRIPT, clasp);
  expect(status).toBe(1);
  expect(stderr).toContain(sentence);
});

test("the checkout holds the placeholder", () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, "apps-script/push.mjs")], { cwd: root, encoding: "utf8" });
  expect([status, stderr]).toEqual([1, expect.stringContaining("请先把 .clasp.json")]);
});
