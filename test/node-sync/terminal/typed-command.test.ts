import { type Start, typedCommand, typedWord } from "../../../node-sync/src/terminal/typed-command";

const onLinux: Start = {
  platform: "linux",
  environment: {},
  program: "/home/li/anpei/node-sync/bin/anpei.mjs",
  folder: "/home/li/anpei",
};
const onWindows: Start = { ...onLinux, platform: "win32", program: "D:\\anpei\\node-sync\\bin\\anpei.mjs", folder: "D:\\anpei" };
const byNpm = { npm_lifecycle_event: "anpei" };
const inCmd = { USERPROFILE: "C:\\Users\\li", PSModulePath: "C:\\Program Files\\WindowsPowerShell\\Modules" };
const inPowerShell = { ...inCmd, PSModulePath: `C:\\Users\\li\\Documents\\WindowsPowerShell\\Modules;${inCmd.PSModulePath}` };
const packed = { ANPEI_LAUNCHER: "D:\\我的 程序\\安培台账\\anpei.cmd" };

test.each<[string, Start, Partial<Start>, string]>([
  ["npm run", onLinux, { environment: byNpm }, "npm run --silent anpei --"],
  ["npm start", onLinux, { environment: { npm_lifecycle_event: "start" } }, "npm run --silent anpei --"],
  ["npm where PowerShell may take the -- away", onWindows, { environment: byNpm }, "node node-sync/bin/anpei.mjs"],
  ["another script of npm", onLinux, { environment: { npm_lifecycle_event: "test" } }, "node node-sync/bin/anpei.mjs"],
  ["Node", onLinux, { folder: "/home/li" }, "node anpei/node-sync/bin/anpei.mjs"],
  ["Node, in a folder with blanks", onLinux, { folder: "/", program: "/a b/anpei.mjs" }, "node 'a b/anpei.mjs'"],
  ["its name on the path", onLinux, { program: "/usr/local/bin/anpei" }, "anpei"],
  [
    "what npm puts on the path of Windows",
    onWindows,
    { program: "C:\\npm\\node_modules\\anpei\\node-sync\\bin\\anpei.mjs" },
    "anpei",
  ],
  ["a package, in its folder", onWindows, { environment: packed, folder: "d:\\我的 程序\\安培台账" }, ".\\anpei.cmd"],
  [
    "a package, from elsewhere",
    onWindows,
    { environment: { ANPEI_LAUNCHER: "D:\\安培台账\\anpei.cmd" } },
    "D:\\安培台账\\anpei.cmd",
  ],
  ["a package, in cmd", onWindows, { environment: { ...packed, ...inCmd } }, '"D:\\我的 程序\\安培台账\\anpei.cmd"'],
  [
    "a package, in PowerShell",
    onWindows,
    { environment: { ...packed, ...inPowerShell } },
    '& "D:\\我的 程序\\安培台账\\anpei.cmd"',
  ],
])("started by %s", (_, start, difference, program) => {
  expect(typedCommand("undo --run R00003", { ...start, ...difference })).toBe(`${program} undo --run R00003`);
});

test.each([
  ["demo/名册.xlsx", "demo/名册.xlsx", "demo/名册.xlsx"],
  ["D:\\表\\名册.xlsx", "D:\\表\\名册.xlsx", "D:\\表\\名册.xlsx"],
  ["我的 表.xlsx", "'我的 表.xlsx'", '"我的 表.xlsx"'],
  ["甲,乙.xlsx", "'甲,乙.xlsx'", '"甲,乙.xlsx"'],
  ["it's.xlsx", "'it'\\''s.xlsx'", '"it\'s.xlsx"'],
])("the word %s is typed %s, on Windows %s", (word, elsewhere, onOneOfWindows) => {
  expect([typedWord(word, onLinux), typedWord(word, onWindows)]).toEqual([elsewhere, onOneOfWindows]);
});
