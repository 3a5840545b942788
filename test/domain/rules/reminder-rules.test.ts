import { makeTodo } from "../../../apps-script/domain/rules/todo";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { type BookParts, bookOf, papersIn } from "../../support/books";
import { runOn } from "../../support/running";

const key = "B2024-00001";
const papers = [papersIn(key)];
const person: Partial<Enrolment> = {
  name: "王某",
  unit: "甲矿",
  mobile: "19900000001",
  kind: "再培训",
  validUntil: "2024-12-20",
  class: "再培训班第二期",
  preRegisteredOn: "2024-02-20",
};
const beginner: Partial<Enrolment> = { ...person, kind: "初培", validUntil: null, class: "培训班第一期" };
const approved: Partial<Enrolment> = { ...person, booking: "通过", bookedOn: "2024-03-01" };
const came: Partial<Enrolment> = { ...approved, reportedInOn: "2024-03-26" };
const trained: Partial<Enrolment> = { ...came, trained: "是" };
const withCard = { ...approved, card: "001", cardTakenOn: "2024-03-05" };
const bound = { ...withCard, cardBoundOn: "2024-03-06", cardValidUntil: "2024-03-28" };
const sent = { exchange: "X00001", unit: "甲矿", direction: "发出", generation: 1, fingerprint: "a" };
const back = { ...sent, direction: "收回", fingerprint: "b", time: "2024-03-05T10:00:00+08:00" };
const out = (time: string, generation = 1) => ({ ...sent, time: `${time}T09:00:00+08:00`, generation });

/** A person with all papers handed in, unless other papers are given. */
const of = (row: Partial<Enrolment>, more: BookParts = {}): BookParts => ({ roster: [row], papers, ...more });

interface Matter {
  readonly about: string;
  readonly day: string;
  readonly found: BookParts;
  readonly done: BookParts;
  readonly due: string | null;
  readonly whose: "单位" | "学员" | "中心" | "考试点";
}

