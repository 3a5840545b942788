import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { endWorkbenchOf } from "../../support/end-workbench";
import { openedPage } from "../../support/opened-page";
import { packageFolder } from "../../support/program";
import { type Ran, Wine } from "../../support/wine";

const folder = packageFolder ?? "";
if (!packageFolder) console.warn("skipped: the package, which .ci/package makes and unpacks");
const wine = packageFolder ? Wine.find() : null;
if (packageFolder && !wine) console.warn("skipped: the package on Windows, as there is no wine64 here");
const packed = packageFolder ? test : test.skip;
const onWine = wine ? test : test.skip;

const LIST = `姓名,证件号,手机号,工作单位,职位,申报类型,证件有效期
甲一,379999198001010024,19900000001,测试金矿,主要负责人,再培训,2024.6.20
甲二,37999919750815003X,19900000002,测试金矿,安管人员,复审,2024年5月5日
`;

const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
  wine?.end();
});

/** An office with a list, beside the program. */
function office(): string {
  const place = mkdtempSync(join(dirname(folder), "办公室 "));
  writeFileSync(join(place, "名单.csv"), LIST);
  return place;
}

/** The address that `open --json` says. */
async function addressIn(file: string): Promise<string> {
  while (!readFileSync(file, "utf8").trimEnd().endsWith("}")) await pause(50);
  return (JSON.parse(readFileSync(file, "utf8")) as { url: string }).url;
}

interface Machine {
  /** The command line as somebody types it who stands in a folder. */
  type(place: string, words: readonly string[]): Ran;
  /** A command that goes on and writes what it says to a file. */
  start(place: string, words: readonly string[], saysTo: string): ChildProcess;
}

const program = join(folder, "program", "anpei.mjs");
const linux: Machine = {
  type: (place, words) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { cwd: place, encoding: "utf8" });
    return { exit: status, said: stdout + stderr };
  },
  start: (place, words, saysTo) => {
    const out = openSync(saysTo, "w");
    const child = spawn(process.execPath, [program, ...words], { cwd: place, stdio: ["ignore", out, "ignore"] });
    closeSync(out);
    return child;
  },
};
const windows = (machine: Wine): Machine => ({
  type: (place, words) => machine.run(place, ["..\\安培台账\\anpei.cmd", ...words]),
  start: (place, words, saysTo) =>
    machine.start(place, ["../安培台账/node.exe", "../安培台账/program/anpei.mjs", ...words], saysTo),
});

async function worksOn(machine: Machine): Promise<void> {
  const place = office();
  const typed = (...words: string[]): Ran => machine.type(place, words);
  expect(typed("--version")).toEqual({ exit: 0, said: expect.stringMatching(/^\d+\.\d+\.\d+\s*$/) });
  expect(typed("demo", "演示")).toEqual({ exit: 0, said: expect.stringContaining("在浏览器里打开") });
  expect(readdirSync(join(place, "演示"))).toEqual(expect.arrayContaining(["单位发回", "发件", "名册.xlsx", "回执", "收件"]));

  const book = ["--book", "名册.xlsx", "--today", "2024-03-20"];
  expect(typed("init", ...book, "--plan", "../安培台账/templates/2024年培训计划.txt", "--year", "2024")).toMatchObject({
    exit: 0,
  });
  expect(typed("import", "名单.csv", ...book)).toMatchObject({ exit: 0, said: expect.stringContaining("共 2 行，新增 2，") });
  expect(typed("show", "没有的表", ...book)).toMatchObject({ exit: 2, said: expect.stringContaining("没有的表") });
  const said = join(place, "said.json");
  started.push(machine.start(place, ["open", ...book, "--no-browser", "--json"], said));
  const page = await openedPage(await addressIn(said));
  expect(page).toMatchObject({ status: 200, html: expect.stringContaining("安培台账"), scriptStatus: 200 });
}

packed("the program in the package works with nothing beside it", () => worksOn(linux), 120_000);

onWine(
  "and on Windows",
  async () => {
    wine?.becomeWindows10();
    await worksOn(windows(wine as Wine));
  },
  240_000,
);

