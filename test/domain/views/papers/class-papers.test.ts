import { contextOf } from "../../../../apps-script/domain/rules/context";
import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import { snapshotOf } from "../../../../apps-script/domain/snapshot/snapshot";
import { classView } from "../../../../apps-script/domain/views/class";
import { everybody } from "../../../../apps-script/domain/views/everybody";
import { studyDays } from "../../../../apps-script/domain/views/papers/sign-in";
import { bookOf } from "../../../support/books";
import { livedTabs } from "../../../support/counted-workbook";
import { cellsUnder, factOf, onePart, printed, tablesOf } from "../../../support/printed";
import { idOf } from "../../people/residents";

const LISTS = ["class-list", "check-in", "sign-in", "card-receipt", "exam-list", "scores", "certificate-receipt"] as const;
const CLASS = "再培训班第三期";
const TODAY = "2024-05-14";

const seated = (count: number, more: Partial<Enrolment> = {}): Partial<Enrolment>[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ name: `某${at}`, idNumber: idOf("19800101", at % 1000), unit: "甲矿业有限公司", kind: "再培训", class: CLASS, ...more },
  })) as Partial<Enrolment>[];

/** `没有列入（取消）2人：赵一（甲矿）、钱二（乙矿）` → 赵一, 钱二 */
function namesIn(leftOut: readonly string[]): string[] {
  return leftOut.flatMap((sentence) => {
    const [, count, names = ""] = /^没有列入（[^）]+）(\d+)人：(.*)$/u.exec(sentence) ?? [];
    const found = names.split("、").map((who) => who.replace(/（.*/u, ""));
    expect([sentence, found.length]).toEqual([sentence, Number(count)]);
    return found;
  });
}

describe.each(["2024-02-27", "2024-05-15", "2024-11-20"])("a workbook that was lived in until %s", (today) => {
  const book = snapshotOf(livedTabs(3, 90, today));
  const context = contextOf(book, today);
  const names = [...new Set(book.plan.map(({ name }) => String(name)))];

  test.each(LISTS)("%s: everybody of a class stands on it or is named as left out, nobody twice", (id) => {
    for (const name of names) {
      const paper = printed(id, book, today, { class: name });
      const inClass = everybody(book).filter(({ row }) => row.class === name);
      for (const part of paper.parts) {
        const listed = cellsUnder("姓名", part).filter((cell) => cell !== null);
        expect(listed).toHaveLength(paper.people);
        expect([...listed, ...namesIn(paper.leftOut)].sort()).toEqual(inClass.map(({ row }) => row.name).sort());
      }
    }
  });

  test("the papers have the numbers of the view of the class", () => {
    for (const name of names) {
      const view = classView(book, context, { class: name });
      if (view === null) throw new Error(name);
      const people = (id: string): number => printed(id, book, today, { class: name }).people;
      expect(people("class-list")).toBe(view.class.seats.taken);
      expect(people("card-receipt")).toBe(view.cards.withCard.count);
      expect(people("certificate-receipt")).toBe(view.steps.passed.count);
      const scores = onePart(printed("scores", book, today, { class: name }));
      const counted = (word: string): number => view.exams.find((exam) => exam.name === word)?.count ?? 0;
      for (const word of ["合格", "不合格", "缺考"]) expect([word, factOf(scores, word)]).toEqual([word, counted(word)]);
      for (const word of ["合格", "不合格", "缺考"])
        expect(cellsUnder("结果", scores).filter((cell) => cell === word)).toHaveLength(counted(word));
    }
  });
});

test.each([0, 1, 37, 400])("%i people are all there, in lines numbered from 1", (count) => {
  const book = bookOf({ roster: seated(count, { reportedInOn: TODAY, card: "0O1l", trained: "是" }) });
  for (const id of LISTS.filter((one) => one !== "certificate-receipt" && one !== "check-in")) {
    const paper = printed(id, book, TODAY, { class: CLASS });
    expect([id, paper.people, paper.leftOut]).toEqual([id, count, []]);
    for (const part of paper.parts) expect(cellsUnder("序号", part)).toEqual(Array.from({ length: count }, (_, at) => at + 1));
  }
  expect(printed("check-in", book, TODAY, { class: CLASS }).people).toBe(count);
});

test("签到表 has a part for each day from the first to the last, with room to sign in the morning and in the afternoon", () => {
  const paper = printed("sign-in", bookOf({ roster: seated(2) }), TODAY, { class: CLASS });
  expect(paper.parts.map(({ name, facts }) => [name, facts[0]?.value])).toEqual([
    ["5月14日", "2024年5月14日 星期二"],
    ["5月15日", "2024年5月15日 星期三"],
    ["5月16日", "2024年5月16日 星期四"],
    ["5月17日", "2024年5月17日 星期五"],
  ]);
  for (const part of paper.parts) {
    const [table] = tablesOf(part);
    expect(table?.rowHeight).toBeGreaterThan(11);
    for (const title of ["上午签字", "下午签字", "缺勤"]) expect(cellsUnder(title, part)).toEqual([null, null]);
    for (const label of ["上午授课教师", "下午授课教师", "上午培训内容", "下午培训内容"]) expect(factOf(part, label)).toBeNull();
  }
});

