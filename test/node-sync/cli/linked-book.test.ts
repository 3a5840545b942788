import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { lockFile } from "../../../node-sync/src/files/lock";
import { realFile } from "../../../node-sync/src/files/real-file";
import { emptyFolder } from "../../support/cli";
import { CommandLine } from "../../support/command-line";
import { csvList } from "../../support/sync-office";

const plan = resolve(__dirname, "../../../templates/2024年培训计划.txt");
const home = emptyFolder();
const [office, desk] = [join(home, "办公室"), join(home, "桌面")];
const book = join(office, "名册.xlsx");
const link = join(desk, "快捷.xlsx");
const inbox = join(home, "收件");
const commands = new CommandLine();

beforeAll(async () => {
  for (const folder of [office, desk, inbox]) mkdirSync(folder);
  symlinkSync(join("..", "办公室", "名册.xlsx"), link);
  expect(await commands.run(["init", "--book", book, "--plan", plan])).toMatchObject({ exit: 0 });
});
afterAll(async () => {
  await commands.close();
  rmSync(home, { recursive: true, force: true });
});

const list = (): string => {
  const path = join(home, "名单.csv");
  writeFileSync(path, csvList("甲矿", [["某人", "没有"]]));
  return path;
};
/** Every command that writes a workbook. */
const writing: Readonly<Record<string, () => readonly string[]>> = {
  run: () => ["run", "all"],
  plan: () => ["plan", plan],
  import: () => ["import", list()],
  export: () => ["export", "--out", join(home, "发件")],
  sync: () => ["sync", "--inbox", inbox, "--outbox", join(home, "发件")],
  undo: () => ["undo"],
};

test.each(Object.entries(writing))("%s through a link sees who has the workbook open or locked", async (_, call) => {
  for (const marker of ["~$名册.xlsx", ".~lock.名册.xlsx#"]) {
    writeFileSync(join(office, marker), "");
    const { exit, json } = await commands.run([...call(), "--book", link, "--json"]);
    expect([exit, json]).toMatchObject([3, { error: { code: "open-in-excel", message: expect.stringContaining("名册.xlsx") } }]);
    rmSync(join(office, marker));
  }
  const lock = await lockFile(book);
  const { exit, json } = await commands.run([...call(), "--book", link, "--json"]);
  await lock.release();
  expect([exit, json]).toMatchObject([3, { error: { code: "locked" } }]);
});

test("what is kept of a workbook is kept beside it, and the link stays a link", async () => {
  const before = readFileSync(book);
  writeFileSync(join(office, "~$名册.xlsx"), "");
  const doctor = await commands.run(["doctor", "--book", link, "--json"]);
  expect((doctor.json as { checks: object[] }).checks).toContainEqual(
    expect.objectContaining({ name: "是否在别处打开", ok: false }),
  );
  rmSync(join(office, "~$名册.xlsx"));
  rmSync(join(office, ".anpei"), { recursive: true, force: true });
  for (const call of [writing.run, writing.sync]) await commands.run([...(call?.() ?? []), "--book", link]);
  expect(readFileSync(book).equals(before)).toBe(false);
  expect(readdirSync(desk)).toEqual(["快捷.xlsx"]);
  expect(readdirSync(join(office, ".anpei"))).toEqual(["backups"]);
  expect(await realFile(link)).toBe(book);
});

test("a link to nothing, or round in a circle, is what it is called; any other path stays as given", async () => {
  const [nothing, circle] = [join(desk, "空.xlsx"), join(desk, "圈.xlsx")];
  symlinkSync(join(home, "没有.xlsx"), nothing);
  symlinkSync(circle, circle);
  for (const path of [nothing, circle, "名册.xlsx", join(home, "没有.xlsx")]) expect(await realFile(path)).toBe(path);
  for (const path of [nothing, circle]) {
    const { exit, json } = await commands.run(["run", "all", "--book", path, "--json"]);
    expect([exit, json]).toMatchObject([3, { error: { code: "not-found", message: expect.stringContaining(path) } }]);
  }
  expect((await commands.run(["init", "--book", nothing, "--json"])).json).toMatchObject({ error: { code: "exists" } });
  expect(existsSync(join(home, "没有.xlsx"))).toBe(false);
});
