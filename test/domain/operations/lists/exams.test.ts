import { checkIn } from "../../../../apps-script/domain/operations/desk/check-in";
import { bookExam } from "../../../../apps-script/domain/operations/lists/book-exam";
import { complete } from "../../../../apps-script/domain/operations/lists/complete";
import { exam } from "../../../../apps-script/domain/operations/lists/exam";
import { issue } from "../../../../apps-script/domain/operations/lists/issue";
import { REPORT_DAY, reportMorning } from "../../../support/clerk-book";
import { doing, named, problemsOf } from "../../../support/clerk-desk";

const arrived = doing(
  reportMorning(),
  checkIn,
  { people: "赵一、钱二、孙三、李四、周五", papers: "全部", method: "现金" },
  REPORT_DAY,
).after;
const trained = doing(arrived, complete, { class: "再二", absent: "周五" }, "2024-03-30").after;
const codesOf = (run: ReturnType<typeof doing>) =>
  run.outcome.findings.filter(({ code }) => code.startsWith("K")).map(({ code, row }) => `${code} ${row}`);

test("a class is trained but for the absent; who did not report in is said", () => {
  const run = doing(arrived, complete, { class: "再二", absent: "周五" }, "2024-03-30");
  expect(run.told.said).toBe("“再培训班第二期”4人培训完成，1人没有完成");
  expect(run.after.roster.map(({ trained: done }) => done)).toEqual([...Array(4).fill("2024-03-29"), null, null, null, null]);
  expect(named(run.after, "赵一").progress).toBe("培训完成");
  expect(codesOf(run)).toEqual(["K06 B2024-00006"]);
  expect(doing(run.after, complete, { class: "再二", absent: "周五" }, "2024-03-30").outcome.cells).toEqual([]);
});

test.each<[Record<string, unknown>, string, string]>([
  [{}, "2024-03-30", "班级（class）：没有填写。"],
  [{ class: "再二" }, "2024-03-28", "“再培训班第二期”3月29日才结束"],
  [{ class: "再三" }, "2024-05-30", "这个班没有人报到"],
  [{ class: "再二", absent: "郑七" }, "2024-03-30", "郑七（B2024-00007）不在这个班"],
  [{ class: "再二", day: "3月28日" }, "2024-03-30", "“再培训班第二期”3月29日才结束"],
])("complete %j on %s is not taken", (raw, today, message) => {
  expect(problemsOf(arrived, complete, raw, today)[0]?.message).toContain(message);
});

test("every sitting is kept: a first score survives the 补考, and there is one alone", () => {
  const booked = doing(trained, bookExam, { people: "赵一", day: "2024-04-10", place: "烟台考点" }, "2024-04-01");
  expect(named(booked.after, "赵一")).toMatchObject({
    exam: "待考",
    examOn: "2024-04-10",
    examPlace: "烟台考点",
    progress: "待考",
  });
  const failed = doing(booked.after, exam, { people: "赵一", score: 72, day: "2024-04-10" }, "2024-04-11");
  expect(failed.told.said).toMatch(/^赵一 4月10日考试不合格，72分，第1次，可以补考一次/u);
  const again = doing(failed.after, bookExam, { people: "赵一", day: "2024-04-20" }, "2024-04-12");
  expect(named(again.after, "赵一")).toMatchObject({ exam: "待考", score: null, sittings: "2024-04-10 不合格 72分 烟台考点" });
  expect(again.told.said).toContain("补考");
  const passed = doing(again.after, exam, { people: "赵一", score: "88.5", day: "2024-04-20" }, "2024-04-21");
  expect(named(passed.after, "赵一")).toMatchObject({
    exam: "合格",
    examTries: 2,
    score: 88.5,
    sittings: "2024-04-10 不合格 72分 烟台考点；2024-04-20 合格 88.5分",
    light: "已完成",
  });
  const second = doing(again.after, exam, { people: "赵一", result: "不合格", day: "2024-04-20" }, "2024-04-21");
  expect(second.told.said).toContain("补考也没有合格");
  const refused = doing(second.after, bookExam, { people: "赵一、钱二", day: "2024-05-01" }, "2024-04-22");
  expect(codesOf(refused)).toEqual(["K04 B2024-00001"]);
});

