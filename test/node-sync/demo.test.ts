import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Snapshot } from "../../apps-script/domain/snapshot/snapshot";
import { type Demo, demo } from "../../node-sync/src/demo/demo";
import { anpei, type Called, emptyFolder } from "../support/cli";

const HEAD = { time: "2026-01-05T10:00:00+08:00", clerk: "测试", source: "命令行" } as const;
const folder = join(emptyFolder(), "演示");
let told: Called;
let shown: Demo;
let snapshot: Snapshot;

/** Once as a person starts it, then again in the same folder, which still holds everything of the first time. */
beforeAll(async () => {
  told = anpei(["demo", folder]);
  shown = await demo(folder, HEAD);
  if (shown.snapshot === null) throw shown.stopped?.error;
  snapshot = shown.snapshot;
});

const step = (title: RegExp) => {
  const found = shown.steps.filter((one) => title.test(one.title));
  expect(found).toHaveLength(1);
  return found[0] ?? { run: null, text: "", lines: [], table: null };
};
const files = (...place: string[]) => readdirSync(join(folder, ...place)).sort();
const person = (name: string) => snapshot.roster.filter((row) => row.name === name);

test("the sites' lists are taken in, and every sort of difference is counted", () => {
  expect(step(/两个网站的名单/).lines).toEqual([
    expect.stringMatching(/^预报名（R\d+）：.*截至2024-03-13 08:00，共14行，更新1人，没有对上1人$/),
    expect.stringMatching(/^省厅预约（R\d+）：.*截至2024-03-13 08:30，共12行，更新7人$/),
    expect.stringMatching(/^成绩（R\d+）：.*截至2024-03-13，共3行，更新3人$/),
  ]);
  expect(step(/核对两个网站/).table?.rows).toEqual([
    ["名单上有，名册里没有", "1", expect.stringContaining("杨建国")],
    ["已预约但没有预报名", "1", expect.stringContaining("王永强")],
    ["已预报名未预约，请致电", "1", expect.stringContaining("郑秀英")],
    ["预约被退回，请重新预约", "2", expect.stringContaining("省厅预约被退回")],
    ["预约已通过但资料不合格", "5", expect.stringContaining("推荐表“公章”不合格")],
  ]);
  expect(person("蒋立新")).toMatchObject([{ exam: "合格", score: 86, newValidUntil: "2027-04-28" }]);
});

test("two files come back: a conflict with its three values, a forged column, a new person, replies", () => {
  expect(step(/收回两家/).lines).toEqual([
    "示例金矿有限公司.xlsx：更新1人，新增1人，冲突1格，没有采用1格",
    "  新人：许永强，报名编号 B2024-00048",
    expect.stringMatching(/没有采用：周平山，班级由中心填写，文件改成了“再培训班第三期”/),
    `  退给单位：${join(folder, "回执", "示例金矿有限公司-退回（2）.xlsx")}`,
    "示例采石场（已填）.xls：更新1人",
    `  退给单位：${join(folder, "回执", "示例采石场-退回（2）.xlsx")}`,
  ]);
  expect(step(/两边都改过/).table).toEqual({
    columns: ["报名编号", "姓名", "列", "原值", "我方", "对方"],
    rows: [["B2024-00010", "褚晓东", "证件有效期", "2024-07-14", "2024-07-24", "2024-08-14"]],
  });
  expect(person("李平山")).toMatchObject([{ mobile: "19900002003" }]);
  expect(person("周平山")).toMatchObject([{ class: "再培训班第四期" }]);
  expect(person("周永强")).toMatchObject([{ note: "8月上夜班，请提前通知" }]);
  expect(person("吴永强")).toMatchObject([{ validUntil: "2024-09-07" }]);
});

test("the choice is applied by the next import, the same files change nothing, and the class follows", () => {
  expect(step(/再导入一次/).lines).toEqual(["褚晓东 证件有效期：2024-07-24 → 2024-08-14"]);
  expect(step(/又收到一次/)).toMatchObject({
    run: null,
    text: "没有改动（0 处）。",
    lines: [
      "示例金矿有限公司.xlsx：同样的内容已于2024-03-18 09:00收过，这次没有改动。",
      "示例采石场（已填）.xls：同样的内容已于2024-03-18 09:00收过，这次没有改动。",
    ],
  });
  expect(snapshot.conflicts.filter(({ column }) => column === "证件有效期")).toEqual([]);
  expect(person("褚晓东")).toMatchObject([{ validUntil: "2024-08-14", class: "再培训班第五期" }]);
  expect(person("许永强")).toMatchObject([{ key: "B2024-00048", unit: "示例金矿有限公司", class: "再培训班第三期" }]);
});

test("a late list leaves one conflict open, for whoever tries the workbook", () => {
  expect(step(/又来一份名单/).table?.rows).toEqual([["B2024-00039", "钱秀英", "学历", "中专", "中专", "本科"]]);
  expect(snapshot.conflicts).toHaveLength(1);
});

test("staff's first weeks are in it: a roster with cards", () => {
  expect(snapshot.roster).toHaveLength(48);
  expect(snapshot.roster.filter(({ card }) => card !== null)).toHaveLength(6);
  expect(step(/^再执行一次/)).toMatchObject({ run: null, text: "没有改动（0 处）。" });
});

test("every file it names is there, and the files of the round trip", () => {
  for (const [path] of shown.files) expect({ path, isThere: existsSync(path) }).toEqual({ path, isThere: true });
  expect(files("发件")).toEqual(["示例石英矿.xlsx", "示例采石场.xlsx", "示例金矿有限公司.xlsx", "示例铁矿有限责任公司.xlsx"]);
  expect(files("单位发回")).toEqual(["示例采石场（已填）.xls", "示例金矿有限公司.xlsx"]);
  expect(files("回执")).toEqual([
    "示例采石场-退回.xlsx",
    "示例采石场-退回（2）.xlsx",
    "示例金矿有限公司-退回.xlsx",
    "示例金矿有限公司-退回（2）.xlsx",
  ]);
});

test("the log of the demonstration speaks Chinese, and none of its days is today", () => {
  for (const { time, summary } of snapshot.runs) {
    expect(String(time)).toMatch(/^2024-/);
    expect(summary ?? "").not.toMatch(/[a-z]/i);
  }
});

test("the command tells it step by step; a stranger's folder is never emptied", () => {
  const { exit, out, err } = told;
  expect({ exit, err }).toEqual({ exit: 0, err: "" });
  for (const [place, { title }] of shown.steps.entries()) expect(out).toContain(`\n${place + 1}. ${title}`);
  expect(out).toMatch(/报名编号 +姓名 +列 +原值 +我方 +对方\n +B2024-00010 /);
  expect(out).not.toMatch(/undefined|null|NaN|\[object/);
  const strange = join(folder, "..", "别人的");
  mkdirSync(strange);
  writeFileSync(join(strange, "信.txt"), "留着");
  expect(anpei(["demo", strange, "--json"])).toMatchObject({ exit: 3, json: { error: { code: "not-empty" } } });
  expect(existsSync(join(strange, "信.txt"))).toBe(true);
});
