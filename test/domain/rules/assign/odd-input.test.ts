import type { PlanRow } from "../../../../apps-script/domain/schema/plan";
import { assignOn, assignOne, onlyRow, shortName } from "../../../support/assigning";
import { bookOf, plan2024 } from "../../../support/books";

const holder = (validUntil: string | null) => ({ kind: "再培训", validUntil });

describe("certificates that cannot be read", () => {
  test.each([
    ["2024年6月", "“2024年6月”只写到月份"],
    ["2023-02-29", "没有2月29日"],
    ["见证书", "“见证书”"],
    [null, "没有填写"],
  ])("%s", (validUntil, said) => {
    const row = assignOne(holder(validUntil), "2024-01-20");
    expect([row.class, row.slack, row.light, row.codes]).toEqual([null, null, "日期有误", ["A08"]]);
    expect(row.reason).toContain(said);
  });
  test("a validity spelled as a range counts by its end", () => {
    expect(shortName(assignOne(holder("2021年6月21日至2024年6月20日"), "2024-01-20").class)).toBe("再2");
  });
  test.each([
    ["换证", "需人工"],
    [null, "需人工"],
    ["升级", "需人工"],
  ])("申报类型 %s: %s", (kind, light) => {
    const row = assignOne({ kind, validUntil: "2024-06-20" }, "2024-01-20");
    expect([row.class, row.light, row.codes]).toEqual([null, light, ["A13"]]);
  });
  test("换证 that has lapsed is 已过期, with a bad date 日期有误, without a date 需人工", () => {
    const light = (validUntil: string | null) => assignOne({ kind: "换证", validUntil }, "2024-01-20").light;
    expect([light("2023-06-20"), light("2024-02-30"), light(null)]).toEqual(["已过期", "日期有误", "需人工"]);
  });
});

describe("booking and review days", () => {
  test.each([
    ["培1", "2024-04-02"],
    ["培2", "2024-07-03"],
    ["培3", "2024-10-23"],
    ["再1", "2024-02-21"],
    ["再2", "2024-03-21"],
    ["再3", "2024-05-10"],
    ["再4", "2024-05-30"],
    ["再5", "2024-06-27"],
    ["再6", "2024-08-22"],
    ["再7", "2024-09-19"],
    ["再8", "2024-10-17"],
  ])("%s: the last safe booking day is %s", (name, day) => {
    const row = plan2024.find((one) => shortName(one.name ?? null) === name);
    expect(assignOne({ kind: "换证", lockedClass: row?.name ?? null }, "2024-01-20").lastSafeBookingDay).toBe(day);
  });

  test("review is due two working days after the booking, over holidays, while it is pending", () => {
    const due = (booking: string, bookedOn: string) =>
      assignOne({ ...holder("2024-06-20"), booking, bookedOn }, "2024-04-01").reviewDue;
    expect(due("待审", "2024-04-03")).toBe("2024-04-08"); // 4 to 6 April off, 7 April is worked
    expect(due("待审", "2024-03-18")).toBe("2024-03-20");
    expect([due("通过", "2024-03-18"), due("退回", "2024-03-18"), due("待审", "三月")]).toEqual([null, null, null]);
  });

  test("an uncovered year is said once and never guessed", () => {
    const plan = [
      {
        ...{ year: 2028, version: 1, name: "再培训班第一期", kind: "再培训", months: "6" },
        bookingTo: "2028-04-20",
        reportIn: "2028-05-08",
        studyTo: "2028-05-11",
      },
    ];
    const row = assignOne(holder("2028-06-20"), "2028-01-10", { plan, settings: { planYear: 2028 } });
    expect([row.class, row.lastSafeBookingDay, row.codes]).toEqual(["再培训班第一期", null, ["A17"]]);
  });
});

describe("odd plans", () => {
  test.each<[string, readonly Partial<PlanRow>[], string]>([
    ["no classes", [], "计划未发布"],
    ["a name and nothing else", [{ name: "再培训班第二期", year: 2024 }], "无对应班次"],
    ["no name, no days", [{ year: 2024 }], "计划未发布"],
    ["days that cannot be read", [{ year: 2024, name: "班", months: "六月", bookingTo: "x" }], "无对应班次"],
  ])("a plan with %s gives nobody a class and never fails", (_name, plan, light) => {
    expect(assignOne(holder("2024-06-20"), "2024-01-20", { plan }).light).toBe(light);
  });
  test("the stated cells are enough", () => {
    const plan = plan2024.map((row) => ({
      ...row,
      kind: null,
      months: null,
      bookingTo: null,
      deadline: null,
      studyTo: null,
      reportIn: null,
    }));
    expect(assignOne(holder("2024-06-20"), "2024-03-24", { plan })).toMatchObject({
      class: "再培训班第三期",
      slack: 33,
      lastSafeBookingDay: "2024-05-10",
    });
  });
  test("the highest version counts, a class called off is no candidate", () => {
    const plan = [...plan2024, { ...plan2024[4], version: 2, state: "停办" }];
    const row = assignOne(holder("2024-06-20"), "2024-01-20", { plan });
    expect([shortName(row.class), row.candidates]).toEqual(["再3", "再培训班第三期"]);
  });
  test("已分配 counts who holds a seat", () => {
    const roster = [
      { ...holder("2024-06-20") },
      { ...holder("2024-06-20"), class: "再培训班第二期", state: "取消" },
      { ...holder("2024-06-20"), class: "再培训班第二期", exam: "合格" },
    ];
    const { after, outcome } = assignOn(bookOf({ roster }), "2024-01-20");
    expect(after.plan.map((row) => row.assigned)).toEqual([0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0]);
    expect(outcome.summary).toEqual({
      considered: 3,
      assigned: 1,
      unchanged: 1,
      lights: { 正常: 1, 已完成: 1 },
      classes: { 再培训班第二期: 2 },
    });
    expect(onlyRow({ ...after, roster: after.roster.slice(1, 2) }).light).toBeNull();
  });
});