test("a result of a known day is put right and is no further sitting; a first one by hand is kept", () => {
  const first = doing(trained, exam, { people: "钱二", score: 60, day: "2024-04-10" }, "2024-04-11").after;
  const right = doing(first, exam, { people: "钱二", score: 90, day: "2024-04-10" }, "2024-04-11").after;
  expect(named(right, "钱二")).toMatchObject({ exam: "合格", examTries: 1, sittings: "2024-04-10 合格 90分" });
  const byHand = {
    ...trained,
    roster: trained.roster.map((row) => (row.name === "孙三" ? { ...row, exam: "不合格", score: 55 } : row)),
  };
  const later = doing(byHand, exam, { people: "孙三", score: 81, day: "2024-04-20" }, "2024-04-21").after;
  expect(named(later, "孙三").sittings).toBe("日期不详 不合格 55分；2024-04-20 合格 81分");
  expect(named(later, "孙三").examTries).toBe(2);
});

test("whether 缺考 uses up a sitting is in 设置", () => {
  for (const [counts, tries] of [
    ["否", 0],
    ["是", 1],
  ] as const) {
    const settings = trained.settings.map((row) =>
      row.item === "缺考计次" ? { ...row, value: counts } : row,
    ) as typeof trained.settings;
    const { after } = doing({ ...trained, settings }, exam, { people: "李四", result: "缺考", day: "2024-04-10" }, "2024-04-11");
    expect(named(after, "李四")).toMatchObject({ exam: "缺考", examTries: tries, sittings: "2024-04-10 缺考" });
  }
});

test("only who was trained books an exam, only who passed gets a certificate", () => {
  expect(codesOf(doing(trained, bookExam, { people: "周五、赵一", day: "2024-04-10" }, "2024-04-01"))).toEqual([
    "K03 B2024-00005",
  ]);
  const passed = doing(trained, exam, { people: "赵一", result: "合格", day: "2024-04-10" }, "2024-04-11").after;
  const run = doing(passed, issue, { people: "赵一、钱二", until: "2027-05-20" }, "2024-04-12");
  expect(codesOf(run)).toEqual(["K05 B2024-00002"]);
  expect(named(run.after, "赵一")).toMatchObject({ issuedOn: "2024-04-12", newValidUntil: "2027-05-20", progress: "已发证" });
  const same = doing(passed, issue, { people: "赵一", unchanged: "是" }, "2024-04-12");
  expect(named(same.after, "赵一").newValidUntil).toBe("2024-05-20");
  const without = { ...passed, roster: passed.roster.map((row) => (row.name === "赵一" ? { ...row, validUntil: null } : row)) };
  const partly = doing(
    doing(without, exam, { people: "孙三", result: "合格" }, "2024-04-12").after,
    issue,
    { people: "赵一、孙三", unchanged: "是" },
    "2024-04-12",
  );
  expect(codesOf(partly)).toEqual(["K07 B2024-00001", "K10 B2024-00003"]);
});

test.each<[string, object, string | null]>([
  ["an unchanged one that ends within weeks", { unchanged: "是" }, "有效期仍是2024-05-20，离今天还有38天"],
  ["one that ends on the 90th day", { until: "2024-07-11" }, "有效期至2024-07-11，离今天还有90天"],
  ["one that is over", { until: "2024-04-11" }, "有效期至2024-04-11，已经过了"],
  ["one that ends a day later", { until: "2024-07-12" }, null],
])("a certificate that ends soon is issued, and warned of by name: %s", (_, raw, sentence) => {
  const passed = doing(trained, exam, { people: "赵一", result: "合格", day: "2024-04-10" }, "2024-04-11").after;
  const run = doing(passed, issue, { people: "赵一", ...raw }, "2024-04-12");
  expect(named(run.after, "赵一").issuedOn).toBe("2024-04-12");
  const found = run.outcome.findings.filter(({ code }) => code === "K10");
  expect(found.map(({ message, severity }) => [message, severity])).toEqual(
    sentence === null ? [] : [[`赵一（B2024-00001）登记发证，${sentence}。`, "警告"]],
  );
});