/** What the day asks for, and what settles it; the same workbook otherwise. */
const MATTERS: readonly (readonly [code: string, Matter])[] = [
  ["T01", { about: "已预报名", day: "2024-03-01", found: of(person), done: of(approved), due: "2024-03-21", whose: "学员" }],
  [
    "T11",
    {
      about: "没有预报名",
      day: "2024-03-24",
      found: of({ ...person, preRegisteredOn: null }),
      done: of({ ...approved, preRegisteredOn: null }),
      due: "2024-03-21",
      whose: "学员",
    },
  ],
  [
    "T17",
    {
      about: "退回（照片）",
      day: "2024-03-10",
      found: of({ ...person, booking: "退回", refusal: "照片" }),
      done: of({ ...person, booking: "待审", bookedOn: "2024-03-10" }),
      due: "2024-03-21",
      whose: "学员",
    },
  ],
  [
    "T16",
    {
      about: "2024-02-25至2024-03-24",
      day: "2024-02-20",
      found: of(person),
      done: of({ ...person, booking: "待审" }),
      due: "2024-02-25",
      whose: "学员",
    },
  ],
  [
    "T02",
    {
      about: "应在2024-03-04前审核完",
      day: "2024-03-05",
      found: of({ ...person, booking: "待审", bookedOn: "2024-02-29" }),
      done: of({ ...person, booking: "通过", bookedOn: "2024-02-29" }),
      due: "2024-03-04",
      whose: "中心",
    },
  ],
  [
    "T06",
    {
      about: "甲矿还有1人",
      day: "2024-03-10",
      found: of({ ...person, class: "再培训班第三期", preRegisteredOn: null }),
      done: of({ ...person, class: "再培训班第三期" }),
      due: "2024-03-31",
      whose: "单位",
    },
  ],
  [
    "T07",
    {
      about: "已于2024-03-31截止",
      day: "2024-04-02",
      found: of({ ...person, class: "再培训班第三期", preRegisteredOn: null }),
      done: of({ ...person, class: "再培训班第三期" }),
      due: "2024-04-13",
      whose: "单位",
    },
  ],
  [
    "T18",
    {
      about: "申报上传：缺证件照",
      day: "2024-02-20",
      found: of(person, { papers: [{ ...papersIn(key), uploadPhoto: null }] }),
      done: of(person),
      due: "2024-03-21",
      whose: "学员",
    },
  ],
  [
    "T19",
    {
      about: "报到：缺报名登记表",
      day: "2024-03-20",
      found: of(approved, { papers: [{ ...papersIn(key), deskForm: null }] }),
      done: of(approved),
      due: "2024-03-26",
      whose: "学员",
    },
  ],
  [
    "T20",
    {
      about: "还欠100元",
      day: "2024-03-26",
      found: of({ ...came, feeDue: 300, feePaid: 200, feeState: "部分" }),
      done: of({ ...came, feeDue: 300, feePaid: 300, feeState: "已缴" }),
      due: "2024-03-26",
      whose: "学员",
    },
  ],
  [
    "T21",
    {
      about: "还没有模拟卡",
      day: "2024-03-10",
      found: of(approved, { cards: [{ number: "002", state: "作废" }] }),
      done: of({ ...approved, card: "001" }, { cards: [{ number: "001", enrolment: key }] }),
      due: "2024-03-26",
      whose: "中心",
    },
  ],
  [
    "T22",
    {
      about: "2024-03-05领的模拟卡还没有绑定",
      day: "2024-03-19",
      found: of(withCard),
      done: of({ ...withCard, cardBoundOn: "2024-03-18" }),
      due: "2024-03-29",
      whose: "学员",
    },
  ],
  [
    "T23",
    {
      about: "2024-03-28到期",
      day: "2024-03-10",
      found: of(bound),
      done: of({ ...bound, cardValidUntil: "2024-09-06" }),
      due: "2024-03-28",
      whose: "学员",
    },
  ],
  [
    "T08",
    {
      about: "还没有预约考试",
      day: "2024-04-02",
      found: of(trained),
      done: of({ ...trained, exam: "待审" }),
      due: "2024-12-19",
      whose: "学员",
    },
  ],
  [
    "T09",
    {
      about: "考试不合格，可以补考一次",
      day: "2024-04-20",
      found: of({ ...trained, exam: "不合格" }),
      done: of({ ...trained, exam: "待审" }),
      due: "2024-12-19",
      whose: "学员",
    },
  ],
  [
    "T13",
    {
      about: "成绩还没有登记",
      day: "2024-04-20",
      found: of({ ...trained, exam: "待考", examOn: "2024-04-19" }),
      done: of({ ...trained, exam: "合格", examOn: "2024-04-19" }),
      due: "2024-12-19",
      whose: "中心",
    },
  ],
  [
    "T24",
    {
      about: "2024-04-19考试合格，还没有登记发证",
      // Ten working days, 5-1 to 5-5 off, 4-28 and 5-11 worked.
      day: "2024-05-08",
      found: of({ ...trained, exam: "合格", examOn: "2024-04-19" }),
      done: of({ ...trained, exam: "合格", examOn: "2024-04-19", issuedOn: "2024-04-30" }),
      due: "2024-05-07",
      whose: "中心",
    },
  ],
  [
    "T25",
    {
      about: "甲矿的文件2024-03-01发出",
      day: "2024-03-09",
      found: of(approved, { exchanges: [out("2024-03-01")] }),
      done: of(approved, { exchanges: [out("2024-03-01"), back] }),
      due: "2024-03-08",
      whose: "单位",
    },
  ],
];

const rule = makeTodo([]);
const linesOf = (code: string, { todo }: Snapshot) => todo.filter((line) => line.code === code);
const withTodo = (parts: BookParts, todo: Snapshot["todo"]): Snapshot => ({ ...bookOf(parts), todo });

