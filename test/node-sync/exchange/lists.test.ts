import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { fileJson, fileLines, isOpenFile } from "../../../node-sync/src/cli/file-report";
import { importFiles } from "../../../node-sync/src/exchange/import-files";
import { LocalAnswers } from "../../../node-sync/src/exchange/sync/local-answers";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { idOf } from "../../domain/merge/lists";
import { SENT_PEOPLE, SENT_UNITS, sentOffice, sentPerson } from "../../support/sent-office";

const terms = { today: "2024-03-12", head: { time: "2024-03-12T08:00:00+08:00", clerk: "前台", source: "命令行" } } as const;
const [UNIT, OTHER] = SENT_UNITS;

let folder = "";
let host: XlsxHost;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "anpei-lists-"));
  writeFileSync(join(folder, "名册.xlsx"), await sentOffice());
  host = new XlsxHost(join(folder, "名册.xlsx"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A list of people of the first unit: their mobile and remark. */
function listOf(rows: readonly (readonly [serial: number, mobile: string, note: string])[]): string {
  const lines = rows.map(([serial, mobile, note]) => {
    const { name, idNumber, post } = sentPerson(0, serial);
    return [name, idNumber, UNIT, post, "再培训", mobile, note].join(",");
  });
  return ["姓名,证件号,工作单位,职位,申报类型,手机号,备注", ...lines].join("\n");
}

async function take(name: string, text: string) {
  writeFileSync(join(folder, name), text);
  const { files } = await importFiles(
    { host, answers: new LocalAnswers(join(folder, "名册.xlsx")) },
    [join(folder, name)],
    terms,
    { replies: folder },
  );
  const [file] = files;
  if (!file) throw new Error("no file");
  return { file, line: fileLines(file)[0], isOpen: isOpenFile(file), now: snapshotOf(await host.read()) };
}

const mobileOf = (serial: number): string => String(sentPerson(0, serial).mobile);

test("tells gaps, conflicts and new people apart, and one word in 冲突 settles the file", async () => {
  const newcomer = `\n孙新某,${idOf(777)},${UNIT},主要负责人,初培,13800138000,`;
  const text = listOf([
    [0, "13700137000", "夜班"],
    [1, "13700137001", ""],
    [3, mobileOf(3), "白班"],
    [4, mobileOf(4), ""],
  ]);
  const first = await take("甲矿 名单.csv", text + newcomer);
  expect(first.line).toBe("甲矿 名单.csv：共 5 行，新增 1，补充 2，更新 0，不变 2，退回 0，冲突 2 格");
  expect(first.isOpen).toBe(true);
  expect(fileJson(first.file)).toMatchObject({
    rows: { total: 5, new: 1, changed: 2, unchanged: 2, refused: 0, missing: 0 },
    cells: { conflicts: 2 },
    changes: { filled: 2, replaced: 0, left: 0 },
  });
  expect(first.now.roster.slice(0, 5).map(({ mobile }) => mobile)).toEqual([0, 1, 2, 3, 4].map(mobileOf));
  expect(first.now.conflicts.map(({ column, ours, theirs }) => [column, ours, theirs])).toEqual([
    ["手机号", mobileOf(0), "13700137000"],
    ["手机号", mobileOf(1), "13700137001"],
  ]);
  const grid = (await host.read()).find(({ title }) => title === "冲突");
  const at = grid?.rows[1]?.at ?? 0;
  await host.write([[{ sheet: "冲突", at, column: grid?.header.indexOf("采用") ?? 0, value: "全部采用对方", kind: "text" }]]);
  const settled = await take("甲矿 名单.csv", text + newcomer);
  expect(settled.now.roster.slice(0, 2).map(({ mobile }) => mobile)).toEqual(["13700137000", "13700137001"]);
  expect([settled.now.conflicts, settled.isOpen]).toEqual([[], false]);
});

test("a list from another unit changes nobody, needs a person and is answered with nothing", async () => {
  const { file, line, isOpen, now } = await take(
    `${OTHER}.csv`,
    listOf([
      [0, "13700137000", "夜班"],
      [1, mobileOf(1), "白班"],
    ]),
  );
  expect(line).toBe(`${OTHER}.csv：共 2 行，新增 0，补充 0，更新 0，不变 0，退回 0，等待核实 2`);
  expect([isOpen, file.reply, now.conflicts]).toEqual([true, null, []]);
  expect(now.roster.map(({ mobile, note }) => [mobile, note])).toEqual(
    SENT_PEOPLE.map(({ mobile = null, note = null }) => [mobile, note]),
  );
});

test("one mobile for everybody stops the list with a question", async () => {
  const text = listOf([0, 1, 2, 3, 4].map((serial) => [serial, "13700137000", ""] as const));
  const { file, line, now } = await take("名单.csv", text);
  expect(file.error?.code).toBe("I22");
  expect(line).toContain("没有读入：「名单.csv」5人的手机号都写成“137****7000”");
  expect(line).toContain("--force");
  expect(now.exchanges).toEqual([]);
});
