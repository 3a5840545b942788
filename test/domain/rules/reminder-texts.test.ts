import { contextOf } from "../../../apps-script/domain/rules/context";
import { classTexts, unitTexts } from "../../../apps-script/domain/rules/reminders/joint-texts";
import { textsOf } from "../../../apps-script/domain/rules/reminders/texts";
import { todoNow } from "../../../apps-script/domain/rules/todo-now";
import { MOVERS } from "../../../apps-script/domain/schema/allowed";
import { PAPER_COLUMNS } from "../../../apps-script/domain/schema/paper-columns";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { lengthOf } from "../../../apps-script/domain/snapshot/text-length";
import { personText, whatIn } from "../../../apps-script/domain/wording/reminder-texts";
import { moverOf, RULES, type RuleCode } from "../../../apps-script/domain/wording/rules";
import { bookOf, papersIn } from "../../support/books";

const PHONE = "0535-4766666";
const CODES = Object.keys(RULES) as RuleCode[];
/** A document number, a mobile, or half of one. */
const NUMBERS = /\d{7,}/u;

const about = (className: string) => ({
  class: className,
  due: "2024-12-21",
  today: "2024-03-01",
  reportIn: "2024-12-26",
  papers: PAPER_COLUMNS.map(() => "学历证书复印件"),
  owed: 1234.5,
});
const textFor = (code: RuleCode, name: string, className: string, phone: string | null) =>
  personText(name, (shorten) => whatIn(code, moverOf(code), about(shorten(className))) ?? "", phone);

const asked = CODES.filter((code) => whatIn(code, moverOf(code), about("再培训班第二期")) !== null);

describe.each(asked)("%s to one person", (code) => {
  test.each([
    ["as usual", "王某", "再培训班第二期", PHONE],
    ["the longest name", "阿卜杜热合曼·".repeat(8).slice(0, 50), "再培训班第二期", PHONE],
    ["a long class", "欧阳某某", "二〇二四年度金属非金属矿山主要负责人和安全生产管理人员再培训班第十二期", PHONE],
    ["both, and two phones", "𫘧".repeat(50), "班".repeat(200), "0535-4766666（办公室）、0535-6685949"],
    ["no phone", "王某", "再培训班第二期", null],
  ])("%s: who, what, whom to ask, in 70 characters", (_, name, className, phone) => {
    const text = textFor(code, name, className, phone);
    expect(lengthOf(text)).toBeLessThanOrEqual(70);
    expect(text.endsWith("如已办理请忽略。")).toBe(true);
    expect(text.startsWith([...name].slice(0, 4).join(""))).toBe(true);
    expect(text.includes(PHONE)).toBe(phone !== null);
    expect(text).not.toMatch(/undefined|null|NaN|请请|在在|，。|。。/u);
    expect(text.replace(PHONE, "")).not.toMatch(NUMBERS);
  });
});

test("every rule that is not the centre's own has a text, and of those of the centre only the one that is to be told", () => {
  expect(asked.filter((code) => moverOf(code) === "中心")).toEqual(["A25"]);
  expect(CODES.filter((code) => moverOf(code) !== "中心" && !asked.includes(code))).toEqual([]);
  expect(whatIn("T05", "考试点", about("再培训班第二期"))).toBeNull();
});

const key = "B2024-00001";
const person: Partial<Enrolment> = {
  name: "王某",
  unit: "甲矿",
  idType: "居民身份证",
  idNumber: "37999919800101002X",
  mobile: "19900000001",
  post: "安全生产管理人员",
  education: "大专",
  kind: "再培训",
  validUntil: "2024-05-20",
  lockedClass: "再培训班第二期",
  class: "再培训班第二期",
  preRegisteredOn: "2024-02-20",
};
const settings = { centrePhone: PHONE };
const now = (book: Snapshot, today: string) => {
  const context = contextOf(book, today);
  const snapshot = todoNow(book, context);
  return { snapshot, context, texts: textsOf(snapshot, context) };
};