describe.each(MATTERS)("%s", (code, { about, day, found, done, due, whose }) => {
  const first = runOn(rule, bookOf(found), day);

  test("is found, with day and whose move", () => {
    const lines = linesOf(code, first.after);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ due, whose, people: code === "T25" ? null : key, unit: "甲矿", answer: "未处理" });
    expect(lines[0]?.content).toContain(about);
  });

  test("is not found where it is done", () => {
    expect(runOn(rule, bookOf(done), day).codes).not.toContain(code);
  });

  test("closes by itself with the day, and opens when it is back", () => {
    const confirmed = first.after.todo.map((line) => ({ ...line, answer: "已确认" }));
    const closed = runOn(rule, withTodo(done, confirmed), day);
    expect(linesOf(code, closed.after)).toEqual([expect.objectContaining({ state: "已消除", goneOn: day })]);
    const again = runOn(rule, withTodo(found, closed.after.todo), day);
    expect(linesOf(code, again.after)).toEqual([expect.objectContaining({ state: null, goneOn: null, answer: "未处理" })]);
  });

  test("who left is not chased", () => {
    const left = { ...found, roster: (found.roster ?? []).map((row) => ({ ...row, state: "离职" as const })) };
    expect(runOn(rule, bookOf(left), day).codes).not.toContain(code);
  });

  test("a second run on the same day changes nothing", () => {
    const { cells, rows } = runOn(rule, first.after, day).outcome;
    expect([cells, rows]).toEqual([[], []]);
  });
});

describe("not asked", () => {
  test.each<[string, string, string, BookParts]>([
    ["a window that opens in eight days", "T16", "2024-02-17", of(person)],
    ["papers long before the window", "T18", "2024-02-17", of(person, { papers: [] })],
    ["papers that the approval settles", "T18", "2024-03-20", of(approved, { papers: [] })],
    ["papers for a report-in in eight days", "T19", "2024-03-18", of(approved, { papers: [] })],
    ["papers for report-in once the class is over", "T19", "2024-03-30", of(trained, { papers: [] })],
    ["papers for report-in of who is not approved", "T19", "2024-03-26", of(person, { papers: [] })],
    ["a fee before report-in", "T20", "2024-03-25", of({ ...approved, feeDue: 300, feePaid: 0, feeState: "未缴" })],
    ["a fee that is free", "T20", "2024-03-26", of({ ...came, feeDue: 0, feePaid: 0, feeState: "免收" })],
    ["cards of a centre that keeps no pool", "T21", "2024-03-10", of(approved)],
    [
      "a card of who has two, of which C04 speaks",
      "T21",
      "2024-03-10",
      of(approved, { cards: ["001", "002"].map((number) => ({ number, enrolment: key, state: "已领" })) }),
    ],
    ["a card fetched 13 days ago", "T22", "2024-03-18", of(withCard)],
    ["a card that somebody has no exam for any more", "T22", "2024-03-30", of(withCard)],
    ["a card after the exam", "T23", "2024-04-20", of({ ...bound, trained: "是", exam: "待考", examOn: "2024-04-19" })],
    ["a void card", "T22", "2024-03-19", of(withCard, { cards: [{ number: "001", enrolment: key, state: "作废" }] })],
    ["a certificate on the tenth working day", "T24", "2024-05-07", of({ ...trained, exam: "合格", examOn: "2024-04-19" })],
    [
      "a certificate that stays valid",
      "T24",
      "2024-06-07",
      of({ ...trained, validUntil: "2026-12-20", exam: "合格", examOn: "2024-04-19" }),
    ],
    [
      "a certificate that staff closed",
      "T24",
      "2024-06-07",
      of({ ...trained, exam: "合格", examOn: "2024-04-19", state: "已完成" }),
    ],
    ["a file that went out a week ago", "T25", "2024-03-08", of(approved, { exchanges: [out("2024-03-01")] })],
    [
      "a file of a unit without anybody",
      "T25",
      "2024-03-09",
      of({ ...approved, unit: "乙矿" }, { exchanges: [out("2024-03-01")] }),
    ],
  ])("%s", (_, code, day, parts) => {
    expect(runOn(rule, bookOf(parts), day).codes).not.toContain(code);
  });
});

test("a beginner's certificate and a second sitting are waited for too; without 考试日期 the class's end counts", () => {
  const passed = { ...beginner, booking: "通过" as const, trained: "是", exam: "合格" as const };
  expect(runOn(rule, bookOf(of(passed)), "2024-05-06").codes).toContain("T24");
  const retake = { ...bound, trained: "是", exam: "不合格" as const };
  expect(runOn(rule, bookOf(of(retake)), "2024-04-20").codes).toEqual(["T09", "T23"]);
});

