import { withChanges } from "../../../apps-script/domain/changes/advance";
import { sizeOf } from "../../../apps-script/domain/changes/change-set";
import { sendTo } from "../../../apps-script/domain/exchange/export";
import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Enrolment } from "../../../apps-script/domain/schema/index";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { type BookParts, bookOf as plainBook } from "../../support/books";
import { importFiles, returnedFile, sentBook } from "../../support/exchange-lab";
import { idOf, type Line, TODAY } from "./lists";

const bookOf = (parts: BookParts): Snapshot => plainBook({ keys: ["W-1"], ...parts });

const UNIT = "甲矿业有限公司";
const OTHER = "乙矿业有限公司";
const units = [{ name: UNIT, aliases: "甲矿" }, { name: OTHER }];
const HEADER: Line = ["姓名", "证件号", "工作单位", "职位", "申报类型", "手机号", "证件有效期", "备注"];

type Cells = Readonly<Record<string, Value>>;
const PERSON: Cells = { 姓名: "王梦", 证件号: idOf(1), 工作单位: UNIT, 职位: "主要负责人", 申报类型: "再培训" };

function listOf(people: readonly Cells[], name = "名单.xlsx", header = HEADER) {
  const lines = [header, ...people.map((cells) => header.map((title) => ({ ...PERSON, ...cells })[String(title)] ?? null))];
  const rows = lines.map((cells, index) => ({ at: index + 1, cells }));
  return { file: name, fingerprint: JSON.stringify([name, lines]), sheets: [{ name: "人员", hidden: false, rows }] };
}

const take = (book: Snapshot, ...files: ReturnType<typeof listOf>[]) => importFiles(book, files);
/** The book after these lists, each an import of its own. */
const after = (book: Snapshot, ...files: ReturnType<typeof listOf>[]): Snapshot =>
  files.reduce((now, file) => take(now, file).after, book);

function staffChange(book: Snapshot, changes: Partial<Enrolment>): Snapshot {
  return { ...book, roster: book.roster.map((row, place) => (place === 0 ? { ...row, ...changes } : row)) };
}

function send(book: Snapshot): Snapshot {
  return withChanges(book, sendTo(book, contextOf(book, TODAY), { units: [UNIT], force: true }).outcome);
}

const changesOf = ({ decision }: ReturnType<typeof take>): number => sizeOf({ ...decision, blanked: decision.blanked ?? [] });
const conflictsIn = (book: Snapshot): Value[][] =>
  book.conflicts.map(({ column, base, ours, theirs }) => [column, base, ours, theirs]);

/** With this in 采用 of every row of 冲突. */
const answered = (book: Snapshot, choice: string): Snapshot => ({
  ...book,
  conflicts: book.conflicts.map((row) => ({ ...row, choice })),
});

const [A, B, C] = ["13800138001", "13800138002", "13800138003"];
const unread = "2024年6月";

/** What the unit's first list says, what staff make of it, what the second list says, and what stands in the end. */
test.each<[name: string, first: Cells, staff: Partial<Enrolment>, second: Cells, holds: Partial<Enrolment>, clashes: Value[][]]>([
  ["theirs as before: ours stays", { 手机号: A }, { mobile: B }, { 手机号: A }, { mobile: B }, []],
  ["ours as before, theirs another: asked", { 手机号: A }, {}, { 手机号: B }, { mobile: A }, [["手机号", A, A, B]]],
  ["both the same way", { 手机号: A }, { mobile: B }, { 手机号: B }, { mobile: B }, []],
  ["each its own way", { 手机号: A }, { mobile: B }, { 手机号: C }, { mobile: B }, [["手机号", A, B, C]]],
  ["blank keeps", { 手机号: A }, {}, { 手机号: null }, { mobile: A }, []],
  ["清空 of what they wrote", { 手机号: A }, {}, { 手机号: "清空" }, { mobile: A }, [["手机号", A, A, "清空"]]],
  ["清空 against a change of ours", { 手机号: A }, { mobile: B }, { 手机号: "清空" }, { mobile: B }, [["手机号", A, B, "清空"]]],
  ["清空 of what they never wrote", {}, { mobile: B }, { 手机号: "清空" }, { mobile: B }, [["手机号", null, B, "清空"]]],
  ["written by staff, then by them", {}, { mobile: B }, { 手机号: C }, { mobile: B }, [["手机号", null, B, C]]],
  ["empty on our side is filled", {}, {}, { 手机号: A }, { mobile: A }, []],
  ["emptied by staff, then as before", { 手机号: A }, { mobile: null }, { 手机号: A }, { mobile: null }, []],
  ["emptied by staff, then another", { 手机号: A }, { mobile: null }, { 手机号: B }, { mobile: B }, []],
  ["another name is a question", {}, {}, { 姓名: "王萌" }, { name: "王梦" }, [["姓名", "王梦", "王梦", "王萌"]]],
  [
    "an unreadable day takes no good one's place",
    { 证件有效期: "2024-06-15" },
    {},
    { 证件有效期: unread },
    { validUntil: "2024-06-15" },
    [],
  ],
  [
    "the same day spelled otherwise",
    { 证件有效期: "2024-06-15" },
    { validUntil: "2024-07-01" },
    { 证件有效期: "2024.6.15" },
    { validUntil: "2024-07-01" },
    [],
  ],
  ["the unit by its alias", {}, {}, { 工作单位: "甲矿", 手机号: B }, { mobile: B, unit: UNIT }, []],
])("%s", (_name, first, staff, second, holds, clashes) => {
  const book = staffChange(after(bookOf({ units }), listOf([first])), staff);
  const taken = take(book, listOf([second], "第二次.xlsx"));
  expect(taken.after.roster).toHaveLength(1);
  expect(taken.after.roster[0]).toMatchObject(holds);
  expect(conflictsIn(taken.after)).toEqual(clashes);
  expect(changesOf(take(taken.after, listOf([second], "第二次.xlsx")))).toBe(0);
  expect(changesOf(take(taken.after, listOf([second], "又存一次.xlsx")))).toBe(0);
});