test.each<[string, Partial<Enrolment>, string, string]>([
  ["T01", {}, "2024-03-01", "王某：请在3月21日（含）前在省厅系统预约再培训班第二期。咨询电话0535-4766666。如已办理请忽略。"],
  ["T01", {}, "2024-03-21", "王某：请今天在省厅系统预约再培训班第二期。咨询电话0535-4766666。如已办理请忽略。"],
  ["T01", {}, "2024-03-24", "王某：请马上在省厅系统预约再培训班第二期。咨询电话0535-4766666。如已办理请忽略。"],
  [
    "T20",
    { booking: "通过", reportedInOn: "2024-03-26", feeDue: 300, feePaid: 100, feeState: "部分" },
    "2024-03-26",
    "王某：培训费还差200元，请尽快到中心缴清。咨询电话0535-4766666。如已办理请忽略。",
  ],
  [
    "T20",
    { booking: "通过", reportedInOn: "2024-03-26", feeDue: 600.3, feePaid: 300.1, feeState: "部分" },
    "2024-03-26",
    "王某：培训费还差300.2元，请尽快到中心缴清。咨询电话0535-4766666。如已办理请忽略。",
  ],
  [
    "T09",
    { booking: "通过", reportedInOn: "2024-03-26", trained: "是", exam: "缺考", examTries: 1, examOn: "2024-04-10" },
    "2024-04-12",
    "王某：考试没有通过或没有参加，请尽快在省厅系统预约补考，5月19日（含）前考合格。咨询电话0535-4766666。如已办理请忽略。",
  ],
  [
    "T08",
    { booking: "通过", reportedInOn: "2024-03-26", trained: "是" },
    "2024-04-01",
    "王某：培训已完成，请尽快在省厅系统预约考试，5月19日（含）前考合格。咨询电话0535-4766666。如已办理请忽略。",
  ],
])("%s %j on %s", (code, row, today, expected) => {
  const { texts } = now(bookOf({ roster: [{ ...person, ...row }], papers: [papersIn(key)], settings }), today);
  expect(texts.find((one) => one.code === code)?.text).toBe(expected);
});

test("whether there is one more sitting after a missed last one is for the centre to ask", () => {
  const missed = {
    booking: "通过",
    reportedInOn: "2024-03-26",
    trained: "是",
    exam: "缺考",
    examTries: 2,
    examOn: "2024-04-10",
  } as const;
  const { texts } = now(bookOf({ roster: [{ ...person, ...missed }], papers: [papersIn(key)], settings }), "2024-04-12");
  expect(texts.find(({ code }) => code === "T09")).toMatchObject({ whose: "中心", what: null, text: null });
});

test("the holder of a passport is asked for what they have", () => {
  const abroad = { ...person, idType: "护照", idNumber: "E12345678", booking: "通过" } as const;
  const papers = [{ ...papersIn(key), deskOriginal: null }];
  const { texts } = now(bookOf({ roster: [abroad], papers, settings }), "2024-03-24");
  expect(texts.find(({ code }) => code === "T19")?.what).toBe("3月26日到再培训班第二期报到，请带齐有效证件原件（请确认）");
});

test("papers are named, as many as there is room for", () => {
  const text = (...columns: string[]) => {
    const papers = [{ ...papersIn(key), ...Object.fromEntries(columns.map((column) => [column, null])) }];
    return now(bookOf({ roster: [person], papers, settings }), "2024-03-01").texts.find(({ code }) => code === "T18")?.what;
  };
  expect(text("formSeal")).toBe("申报资料缺推荐表，请在3月21日（含）前补齐");
  expect(text("uploadPhoto", "formSeal", "formDated")).toBe("申报资料缺证件照、推荐表，请在3月21日（含）前补齐");
  expect(text("uploadPhoto", "uploadDocument", "profileEducation")).toBe("申报资料缺证件照等3项，请在3月21日（含）前补齐");
});

