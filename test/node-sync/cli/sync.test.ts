import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { idOf } from "../../domain/merge/lists";
import { anpei } from "../../support/cli";
import { bin } from "../../support/program";
import { AT, csvList, SyncOffice, unitAt } from "../../support/sync-office";

const UNIT = unitAt(0);
const SENT = `${UNIT}.xlsx`;

let office: SyncOffice;
beforeAll(async () => {
  office = await SyncOffice.open(2);
  await office.sync();
});
afterAll(() => office.close());

const args = (inbox: string, outbox: string): string[] =>
  ["sync", "--book", office.book, "--inbox", inbox, "--outbox", outbox].concat(["--today", "2024-03-12"]);

it("says what came in, what the actions did and what went out; exit 4 while something needs a person", async () => {
  await office.arrive(SENT, await office.typed([[4, AT.mobile, "#N/A"]]));
  await office.arrive("通知.docx", "PK");
  writeFileSync(join(office.inbox, "下载中.xlsx.part"), "PK");
  const { exit, json } = anpei([...args(office.inbox, office.outbox), "--json"]);
  expect(exit).toBe(4);
  expect(json).toMatchObject({
    imports: {
      run: "R00004",
      files: [
        { file: SENT, unit: UNIT, kind: "returned", generation: 1, rows: { total: 3, unchanged: 3 }, cells: { refused: 1 } },
        { file: "通知.docx", error: { code: "not-a-list", message: expect.stringContaining("不是表格文件") }, moved: null },
      ],
      waiting: [{ file: "下载中.xlsx.part", why: "writing", message: "留到下次：下载中.xlsx.part（还没写完或刚刚放进来）" }],
    },
    // What came in is counted on 看板, and changes nothing else.
    actions: {
      ...{ action: "all", run: "R00005", applied: true, summary: { assign: { considered: 6 } } },
      changes: [
        { table: "看板", row: "files-01", column: "数量", before: 0, after: 1 },
        { table: "看板", row: "files-02", column: "数量", before: 2, after: 1 },
      ],
    },
    exports: {
      run: "R00006",
      files: [{ unit: UNIT, file: SENT, generation: 2, rows: 3, setAside: null }],
      unchanged: 1,
      replies: [{ answers: SENT, reply: join(office.outbox, `${UNIT}-退回.xlsx`) }],
      findings: [],
    },
  });
  const [first] = (json as { imports: { files: Record<string, unknown>[] } }).imports.files;
  expect([first?.moved, first?.reply]).toEqual([join("已处理", SENT), join(office.outbox, `${UNIT}-退回.xlsx`)]);
});

it("refuses with a sentence what files would be lost in, and a second sync at the same time", async () => {
  const { folder, inbox, outbox, book } = office;
  const inside = join(inbox, "里面");
  mkdirSync(inside);
  const home = join(folder, "同处");
  mkdirSync(home);
  copyFileSync(book, join(home, "名册.xlsx"));
  const cases: [exit: number, code: string, args: string[]][] = [
    [2, "usage", ["sync", "--book", book, "--outbox", outbox]],
    [2, "usage", ["sync", "--book", book, "--inbox", inbox]],
    [2, "usage", [...args(inbox, outbox), "--watch"]],
    [2, "usage", [...args(inbox, outbox), "--drive-folder", "0AFolderOfDrive"]],
    [2, "usage", ["sync", "--book", book, "--drive-folder", "短"]],
    [3, "no-inbox", args(join(folder, "没有"), outbox)],
    [3, "nested-folders", args(inbox, inside)],
    [3, "book-in-inbox", ["sync", "--book", join(home, "名册.xlsx"), "--inbox", home, "--outbox", outbox]],
  ];
  for (const [exit, code, given] of cases) {
    expect([given, anpei([...given, "--json"])]).toMatchObject([given, { exit, json: { error: { code } } }]);
  }
  const { answers, inbox: place } = office.places();
  for (const locked of [answers, place]) {
    const second = await locked.exclusively(async () => anpei([...args(inbox, outbox), "--json"]));
    expect(second).toMatchObject({ exit: 3, json: { error: { code: "locked", message: expect.stringContaining("另一个") } } });
  }
});

it("watches until it is asked to stop, and ends with 0", async () => {
  const child = spawn(process.execPath, [bin, ...args(office.inbox, office.outbox), "--watch"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  while (!said.err.includes("等待")) await once(child.stderr, "data");
  expect(said.out).toContain("读不了：「通知.docx」");
  const before = said.out;
  await office.arrive("名单.csv", csvList(UNIT, [["另一位", idOf(901)]]));
  while (!said.out.includes("名单.csv：")) await once(child.stdout, "data");
  child.kill("SIGTERM");
  expect(await once(child, "close")).toEqual([0, null]);
  expect(said.out.slice(before.length)).toContain("名单.csv 移到 已处理");
  expect(said.out.trimEnd().endsWith("已停止等待。")).toBe(true);
});