test("a certificate that is put right keeps the day on which it was issued, and says what stood", () => {
  const passed = doing(trained, exam, { people: "赵一", result: "合格", day: "2024-04-10" }, "2024-04-11").after;
  const wrong = doing(passed, issue, { people: "赵一", until: "2027-05-02", day: "2024-04-12" }, "2024-04-12").after;
  const right = doing(wrong, issue, { people: "赵一", until: "2027-05-20" }, "2024-04-20");
  expect(named(right.after, "赵一")).toMatchObject({ issuedOn: "2024-04-12", newValidUntil: "2027-05-20" });
  expect(right.told.said).toMatch(/^赵一 4月12日发证，有效期至2027-05-20，原来记的是有效期至2027-05-02/u);
});

test("what is still missing of the papers is said when a pass ends the asking", () => {
  const missingPapers = "报到：缺身份证复印件";
  const lacking = { ...trained, roster: trained.roster.map((row) => ({ ...row, missingPapers })) };
  const raw = { people: "李四", day: "2024-04-10" };
  const passed = doing(lacking, exam, { ...raw, result: "合格" }, "2024-04-11");
  expect(named(passed.after, "李四").missingPapers).toBeNull();
  expect(passed.told.said).toContain("资料还没有交齐（报到：缺身份证复印件），以后不再催");
  expect(doing(lacking, exam, { ...raw, result: "不合格" }, "2024-04-11").told.said).not.toContain("不再催");
});

test("who passed or withdrew is left out", () => {
  const passed = doing(trained, exam, { people: "赵一", result: "合格", day: "2024-04-10" }, "2024-04-11").after;
  const run = doing(passed, exam, { people: "赵一、B2024-00008、钱二", result: "合格", day: "2024-04-20" }, "2024-04-21");
  expect(codesOf(run)).toEqual(["K01 B2024-00001", "K01 B2024-00008"]);
});

test.each<[typeof exam, Record<string, unknown>, string]>([
  [exam, { people: "赵一" }, "考试状态（result）：请写结果或成绩。可以写：合格、不合格、缺考。"],
  [
    exam,
    { people: "赵一", score: 72, result: "合格" },
    "考试状态（result）：写的是“合格”，与成绩72不符，合格分数是80。可以写：不合格。",
  ],
  [exam, { people: "赵一", score: 72, result: "缺考" }, "成绩（score）：写的是“72”，缺考没有成绩。"],
  [exam, { people: "赵一", score: 101 }, "成绩（score）：写的是“101”，不是0到100的分数。可以写：86、86.5。"],
  [exam, { people: "赵一", result: "还行" }, "考试状态（result）：写的是“还行”"],
  [exam, { people: "赵一", result: "合格", day: "2025-01-01" }, "考试日期（day）：写的是“2025-01-01”，在2024-04-11之后"],
  [exam, { people: "赵一", result: "合格", place: "考".repeat(41) }, "考试地点（place）"],
  [bookExam, { people: "赵一" }, "考试日期（day）：没有填写。"],
  [bookExam, { people: "赵一", day: "下周" }, "考试日期（day）：写的是“下周”"],
  [
    bookExam,
    { people: "赵一", day: "2024-04-20", state: "合格" },
    "考试状态（state）：写的是“合格”，不在可选的词里。可以写：待审、待考。",
  ],
  [bookExam, { people: "赵一", day: "2024-04-20", place: "考".repeat(41) }, "考试地点（place）"],
  [issue, { people: "赵一" }, "新有效期（until）：请照新证写“新有效期”，或者写“有效期不变”"],
  [issue, { people: "赵一", until: "2027-05-20", unchanged: "是" }, "新有效期（until）：写的是“2027-05-20”"],
  [issue, { people: "赵一", unchanged: "不" }, "有效期不变（unchanged）：写的是“不”"],
  [issue, { people: "赵一", until: "长期" }, "新有效期（until）：写的是“长期”"],
  [issue, { people: "赵一", until: "2027-05-20", day: "2024-05-01" }, "发证日期（day）"],
])("%# is not taken", (operation, raw, message) => {
  expect(problemsOf(trained, operation, raw, "2024-04-11")[0]?.message).toContain(message);
});
