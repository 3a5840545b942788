import { bookExam } from "../../../../apps-script/domain/operations/lists/book-exam";
import { exam } from "../../../../apps-script/domain/operations/lists/exam";
import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../../../apps-script/domain/snapshot/snapshot";
import { REPORT_DAY, reportMorning } from "../../../support/clerk-book";
import { doing, named, problemsOf } from "../../../support/clerk-desk";

const came = { reportedInOn: REPORT_DAY, trained: "2024-03-29" } as const;
const booked = { exam: "待考", examOn: "2024-04-10", examPlace: "烟台考点" } as const;
const failed = { exam: "不合格", examOn: "2024-04-10", score: 72, examTries: 1, examPlace: "烟台考点" } as const;
const passed = { ...failed, exam: "合格", score: 88 } as const;

/** 赵一 was trained, and this is what is known of the exam. */
function withExam(cells: Partial<Enrolment>): Snapshot {
  const book = reportMorning();
  return { ...book, roster: book.roster.map((row) => (row.name === "赵一" ? { ...row, ...came, ...cells } : row)) };
}
const cellsOf = (book: Snapshot) => {
  const { exam: state, examOn, examPlace, score, sittings } = named(book, "赵一");
  return { exam: state, examOn, examPlace, score, sittings };
};
const say = (cells: Partial<Enrolment>, raw: object, today: string) =>
  doing(withExam(cells), exam, { people: "赵一", ...raw }, today);

describe("a result without a day", () => {
  test("is of the day that was booked, and the place stays", () => {
    const run = say(booked, { score: 88 }, "2024-04-15");
    expect(cellsOf(run.after)).toEqual({
      exam: "合格",
      examOn: "2024-04-10",
      examPlace: "烟台考点",
      score: 88,
      sittings: "2024-04-10 合格 88分 烟台考点",
    });
    expect(run.told.said).toMatch(/^赵一 4月10日考试合格，88分，按约考的日期，第1次/u);
  });

  test("is of today where nothing is booked, and where the booked day is still to come, which is said", () => {
    const unbooked = say({}, { score: 88 }, "2024-04-15");
    expect(cellsOf(unbooked.after)).toMatchObject({ examOn: "2024-04-15", examPlace: null });
    expect(unbooked.told.said).toMatch(/^赵一 4月15日考试合格，88分，没有写日期，按今天，第1次/u);
    const early = say(booked, { score: 88 }, "2024-04-09");
    expect(cellsOf(early.after)).toMatchObject({ examOn: "2024-04-09", examPlace: "烟台考点" });
    expect(early.told.said).toContain("按今天，原来约的是4月10日");
  });

  test("of several people goes by each one's booking", () => {
    const book = withExam(booked);
    const roster = book.roster.map((row) => (row.name === "钱二" ? { ...row, ...came, ...booked, examOn: "2024-04-11" } : row));
    const { after, told } = doing({ ...book, roster }, exam, { people: "赵一、钱二", result: "合格" }, "2024-04-15");
    expect(["赵一", "钱二"].map((name) => named(after, name).examOn)).toEqual(["2024-04-10", "2024-04-11"]);
    expect(told.said).toBe("2人4月10日、4月11日的成绩");
  });

  test.each<[string, Partial<Enrolment>, string]>([
    ["failed", failed, "赵一（B2024-00001）4月10日已有成绩：不合格，72分。改正的请写考试日期4月10日，补考的请写补考那一天。"],
    ["absent", { exam: "缺考", examOn: "2024-04-10" }, "赵一（B2024-00001）4月10日已有成绩：缺考。"],
    [
      "of a day that nobody wrote",
      { exam: "不合格", score: 72 },
      "赵一（B2024-00001）已有成绩：不合格，72分。补考的请写补考那一天。",
    ],
  ])("is not guessed where one stands already (%s)", (_, cells, message) => {
    expect(() => say(cells, { score: 85 }, "2024-04-15")).toThrow(message);
  });
});

test("who is left out since nobody can tell which sitting is meant is found as K08, and the others are done", () => {
  const book = withExam(failed);
  const roster = book.roster.map((row) => (row.name === "钱二" ? { ...row, ...came, ...booked } : row));
  const { after, codes } = doing({ ...book, roster }, exam, { people: "赵一、钱二", score: 85 }, "2024-04-15");
  expect([cellsOf(after).exam, named(after, "钱二").exam]).toEqual(["不合格", "合格"]);
  expect(codes).toContain("K08");
});

