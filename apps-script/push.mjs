// `npm run push`: builds the add-on and pushes it with clasp. clasp may print "Skipping push." and still exit 0, and with
// the placeholder for the script's id it fails in a way that says little: both end here with a sentence and exit code 1.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../", import.meta.url));
const say = {
  noProject: "没有找到 .clasp.json，请在项目根目录放一份，写上 scriptId 和 rootDir。",
  placeholder: "请先把 .clasp.json 里的 scriptId 换成您自己的脚本编号（Apps Script 编辑器 → 项目设置 → 脚本 ID）。",
  noBuild: "构建失败，没有推送。",
  skipped: "clasp 跳过了推送（Skipping push.），表格里的程序没有更新。",
  failed: "clasp 推送失败，表格里的程序没有更新。请看上面的提示；没有登录时先运行 npx clasp login。",
};

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: process.cwd(), encoding: "utf8" });
  process.stdout.write(stdout ?? "");
  process.stderr.write(stderr ?? "");
  return { isDone: status === 0, said: `${stdout ?? ""}${stderr ?? ""}` };
}

/** What keeps the push from working, or null. `clasp` is the command with its first arguments. */
function problem(clasp) {
  let settings;
  try {
    settings = JSON.parse(readFileSync(resolve(".clasp.json"), "utf8"));
  } catch {
    return say.noProject;
  }
  if (!/^[\w-]{20,}$/.test(settings.scriptId ?? "") || /^PUT-/.test(settings.scriptId)) return say.placeholder;
  if (!run(process.execPath, [resolve(project, "apps-script/build.mjs"), settings.rootDir]).isDone) return say.noBuild;
  const [command, ...args] = clasp;
  const { isDone, said } = run(command, [...args, "push", "-f"]);
  if (/Skipping push/i.test(said)) return say.skipped;
  return isDone ? null : say.failed;
}

const own = [process.execPath, resolve(project, "node_modules/@google/clasp/build/src/index.js")];
const given = process.argv.slice(2);
const wrong = problem(given.length > 0 ? given : own);
if (wrong !== null) {
  console.error(wrong);
  process.exitCode = 1;
}