test("an older list again, renamed, sorted or with its columns moved, undoes nothing of a newer one", () => {
  const two = [{ 手机号: A }, { 姓名: "李明", 证件号: idOf(2), 手机号: C }];
  const newer = listOf([{ 手机号: B }], "新.xlsx");
  const book = take(answered(after(bookOf({ units }), listOf(two), newer), "对方"), newer).after;
  expect(book.roster.map(({ mobile }) => mobile)).toEqual([B, C]);
  for (const old of [listOf(two), listOf([...two].reverse(), "旧.xlsx"), listOf(two, "旧.xlsx", [...HEADER].reverse())]) {
    const again = take(book, old);
    expect(again.reports[0]).toMatchObject({ importedBefore: true, rows: { unchanged: 2 } });
    expect(again.decision.findings.map(({ code }) => code)).toEqual(["I01"]);
    expect(changesOf(again)).toBe(0);
  }
});

test("the lists of two units may come in either order, and again", () => {
  const one = listOf([{ 手机号: A }], "甲.xlsx");
  const other = listOf([{ 姓名: "李明", 证件号: idOf(2), 工作单位: OTHER, 手机号: B }], "乙.xlsx");
  const plain = (book: Snapshot) => book.roster.map(({ name, unit, mobile }) => JSON.stringify([name, unit, mobile])).sort();
  const here = after(bookOf({ units }), one, other);
  const there = after(bookOf({ units }), other, one);
  expect(plain(here)).toEqual(plain(there));
  expect(plain(take(bookOf({ units }), one, other).after)).toEqual(plain(here));
  for (const order of [
    [one, other],
    [other, one],
  ])
    expect(changesOf(take(here, ...order))).toBe(0);
  const numbers = here.bases.map(({ exchange, unit }) => `${exchange} ${unit}`);
  expect(numbers).toEqual([`L00001 ${UNIT}`, `L00002 ${OTHER}`]);
});

test("a list is merged against what went out since, but what only repeats the unit's last list is no change", () => {
  const sent = send(staffChange(after(bookOf({ units }), listOf([{ 手机号: A, 备注: "夜班" }])), { mobile: B }));
  expect(sent.exchanges.map(({ exchange, generation }) => [exchange, generation])).toEqual([
    ["L00001", 1],
    ["X00001", 1],
  ]);
  const repeated = take(sent, listOf([{ 手机号: A, 备注: "白班" }], "二.xlsx"));
  expect(repeated.after.roster[0]).toMatchObject({ mobile: B, note: "夜班" });
  expect(conflictsIn(repeated.after)).toEqual([["备注", "夜班", "夜班", "白班"]]);
  expect(repeated.decision.findings.map(({ code, message }) => `${code} ${message}`)).toEqual([
    "I09 二.xlsx·人员·H2 王梦：备注在名册中是“夜班”，文件写的是“白班”，保留名册的值。",
    "I19 二.xlsx：有1格与单位上次的名单相同，与后来商定的不同，保留了名册的值。",
  ]);
  const changed = take(sent, listOf([{ 手机号: C }], "三.xlsx"));
  expect(changed.after.roster[0]).toMatchObject({ mobile: B, note: "夜班" });
  expect(conflictsIn(changed.after)).toEqual([["手机号", B, B, C]]);
});

test("without any list before, what we sent is what was agreed", () => {
  const office = bookOf({
    units,
    roster: [{ person: "P1", name: "王梦", idNumber: idOf(1), unit: UNIT, post: "主要负责人", kind: "再培训", mobile: A }],
  });
  expect(conflictsIn(take(send(office), listOf([{ 手机号: B }])).after)).toEqual([["手机号", A, A, B]]);
  expect(conflictsIn(take(staffChange(send(office), { mobile: B }), listOf([{ 手机号: A }])).after)).toEqual([]);
  expect(conflictsIn(take(office, listOf([{ 手机号: B }])).after)).toEqual([["手机号", null, A, B]]);
});

