import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { idOf } from "../../domain/merge/lists";
import { anpeiBeside, type Called } from "../../support/cli";
import { csvList, unitAt } from "../../support/sync-office";
import { type Loopback, startLoopback } from "../loopback";
import { runningClock } from "../loopback/clock";
import { DriveOffice, officeTabs } from "./drive-office";

const HOUR = 3_600_000;
const UNIT = unitAt(0);
const refusedRow = ["没证件", ""] as const;

const folder = mkdtempSync(join(tmpdir(), "anpei-drive-cli-"));
const config = join(folder, "config");
let google: Loopback;
let office: DriveOffice;
beforeAll(async () => {
  google = await startLoopback({ clock: runningClock() });
  // An hour ago, so that it is no longer taken for a file on its way up.
  google.clock.advance(-HOUR);
  office = DriveOffice.open(google, await officeTabs(2));
  office.drop("名单.csv", csvList(UNIT, [["另一位", idOf(901)], refusedRow]), "text/csv");
  google.clock.advance(HOUR);
});
afterAll(async () => {
  await google.close();
  rmSync(folder, { recursive: true });
});

function sync(...args: readonly string[]): Promise<Called> {
  const all = ["sync", "--sheet", google.spreadsheetId, "--today", "2024-03-12", "--json", ...args];
  return anpeiBeside(all, { ...google.environment, XDG_CONFIG_HOME: config });
}

it("syncs a Sheet with a Drive folder, given by its address", async () => {
  const { exit, json, err } = await sync(
    "--drive-folder",
    `https://drive.google.com/drive/folders/${office.root.id}?usp=sharing`,
  );
  expect([err, exit]).toEqual(["", 4]);
  const reply = join("发件", UNIT, `${UNIT}-退回.xlsx`);
  expect(json).toMatchObject({
    imports: { files: [{ file: "名单.csv", rows: { new: 1, refused: 1 }, moved: join("已处理", "名单.csv"), reply }] },
    actions: { action: "all", applied: true },
    exports: { files: [{ file: `${unitAt(1)}.xlsx` }, { file: `${UNIT}.xlsx` }], unchanged: 0 },
  });
  expect(office.paths("收件")).toEqual(["收件/已处理/名单.csv"]);
  expect(office.paths("发件")).toHaveLength(3);
  expect((await office.snapshot()).roster.map(({ name }) => name)).toContain("另一位");
});

it("syncs a Sheet with folders of this PC, and leaves nothing of people's behind", async () => {
  const [inbox, outbox] = [join(folder, "收件"), join(folder, "发件")];
  mkdirSync(inbox);
  const list = join(inbox, "第二份.csv");
  writeFileSync(list, csvList(UNIT, [["又一位", idOf(902)], refusedRow]));
  utimesSync(list, (Date.now() - HOUR) / 1000, (Date.now() - HOUR) / 1000);
  const { exit, json } = await sync("--inbox", inbox, "--outbox", outbox);
  expect(exit).toBe(4);
  expect(json).toMatchObject({
    imports: { files: [{ file: "第二份.csv", rows: { new: 1 }, moved: join("已处理", "第二份.csv") }] },
    exports: { replies: [{ answers: "第二份.csv", reply: join(outbox, `${UNIT}-退回.xlsx`) }] },
  });
  expect(readdirSync(outbox).sort()).toEqual([`${unitAt(1)}.xlsx`, `${UNIT}.xlsx`, `${UNIT}-退回.xlsx`].sort());
  expect((await office.snapshot()).roster.map(({ name }) => name)).toContain("又一位");
  for (const kind of ["sheets", "drive"]) {
    const own = join(config, "anpei", kind);
    expect([statSync(own).mode & 0o777, readdirSync(join(own, ".anpei"))]).toEqual([0o700, []]);
  }
});