const two = bookOf({
  roster: [
    person,
    { ...person, name: "李某", idNumber: "379999197508150038", mobile: "19900000002" },
    {
      ...person,
      name: "张某",
      unit: "乙矿",
      mobile: "19900000003",
      booking: "通过",
      reportedInOn: "2024-03-20",
      exam: "不合格",
      trained: "是",
    },
    {
      ...person,
      name: "孙某",
      unit: "乙矿",
      mobile: "19900000004",
      idNumber: null,
      class: null,
      lockedClass: "再培训班第三期",
      preRegisteredOn: null,
    },
  ],
  papers: [papersIn(key), papersIn("B2024-00002"), papersIn("B2024-00003"), papersIn("B2024-00004")],
  units: [{ name: "甲矿" }, { name: "乙矿" }],
  settings,
});

test("all of a unit in one text, and the same for several said once", () => {
  const { texts, snapshot, context } = now(two, "2024-03-20");
  const [first] = unitTexts(texts, snapshot, context).filter(({ of }) => of === "甲矿");
  expect(first?.text).toContain("王某、李某：请在3月21日（含）前在省厅系统预约再培训班第二期。");
  expect(first?.text.split("\n")[0]).toBe("甲矿：");
  const all = texts.filter(({ unit, what }) => unit === "甲矿" && what !== null);
  expect([...(first?.lines ?? [])].sort()).toEqual(all.map(({ id }) => id).sort());
});

test("a unit that is written in several ways has one text, by its name in 单位", () => {
  const wide = {
    ...two,
    units: two.units.map((one) => (one.name === "甲矿" ? { ...one, name: "甲矿（集团）", aliases: "甲矿" } : one)),
  };
  const roster = wide.roster.map((row) => (row.name === "李某" ? { ...row, unit: "甲矿 (集团)" } : row));
  const { texts, snapshot, context } = now({ ...wide, roster }, "2024-03-20");
  const own = unitTexts(texts, snapshot, context).filter(({ text }) => /王某|李某/u.test(text));
  expect(own.map(({ of }) => of)).toEqual(["甲矿（集团）"]);
  expect(own[0]?.text).toContain("王某、李某：请在3月21日（含）前在省厅系统预约再培训班第二期。");
});

test("a text for a group says nothing of money, failed exams and papers of anybody", () => {
  const { texts, snapshot, context } = now(two, "2024-03-20");
  const joint = classTexts(texts, snapshot, context);
  const group = joint.find(({ of }) => of === "再培训班第二期");
  expect(group?.text).toMatch(/^再培训班第二期各位学员：\n.*王某、李某/u);
  expect(joint.map(({ text }) => text).join("")).not.toMatch(/没有合格|补考|培训费|证件号/u);
  expect(
    unitTexts(texts, snapshot, context)
      .map(({ text }) => text)
      .join(""),
  ).toContain("补考");
});

test("who was told is said with how often and when, and a line at rest is not open", () => {
  const { snapshot, context } = now(two, "2024-03-20");
  const told = { answer: "已通知", told: 2, toldOn: "2024-01-25", toldBy: "微信", backOn: "2024-03-24" };
  const todo = snapshot.todo.map((line) => (line.code === "T01" ? { ...line, ...told } : line));
  const texts = textsOf({ ...snapshot, todo }, context);
  expect(texts.filter(({ code }) => code === "T01").map((one) => [one.told, one.isOpen])).toEqual([
    ["已通知2次，上次1月25日 微信", false],
    ["已通知2次，上次1月25日 微信", false],
  ]);
  expect(texts.every(({ whose }) => MOVERS.includes(whose))).toBe(true);
});

test("markup, ids and mobiles in names come out as they are or masked", () => {
  const book = bookOf({
    roster: [
      { ...person, name: "<b>王</b>37999919800101002X" },
      { ...person, name: "李某19900000002" },
    ],
    papers: [papersIn(key), papersIn("B2024-00002")],
    settings,
  });
  const { texts, snapshot, context } = now(book, "2024-03-01");
  const said = [...texts.flatMap(({ text }) => text ?? []), ...unitTexts(texts, snapshot, context).map(({ text }) => text)];
  expect(said.length).toBeGreaterThan(2);
  for (const text of said) expect(text.replace(PHONE, "")).not.toMatch(NUMBERS);
});
