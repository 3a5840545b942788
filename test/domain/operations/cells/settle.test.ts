import { settle } from "../../../../apps-script/domain/operations/cells/settle";
import type { RawInput } from "../../../../apps-script/domain/operations/inputs/read-input";
import { Refusal } from "../../../../apps-script/domain/refusal";
import type { Snapshot } from "../../../../apps-script/domain/snapshot/snapshot";
import { reportMorning, REPORT_DAY as TODAY } from "../../../support/clerk-book";
import { doing, named, problemsOf } from "../../../support/clerk-desk";

const key = (place: number): string => `B2024-0000${place}`;
const conflicts = [
  { enrolment: key(1), column: "手机号", ours: "19900001000", theirs: "19900002000", source: "甲.xlsx#a1" },
  { enrolment: key(1), column: "学历", ours: "大专", theirs: "本科", source: "甲.xlsx#a1" },
  { enrolment: key(2), column: "手机号", ours: "19900001001", theirs: "#N/A", source: "甲.xlsx#a1" },
  { enrolment: key(3), column: "证件有效期", ours: "2024-05-20", theirs: "2024-07-20", source: "乙.xlsx#b2" },
  { enrolment: "B2024-09999", column: "学历", ours: "大专", theirs: "本科", source: "乙.xlsx#b2" },
] as const;
const book = reportMorning({ conflicts });

function settled(from: Snapshot, raw: RawInput) {
  const { after: now, told, codes } = doing(from, settle, raw, TODAY);
  return { now, told, codes, open: now.conflicts.map((row) => `${row.key} ${row.choice ?? ""}`.trim()) };
}

test("one person's: the values go into 名册, what cannot be taken stays open and is told, the rest is closed", () => {
  const { now, told, open, codes } = settled(book, { people: ["赵一", "钱二"], side: "单位" });
  expect(named(now, "赵一")).toMatchObject({ mobile: "19900002000", education: "本科" });
  expect(named(now, "钱二")).toMatchObject({ mobile: "19900001001" });
  expect(open).toEqual([`${key(2)}·手机号`, `${key(3)}·证件有效期`, "B2024-09999·学历"]);
  expect(told.people).toEqual({ [key(1)]: "赵一 学历采用对方“本科”，手机号采用对方“199****2000”" });
  expect(codes).toContain("E23");
});

test("a file's in one go keep ours, also of somebody who is no longer in 名册; class and light follow where theirs is taken", () => {
  const ours = settled(book, { source: "甲.xlsx", side: "中心" });
  expect(ours.open).toEqual([`${key(3)}·证件有效期`, "B2024-09999·学历"]);
  expect(ours.told.said).toBe("2人3处冲突采用我方");
  expect(named(ours.now, "赵一")).toMatchObject({ mobile: "19900001000", education: "大专" });
  expect(settled(book, { source: "乙.xlsx#b2", columns: "学历", side: "我方" }).open).not.toContain("B2024-09999·学历");
  const theirs = settled(book, { people: "孙三", side: "对方" });
  expect(named(theirs.now, "孙三").validUntil).toBe("2024-07-20");
});

test("a unit's, of one column, by a value that is neither", () => {
  const { now, told, open } = settled(book, { unit: "甲矿", columns: "手机号", value: "199 0000 3000" });
  expect(["赵一", "钱二"].map((name) => named(now, name).mobile)).toEqual(["19900003000", "19900003000"]);
  expect(open).toHaveLength(3);
  expect(told.said).toBe("2人2处冲突改为填写的值");
});

test("a word that answers the whole file stays with the file", () => {
  const [first, ...others] = conflicts;
  const worded = reportMorning({ conflicts: [{ ...first, choice: "全部采用对方" }, ...others] });
  expect(settled(worded, { people: "赵一", columns: "手机号", side: "我方" }).open[0]).toBe(`${key(1)}·学历 全部采用对方`);
});

test.each<[RawInput, field: string, message: string]>([
  [{ side: "对方" }, "people", "请写处理谁的、哪家单位的或哪份文件的冲突。可以写：甲.xlsx#a1（3处）、乙.xlsx#b2（2处）。"],
  [{ people: "李四", side: "对方" }, "people", "没有这样的冲突"],
  [{ people: "没有的人", side: "对方" }, "people", "没有找到"],
  [{ unit: "丙矿", side: "对方" }, "unit", "“单位”表里没有这家"],
  [{ source: "丙.xlsx", side: "对方" }, "source", "没有这个来源的冲突"],
  [{ people: "赵一", columns: "班级", side: "对方" }, "columns", "不在可选的词里"],
  [{ people: "赵一", side: "他们" }, "side", "可以写：我方、对方。"],
  [{ people: "赵一" }, "side", "请写采用哪一方，或写应有的值"],
  [{ people: "赵一", side: "我方", value: "本科" }, "value", "只写一个"],
  [{ people: "赵一", value: "本科" }, "columns", "一个值只能用在一列"],
])("%j asks for %s", (raw, field, message) => {
  const [problem] = problemsOf(book, settle, raw, TODAY);
  expect([problem?.field, problem?.message]).toEqual([field, expect.stringContaining(message)]);
});

test("nothing is done where nothing can be taken, or nothing is open", () => {
  expect(() => settled(book, { people: "钱二", side: "对方" })).toThrow(Refusal);
  expect(problemsOf(reportMorning(), settle, { people: "赵一", side: "我方" }, TODAY)[0]?.message).toContain("没有要处理的");
});