/** Runs what a double-click runs, with a browser that writes down what it is to open. */
async function doubleClicked(dragged: string, home: string): Promise<Ran & { readonly address: string }> {
  const [browser, note] = [join(home, "xdg-open"), join(home, "address")];
  writeFileSync(browser, `#!/bin/sh\nprintf %s "$1" > '${note}.new' && mv '${note}.new' '${note}'\n`);
  chmodSync(browser, 0o755);
  const env = {
    ...process.env,
    XDG_CONFIG_HOME: home,
    TMPDIR: home,
    PATH: `${home}${delimiter}${process.env.PATH}`,
  };
  const words = [join(folder, "program", "start.mjs"), dragged];
  const { status, stdout } = spawnSync(process.execPath, words, { encoding: "utf8", env });
  // Nobody waits for a browser.
  while (status === 0 && !existsSync(note)) await pause(20);
  const address = status === 0 ? readFileSync(note, "utf8") : "";
  rmSync(note, { force: true });
  return { exit: status, said: stdout, address };
}

packed(
  "a double-click opens the page of a workbook that was dragged onto it, and of the same one the next time",
  async () => {
    const [place, home] = [office(), mkdtempSync(join(dirname(folder), "own-"))];
    linux.type(place, ["demo", "演示"]);
    const first = await doubleClicked(join(place, "演示", "名册.xlsx"), home);
    try {
      expect(first).toMatchObject({ exit: 0, said: expect.stringContaining("正在打开") });
      expect(await openedPage(first.address)).toMatchObject({ status: 200, scriptStatus: 200 });
      const again = await doubleClicked("", home);
      expect(again.exit).toBe(0);
      expect(new URL(again.address).host).toBe(new URL(first.address).host);
    } finally {
      endWorkbenchOf(join(place, "演示"));
    }
  },
  120_000,
);

onWine(
  "what is wrong on Windows is said by the launcher, which waits until it is read",
  () => {
    const machine = Wine.find() as Wine;
    const launched = (place: string): Ran => machine.run(place, ["安培台账.cmd"]);
    const alone = join(office(), "压缩包");
    mkdirSync(alone);
    cpSync(join(folder, "安培台账.cmd"), join(alone, "安培台账.cmd"));
    // Wine has no PowerShell, so the launcher says it in other words.
    expect(launched(alone)).toEqual({ exit: 1, said: expect.stringContaining("unpack the whole archive") });
    expect(launched(folder)).toEqual({ exit: 1, said: expect.stringContaining("It needs Windows 10") });
    machine.becomeWindows10();
    expect(launched(folder)).toEqual({ exit: 0, said: expect.stringContaining("正在打开") });
    machine.end();
  },
  240_000,
);

packed("node.exe is the signed one: its certificate table is there", () => {
  const bytes = readFileSync(join(folder, "node.exe"));
  // https://learn.microsoft.com/windows/win32/debug/pe-format: the optional header of PE32+, its fifth data directory.
  const header = bytes.readUInt32LE(0x3c) + 24;
  expect([bytes.toString("latin1", 0, 2), bytes.readUInt16LE(header)]).toEqual(["MZ", 0x20b]);
  const [place, size] = [bytes.readUInt32LE(header + 112 + 4 * 8), bytes.readUInt32LE(header + 112 + 4 * 8 + 4)];
  expect(size).toBeGreaterThan(1_000);
  expect(place + size).toBe(bytes.length);
});

packed("what staff read is for Notepad, and the licences of everything inside are there", () => {
  const guide = readFileSync(join(folder, "使用说明.txt"), "utf8");
  expect(guide).toMatch(/^\ufeff安培台账/);
  expect(guide.replaceAll("\r\n", "")).not.toContain("\n");
  const licences = readFileSync(join(folder, "许可", "程序用到的软件.txt"), "utf8");
  for (const name of ["exceljs", "commander", "googleapis", "preact", "chinese-days"]) {
    expect(licences).toMatch(new RegExp(`^${name} \\d`, "m"));
  }
});

packed("packages of exceljs are those of the lock file's overrides, as a packed install would not have them", () => {
  const licences = readFileSync(join(folder, "许可", "程序用到的软件.txt"), "utf8");
  const versions = Object.fromEntries(
    [...licences.matchAll(/^(unzipper|uuid|tmp) (\d+\.\d+)/gm)].map(([, name, is]) => [name, is]),
  );
  expect(versions).toEqual({ unzipper: "0.12", uuid: "11.1", tmp: "0.2" });
});