test("a file that the program sent again is the same matter, one after an answer is another", () => {
  const book = (...exchanges: ReturnType<typeof out>[]): BookParts => of(approved, { exchanges });
  const first = runOn(rule, bookOf(book(out("2024-03-01"))), "2024-03-09");
  const confirmed = first.after.todo.map((line) => ({ ...line, answer: "已确认" }));
  const resent = runOn(rule, withTodo(book(out("2024-03-01"), out("2024-03-08", 2)), confirmed), "2024-03-20");
  expect(linesOf("T25", resent.after)[0]).toMatchObject({ answer: "已确认", state: null });
  const asked = runOn(rule, withTodo(book(out("2024-03-01"), back, out("2024-03-08", 2)), confirmed), "2024-03-20");
  expect(linesOf("T25", asked.after)[0]).toMatchObject({ answer: "未处理", due: "2024-03-15" });
});

describe("what the matter is", () => {
  const call = { ...person, preRegisteredOn: "2024-02-20" };
  const confirmedOn = (parts: BookParts, day: string) =>
    runOn(rule, bookOf(parts), day).after.todo.map((line) => ({ ...line, answer: "已确认" }));
  const answers = (code: string, parts: BookParts, todo: Snapshot["todo"], day: string) =>
    linesOf(code, runOn(rule, withTodo(parts, todo), day).after).map(({ answer }) => answer);

  test("not the days that are left, nor how old the list is", () => {
    expect(answers("T01", of(call), confirmedOn(of(call), "2024-03-01"), "2024-03-10")).toEqual(["已确认"]);
    const plan = bookOf().plan.map((row) => ({ ...row, bookingsListed: "2024-03-09" }));
    expect(answers("T01", of(call, { plan }), confirmedOn(of(call), "2024-03-01"), "2024-03-10")).toEqual(["已确认"]);
  });
  test("the days of the class", () => {
    const plan = bookOf().plan.map((row) => (row.name === call.class ? { ...row, statedBooking: "2月25日-3月20日" } : row));
    expect(answers("T01", of(call, { plan }), confirmedOn(of(call), "2024-03-01"), "2024-03-10")).toEqual(["未处理"]);
  });
  test("another reason of a refusal", () => {
    const refused = (refusal: string) => of({ ...call, booking: "退回", refusal });
    expect(answers("T17", refused("照片"), confirmedOn(refused("照片"), "2024-03-01"), "2024-03-02")).toEqual(["已确认"]);
    expect(answers("T17", refused("公章"), confirmedOn(refused("照片"), "2024-03-01"), "2024-03-02")).toEqual(["未处理"]);
  });
  test("a paper more, not one less", () => {
    const short = (...columns: string[]) =>
      of(call, { papers: [{ ...papersIn(key), ...Object.fromEntries(columns.map((column) => [column, null])) }] });
    const todo = confirmedOn(short("uploadPhoto", "profilePhoto"), "2024-03-01");
    expect(answers("T18", short("uploadPhoto"), todo, "2024-03-02")).toEqual(["已确认"]);
    expect(answers("T18", short("uploadPhoto", "uploadDocument"), todo, "2024-03-02")).toEqual(["未处理"]);
  });
  test("somebody more of a unit, not one who signed up", () => {
    const unsigned = { ...call, class: "再培训班第三期", preRegisteredOn: null };
    const unit = (...rows: Partial<Enrolment>[]): BookParts => ({ roster: rows });
    const todo = confirmedOn(unit(unsigned, { ...unsigned, name: "李某" }), "2024-03-10");
    expect(answers("T06", unit({ ...unsigned, preRegisteredOn: "2024-03-11" }, unsigned), todo, "2024-03-11")).toEqual([
      "已确认",
    ]);
    expect(answers("T06", unit(unsigned, unsigned, unsigned), todo, "2024-03-11")).toEqual(["未处理"]);
  });
});