describe("a wrong result", () => {
  test("of the same day is put right: what is not given stays, and what it was is said", () => {
    const run = say(failed, { score: 87, day: "4月10日" }, "2024-04-15");
    expect(cellsOf(run.after)).toMatchObject({ exam: "合格", score: 87, examPlace: "烟台考点", examOn: "2024-04-10" });
    expect(named(run.after, "赵一").examTries).toBe(1);
    expect(run.told.said).toContain("原来记的是4月10日考试不合格，72分");
    const sameDay = say(failed, { score: 87 }, "2024-04-10");
    expect(cellsOf(sameDay.after)).toMatchObject({ exam: "合格", score: 87, examPlace: "烟台考点" });
  });

  test("keeps a score that fits, and says of one that does not that it goes", () => {
    expect(cellsOf(say(passed, { result: "合格", place: "福山考点", day: "4月10日" }, "2024-04-15").after)).toMatchObject({
      score: 88,
      examPlace: "福山考点",
    });
    const run = say(passed, { result: "缺考", day: "4月10日" }, "2024-04-15");
    expect(cellsOf(run.after)).toMatchObject({ exam: "缺考", score: null, examPlace: "烟台考点" });
    expect(run.told.said).toContain("原来记的是4月10日考试合格，88分");
  });

  test("of a wrong day is moved to the right one, with the rest of it", () => {
    const run = say(passed, { wrongDay: "4月10日", day: "4月9日" }, "2024-04-15");
    expect(cellsOf(run.after)).toEqual({
      exam: "合格",
      examOn: "2024-04-09",
      examPlace: "烟台考点",
      score: 88,
      sittings: "2024-04-09 合格 88分 烟台考点",
    });
    expect(run.told.said).toMatch(/^赵一 4月9日考试合格，88分，原来记的是4月10日考试合格，88分，第1次/u);
    expect(cellsOf(say(passed, { wrongDay: "4月10日", score: 60 }, "2024-04-15").after)).toMatchObject({
      exam: "不合格",
      examOn: "2024-04-10",
    });
  });

  test("of an earlier sitting leaves the 补考 that is booked as it is", () => {
    const again = { ...booked, examOn: "2024-04-20", examTries: 1, sittings: "2024-04-10 不合格 72分 烟台考点" };
    const run = say(again, { score: 75, day: "4月10日" }, "2024-04-15");
    expect(cellsOf(run.after)).toEqual({
      exam: "待考",
      examOn: "2024-04-20",
      examPlace: "烟台考点",
      score: null,
      sittings: "2024-04-10 不合格 75分 烟台考点",
    });
    expect(cellsOf(say(again, { score: 85, day: "4月10日" }, "2024-04-15").after)).toMatchObject({
      exam: "合格",
      examOn: "2024-04-10",
    });
  });

  test.each<[string, Partial<Enrolment>, object, string]>([
    [
      "of a passed exam",
      passed,
      { score: 90, day: "4月11日" },
      "已经合格，没有改动成绩。改正的请写考试日期4月10日；日期记错的，在“改正哪一天的成绩”写4月10日。",
    ],
    ["of a day without one", passed, { wrongDay: "4月8日", day: "4月9日" }, "4月8日没有成绩，没有改动。"],
    [
      "of a day that has another",
      { ...passed, sittings: "2024-04-02 不合格 70分；2024-04-10 合格 88分" },
      { wrongDay: "4月10日", day: "4月2日" },
      "4月2日另有一次成绩，没有改动。",
    ],
  ])("is not put right for another one: %s", (_, cells, raw, message) => {
    expect(() => say(cells, raw, "2024-04-15")).toThrow(message);
  });

  test("that takes back a pass is said of a certificate that was issued", () => {
    const issued = { ...passed, issuedOn: "2024-04-20", newValidUntil: "2024-05-20" };
    const run = say(issued, { score: 60, day: "4月10日" }, "2024-04-25");
    const found = run.outcome.findings.find(({ code }) => code === "K09");
    expect(found?.message).toBe("赵一（B2024-00001）已登记发证（4月20日，有效期至2024-05-20），成绩却改成了不合格。");
    expect(say(passed, { score: 60, day: "4月10日" }, "2024-04-25").codes).not.toContain("K09");
  });
});

test("a result or the sitting that is put right is wanted", () => {
  expect(problemsOf(withExam(passed), exam, { people: "赵一", day: "4月10日" }, "2024-04-15")[0]?.field).toBe("result");
});

describe("登记约考 again", () => {
  const again = (cells: Partial<Enrolment>, raw: object) =>
    doing(withExam(cells), bookExam, { people: "赵一", day: "4月18日", ...raw }, "2024-04-05");

  test("for another day keeps the place and the state that were booked", () => {
    expect(cellsOf(again({ ...booked, exam: "待审" }, {}).after)).toMatchObject({
      exam: "待审",
      examOn: "2024-04-18",
      examPlace: "烟台考点",
    });
    expect(again(booked, {}).told.said).toContain("4月18日考试，烟台考点，待考，原来约的是4月10日");
  });

  test("after a sitting begins anew, and keeps no place of that one but in 历次考试", () => {
    expect(cellsOf(again(failed, {}).after)).toEqual({
      exam: "待考",
      examOn: "2024-04-18",
      examPlace: null,
      score: null,
      sittings: "2024-04-10 不合格 72分 烟台考点",
    });
  });
});
