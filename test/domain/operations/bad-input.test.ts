import type { RawInput } from "../../../apps-script/domain/operations/inputs/read-input";
import { CLERK_OPERATIONS } from "../../../apps-script/domain/operations/registry";
import { reportMorning, REPORT_DAY as TODAY } from "../../support/clerk-book";
import { problemsOf } from "../../support/clerk-desk";

const book = reportMorning({
  payments: [{ id: "F00001", day: "2024-03-20", amount: 300, method: "现金", shares: "B2024-00001" }],
  conflicts: [{ enrolment: "B2024-00001", column: "学历", ours: "大专", theirs: "本科", source: "甲.xlsx#a1" }],
});

const NOBODY = "没有的人";
const LONG = "长".repeat(2001);
const NO_DAY = "2024-02-30";

/** For each field of each operation a value that is not taken. An operation or a field without one fails the first test. */
const BAD: Readonly<Record<string, RawInput>> = {
  "pre-register": { people: NOBODY, class: "第九十期", day: NO_DAY },
  booking: { people: NOBODY, state: "同意了", class: "第九十期", day: NO_DAY, reason: LONG, checked: "第九十期" },
  papers: { people: NOBODY, papers: "户口本", answer: "缺", reason: LONG },
  "check-in": {
    people: NOBODY,
    day: NO_DAY,
    class: "第九十期",
    papers: "户口本",
    amount: "三百",
    method: "刷卡",
    payer: LONG,
    receipt: LONG,
    reason: LONG,
    file: "没有",
  },
  pay: {
    people: NOBODY,
    unit: "没有这家",
    amount: -1,
    method: "POS",
    day: NO_DAY,
    payer: LONG,
    receipt: LONG,
    invoiced: "也许",
    invoice: LONG,
    note: LONG,
  },
  refund: { payment: LONG, people: NOBODY, amount: 0, method: "pos机", day: "2024-12-31", reason: LONG },
  invoice: { payments: "F9", invoice: LONG, day: NO_DAY },
  complete: { class: "第九十期", absent: NOBODY, day: NO_DAY },
  "book-exam": { people: NOBODY, state: "好", day: NO_DAY, place: LONG },
  exam: { people: NOBODY, result: "很好", score: 101, day: NO_DAY, place: LONG, wrongDay: NO_DAY },
  issue: { people: NOBODY, day: NO_DAY, until: NO_DAY, unchanged: "大概" },
  settle: { people: NOBODY, unit: "没有这家", source: LONG, columns: "班级", side: "他们", value: LONG },
  edit: { cells: "不成样子" },
  enrol: {
    instead: NOBODY,
    name: LONG,
    idNumber: LONG,
    idType: "工作证",
    mobile: LONG,
    unit: "没有这家",
    newUnit: LONG,
    post: "矿长",
    kind: "延期",
    education: "小学生",
    validUntil: NO_DAY,
    certificate: LONG,
    class: "第九十期",
    day: NO_DAY,
    note: LONG,
  },
  "change-class": { class: "第九十期", deadline: LONG, booking: LONG, reportIn: LONG, study: LONG, stopped: "大概" },
  move: { people: NOBODY, class: "第九十期", reason: LONG },
  "no-show": { class: "第九十期", people: NOBODY },
  card: { people: NOBODY, action: "借用", day: NO_DAY, number: LONG, reason: LONG },
  renew: { people: NOBODY, fee: 0, free: "大概", class: "第九十期" },
  transfer: { people: NOBODY, unit: "没有这家", day: NO_DAY, reason: LONG },
  leave: { people: NOBODY, day: NO_DAY, reason: LONG, money: "以后再说" },
  withdraw: { people: NOBODY, day: NO_DAY, reason: LONG, money: "以后再说" },
  reinstate: { people: NOBODY, day: NO_DAY, reason: LONG },
  "merge-person": { people: NOBODY, keep: NOBODY, reason: LONG },
  unit: {
    unit: "没有这家",
    newUnit: LONG,
    confirmed: "大概",
    aliases: LONG,
    contact: LONG,
    phone: LONG,
    email: LONG,
    creditCode: LONG,
    reportsFor: LONG,
    merge: "没有这家",
  },
  notified: {
    people: NOBODY,
    unit: "没有这家",
    class: "第九十期",
    rule: "没有这条规则",
    lines: "没有这一条",
    by: "托梦",
    day: "2024-12-31",
  },
  "close-year": { reopen: "大概" },
  "mark-carried": { code: "0f1e2d3c4b5a-000000-0000", cancel: "大概" },
};

/** What is taken for the fields that have to be given. */
const GOOD: RawInput = {
  people: "赵一",
  class: "再二",
  state: "通过",
  papers: "全部",
  amount: 300,
  method: "现金",
  reason: "本人要求",
  payments: "F00001",
  day: TODAY,
  cells: "赵一|备注||x",
  kind: "初培",
  action: "领取",
  unit: "乙矿",
  by: "电话",
};

test("every field of every operation has a case", () => {
  const cases = Object.fromEntries(Object.entries(BAD).map(([id, fields]) => [id, Object.keys(fields).sort()]));
  expect(cases).toEqual(
    Object.fromEntries(CLERK_OPERATIONS.map(({ id, fields }) => [id, fields.map(({ name }) => name).sort()])),
  );
});

const each = CLERK_OPERATIONS.flatMap((operation) =>
  operation.fields.map((field) => [operation.id, field.name, { operation, field }] as const),
);

test.each(each)(
  "%s: a bad %s is told by the field's name, with what was given and what is possible",
  (id, name, { operation, field }) => {
    const given = BAD[id]?.[name];
    const others = operation.fields.filter((one) => one.required && one.name !== name);
    const raw = Object.fromEntries(others.map((one) => [one.name, GOOD[one.name]]));
    const problem = problemsOf(book, operation, { ...raw, [name]: given }, TODAY).find((one) => one.field === name);
    expect(problem?.message.startsWith(`${field.title}（${name}）：`)).toBe(true);
    expect(problem?.given).not.toBe("");
    expect(problem?.message).not.toMatch(/undefined|null|NaN|\[object/u);
    if (field.choices !== null) expect(problem?.possible.length).toBeGreaterThan(0);
  },
);

test.each(CLERK_OPERATIONS.map((one) => [one.id, one] as const))(
  "%s: an unknown field and a file where none is taken",
  (_id, operation) => {
    expect(problemsOf(book, operation, { 不知道的一项: 1 }, TODAY)[0]).toMatchObject({
      field: "不知道的一项",
      possible: operation.fields.map(({ name }) => name),
    });
    for (const { name, kind } of operation.fields) {
      if (kind === "people" || kind === "file") continue;
      const problem = problemsOf(book, operation, { [name]: { file: "名单.xlsx", sheets: [] } }, TODAY).find(
        ({ field }) => field === name,
      );
      expect(problem?.message).toContain("这里不能用文件");
    }
  },
);