test("a conflict is settled by 采用, by an equal list, and stays over a repeated import", () => {
  const book = staffChange(after(bookOf({ units }), listOf([{ 手机号: A }])), { mobile: B });
  const open = take(book, listOf([{ 手机号: C }], "二.xlsx")).after;
  expect(open.conflicts).toHaveLength(1);
  expect(take(open, listOf([{ 手机号: B }], "三.xlsx")).after.conflicts).toEqual([]);
  for (const [choice, mobile] of [
    ["对方", C],
    ["我方", B],
  ] as const) {
    const applied = take(answered(open, choice), listOf([{ 手机号: C }], "二.xlsx")).after;
    expect([applied.roster[0]?.mobile, applied.conflicts]).toEqual([mobile, []]);
    for (const name of ["二.xlsx", "另存.xlsx"]) expect(changesOf(take(applied, listOf([{ 手机号: C }], name)))).toBe(0);
  }
});

test("a conflict that one file raises and a list of the same run settles never reaches 冲突", () => {
  const person = { 报名编号: "B2024-00001", ...PERSON };
  const book = sentBook([{ ...person, 手机号: B }], [{ generation: 1, people: [{ ...person, 手机号: A }] }]);
  const returned = returnedFile({
    titles: ["姓名", "证件号", "手机号"],
    sent: [{ ...person, 手机号: A }],
    rows: [{ 行号: "B2024-00001", ...PERSON, 手机号: C }],
  });
  expect(conflictsIn(importFiles(book, [returned]).after)).toEqual([["手机号", A, B, C]]);
  const both = importFiles(book, [returned, listOf([{ 手机号: B }])]);
  expect(both.reports[0]?.cells.conflicts).toBe(1);
  expect(both.after.conflicts).toEqual([]);
  expect(both.decision.rows.filter(({ table }) => table === "conflicts")).toEqual([]);
  expect(both.decision.blanked).toEqual([]);
});

test("a row that staff had to place first is taken when the same list comes again, the others are left alone", () => {
  const roster = [{ person: "P1", name: "李明", idNumber: idOf(2), unit: OTHER, post: "主要负责人", kind: "再培训" }];
  const list = listOf([{ 手机号: A }, { 姓名: "李明", 证件号: idOf(2), 手机号: C }]);
  const first = take(bookOf({ units, roster }), list);
  expect(first.decision.findings.map(({ code }) => code)).toEqual(["I10"]);
  const left = first.after.roster.map((row) => (row.unit === OTHER ? { ...row, state: "离职" } : { ...row, mobile: B }));
  const again = take({ ...first.after, roster: left }, list);
  expect(again.reports[0]?.rows).toMatchObject({ new: 1, unchanged: 1 });
  expect(again.after.roster.map(({ unit, mobile }) => [unit, mobile])).toEqual([
    [OTHER, null],
    [UNIT, B],
    [UNIT, C],
  ]);
});

test("底稿 keeps the last five generations of a unit's lists, and of one of them only what it changed", () => {
  let book = after(bookOf({ units }), listOf([{ 备注: "甲" }, { 姓名: "李明", 证件号: idOf(2) }]));
  for (let day = 1; day <= 8; day++) book = take(book, listOf([{ 备注: `第${day}天` }], `${day}.xlsx`)).after;
  const kept = (enrolment: string) => book.bases.filter((row) => row.enrolment === enrolment).map(({ generation }) => generation);
  expect(kept("B2024-00001")).toEqual([5, 6, 7, 8, 9]);
  expect(kept("B2024-00002")).toEqual([1]);
  expect(conflictsIn(book)).toEqual([["备注", "第7天", "甲", "第8天"]]);
});

test("a difference of a person without a known unit is told once for a content, also after it was answered", () => {
  const roster = [{ person: "P1", name: "王梦", idNumber: idOf(1), post: "主要负责人", kind: "再培训", mobile: A }];
  const list = listOf([{ 工作单位: null, 手机号: B }]);
  const open = take(bookOf({ units, roster }), list).after;
  expect(conflictsIn(open)).toEqual([["手机号", null, A, B]]);
  const kept = take(answered(open, "我方"), list).after;
  expect(kept.conflicts).toEqual([]);
  expect(changesOf(take(kept, list))).toBe(0);
});

test("nothing is agreed with a unit that 单位 does not know by this name", () => {
  const book = after(bookOf({ units }), listOf([{ 工作单位: "甲矿业" }, { 姓名: "李明", 证件号: idOf(2), 工作单位: null }]));
  expect(book.roster.map(({ unit }) => unit)).toEqual(["甲矿业", null]);
  expect(book.bases).toEqual([]);
});