test.each([
  ["over a weekend", "2024-04-12", "2024-04-15", ["2024-04-12", "2024-04-13", "2024-04-14", "2024-04-15"]],
  ["of one day", "2024-04-12", "2024-04-12", ["2024-04-12"]],
  ["whose last day is not known", "2024-04-12", null, ["2024-04-12"]],
  ["whose days are not known", null, null, []],
  ["that ends before it begins", "2024-04-12", "2024-04-11", []],
  ["over the new year", "2024-12-31", "2025-01-01", ["2024-12-31", "2025-01-01"]],
])("study days of a class %s", (_what, studyFrom, studyTo, days) => {
  expect(studyDays({ studyFrom, studyTo })).toEqual(days);
});

test("a year that was mistaken prints no thousand sheets", () => {
  expect(studyDays({ studyFrom: "2024-04-12", studyTo: "2034-04-12" }).length).toBeLessThanOrEqual(60);
});

test("a class without days has one 签到表 with a day to fill in", () => {
  const { plan } = bookOf();
  const without = plan.map((row) => (row.name === CLASS ? { ...row, statedStudy: null, studyFrom: null, studyTo: null } : row));
  const part = onePart(printed("sign-in", { ...bookOf({ roster: seated(1) }), plan: without }, TODAY, { class: CLASS }));
  expect(factOf(part, "日期")).toBeNull();
});

describe("who stands on it", () => {
  const who = (name: string, cells: Partial<Enrolment>): Partial<Enrolment> => ({
    ...{ name, unit: null, kind: "再培训", class: CLASS, reportedInOn: TODAY, trained: "是" },
    ...cells,
  });
  const roster = [
    who("已合格", { exam: "合格", examTries: 1, examOn: "2024-05-20", score: 91 }),
    who("补考", { exam: "不合格", examTries: 1, examOn: "2024-05-20", score: 61.5 }),
    who("没过", { exam: "不合格", examTries: 2, examOn: "2024-06-20", score: 70 }),
    who("缺考过", { exam: "缺考", examTries: 1, examOn: "2024-05-20" }),
    who("首考", { exam: "待考", examOn: "2024-06-25", examPlace: "烟台考点" }),
    who("缺课", { trained: "否" }),
    who("没来", { trained: null, reportedInOn: null }),
    who("走了", { state: "取消" }),
  ];
  const book = bookOf({ roster });
  const listed = (id: string, title: string) => {
    const part = onePart(printed(id, book, "2024-06-21", { class: CLASS }));
    const cells = cellsUnder(title, part);
    return Object.fromEntries(cellsUnder("姓名", part).map((name, at) => [name, cells[at]]));
  };

  test("考试名单 is of who has a sitting left and was trained", () => {
    expect(listed("exam-list", "考次")).toEqual({ 补考: "补考", 缺考过: "补考", 首考: "首考" });
    const days = { 补考: null, 缺考过: null, 首考: "2024-06-25" };
    expect(listed("exam-list", "考试日期")).toEqual(days);
    expect(printed("exam-list", book, "2024-06-21", { class: CLASS }).leftOut).toEqual([
      "没有列入（取消）1人：走了",
      "没有列入（考试已经合格）1人：已合格",
      "没有列入（补考没有合格）1人：没过",
      "没有列入（培训没有完成）1人：缺课",
      "没有列入（没有报到）1人：没来",
    ]);
  });

  test("before anybody's training is done 考试名单 is of who came", () => {
    const early = bookOf({ roster: roster.slice(5).map((row) => ({ ...row, trained: null })) });
    expect(cellsUnder("姓名", onePart(printed("exam-list", early, TODAY, { class: CLASS })))).toEqual(["缺课"]);
  });

  test("成绩表 says the last result, and leaves room where there is none", () => {
    expect(listed("scores", "结果")).toEqual({
      已合格: "合格",
      补考: "不合格",
      没过: "不合格",
      缺考过: "缺考",
      首考: null,
      缺课: null,
    });
    expect(listed("scores", "成绩")).toMatchObject({ 已合格: 91, 补考: 61.5, 首考: null });
  });

  test("证书领取签收表 is of who has passed", () => {
    expect(Object.keys(listed("certificate-receipt", "姓名"))).toEqual(["已合格"]);
  });
});
