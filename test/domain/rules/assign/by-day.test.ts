import { addDays } from "../../../../apps-script/domain/days/civil-day";
import { assignOne, shortName } from "../../../support/assigning";

const holder = (validUntil: string | null) => ({ kind: "再培训", validUntil });

/** The classes of a certificate month, and the last day on which one may still be booked. */
const classesOfMonth: readonly (readonly [month: number, classes: readonly string[]])[] = [
  [1, []],
  [2, []],
  [3, ["再1"]],
  [4, ["再1"]],
  [5, ["再2"]],
  [6, ["再2", "再3"]],
  [7, ["再3", "再4"]],
  [8, ["再4", "再5"]],
  [9, ["再5"]],
  [10, ["再6"]],
  [11, ["再7", "再8"]],
  [12, ["再8"]],
];
const deadlines: Readonly<Record<string, string>> = {
  ...{ 再1: "2024-02-21", 再2: "2024-03-23", 再3: "2024-03-31", 再4: "2024-03-31", 再5: "2024-03-31", 再6: "2024-03-31" },
  ...{ 再7: "2024-03-31", 再8: "2024-03-31", 培1: "2024-04-05", 培2: "2024-07-03", 培3: "2024-10-23" },
};
const windowEnds: Readonly<Record<string, string>> = {
  ...{ 再1: "2024-02-22", 再2: "2024-03-24", 再3: "2024-05-12", 再4: "2024-06-02", 再5: "2024-06-30", 再6: "2024-08-25" },
  ...{ 再7: "2024-09-22", 再8: "2024-10-20", 培1: "2024-04-06", 培2: "2024-07-04", 培3: "2024-10-24" },
};

/** What the notice gives on a day: earliest class in time, else earliest class still bookable. */
function expected(classes: readonly string[], today: string): string | null {
  const open = classes.filter((name) => today <= (windowEnds[name] ?? ""));
  return open.find((name) => today <= (deadlines[name] ?? "")) ?? open[0] ?? null;
}

describe("class by the month of the certificate", () => {
  const boundaries = [...Object.values(deadlines), ...Object.values(windowEnds)].flatMap((day) => [
    addDays(day, -1),
    day,
    addDays(day, 1),
  ]);
  const days = [...new Set(["2024-01-02", ...boundaries])].sort();

  test.each(classesOfMonth)("month %i, around every deadline and window end", (month, classes) => {
    const validUntil = `2024-${String(month).padStart(2, "0")}-28`;
    for (const today of days.filter((day) => day <= validUntil)) {
      const open = classes.filter((name) => today <= (windowEnds[name] ?? ""));
      const row = assignOne(holder(validUntil), today);
      expect([today, shortName(row.class)]).toEqual([today, expected(classes, today)]);
      expect(row.candidates?.split("、").map(shortName) ?? []).toEqual(open);
      expect(row.light).toBe(
        classes.length === 0 ? "无对应班次" : open.length === 0 ? "已过报名截止" : Number(row.slack) < 15 ? "紧张" : "正常",
      );
    }
  });

  test("初培 goes to the first class still open; expiry plays no part", () => {
    for (const today of days) {
      const row = assignOne({ kind: "初培", validUntil: "2020-01-01" }, today);
      expect([today, shortName(row.class)]).toEqual([today, expected(["培1", "培2", "培3"], today)]);
      expect([row.slack, row.class === null ? "已过报名截止" : null]).toEqual([null, row.light]);
    }
  });

  test.each([
    // A1: a June certificate
    ["2024-03-20", "再2"],
    ["2024-03-23", "再2"],
    ["2024-03-24", "再3"],
    ["2024-03-25", "再3"],
  ])("a June certificate on %s → %s", (today, name) => {
    expect(shortName(assignOne(holder("2024-06-20"), today).class)).toBe(name);
  });

  test("who pre-registered in time has a first choice after the deadline", () => {
    const row = (preRegisteredOn: string, preRegisteredClass: string | null) =>
      assignOne({ ...holder("2024-06-20"), preRegisteredOn, preRegisteredClass }, "2024-03-24");
    expect(shortName(row("2024-03-23", "再培训班第二期").class)).toBe("再2");
    expect(shortName(row("2024-03-23", null).class)).toBe("再2");
    expect(shortName(row("2024-03-24", "再培训班第二期").class)).toBe("再3");
    expect(shortName(row("2024-03-23", "再培训班第三期").class)).toBe("再3");
    expect(row("2024-03-24", "再培训班第二期").codes).toContain("A16");
  });

  test("after every deadline the class is a late one, and the reason says so; the light is as usual", () => {
    const row = assignOne(holder("2024-06-20"), "2024-04-20");
    expect([shortName(row.class), row.light]).toEqual(["再3", "正常"]);
    expect(row.reason).toBe(
      "有效期2024-06-20；再培训班第二期已停止预约；取再培训班第三期（5月17日结束，余33天）；中心网站3月31日已截止，按补报办理",
    );
  });

  test("the reason is the sentence to say on the phone", () => {
    expect(assignOne(holder("2024-06-20"), "2024-01-20").reason).toBe(
      "有效期2024-06-20；可选再培训班第二期、第三期；按“最早”取第二期（3月29日结束，余82天）",
    );
    expect(assignOne({ kind: "初培" }, "2024-01-20").reason).toBe(
      "初培；可选培训班第一期、第二期、第三期；按“最早”取第一期（4月17日结束）",
    );
  });
});

describe("years", () => {
  test("a later year: class and slack by this year's anniversary, and the reason names the year", () => {
    const row = assignOne(holder("2026-06-20"), "2024-01-20");
    expect([shortName(row.class), row.slack, row.light]).toEqual(["再2", 82, "正常"]);
    expect(row.reason).toContain("2026年");
  });

  test("29 February of a later year is 28 February in a common plan year", () => {
    const plan = [
      {
        year: 2025,
        version: 1,
        name: "再培训班第一期",
        kind: "再培训",
        months: "2",
        bookingTo: "2025-01-20",
        studyTo: "2025-02-08",
      },
    ];
    const row = assignOne(holder("2028-02-29"), "2025-01-10", { plan, settings: { planYear: 2025 } });
    expect([row.class, row.slack]).toEqual(["再培训班第一期", 19]);
    expect(row.reason).toContain("2025-02-28");
    const leap = assignOne(holder("2028-02-29"), "2024-01-10", {
      plan: plan.map((one) => ({ ...one, year: 2024, bookingTo: "2024-01-20", studyTo: "2024-02-08" })),
    });
    expect(leap.slack).toBe(20);
  });

  test.each([
    ["2023-11-10", "2024-01-20", "已过期"],
    ["2023-12-31", "2023-12-20", "已过期"], // before the plan year, though not before today
    ["2024-06-19", "2024-06-20", "已过期"],
    ["2024-06-20", "2024-06-20", "来不及"], // the expiry day itself is not past
  ])("certificate %s on %s: %s", (validUntil, today, light) => {
    const row = assignOne(holder(validUntil), today);
    expect([row.class, row.slack, row.light, row.kind]).toEqual([null, null, light, "再培训"]);
    if (light === "已过期") expect(row.reason).toMatch(/初培.*600元/u);
  });
});

describe("lights by the day", () => {
  const lightFor = (validUntil: string, row: object = {}) => {
    const found = assignOne({ ...holder(validUntil), lockedClass: "再培训班第三期", ...row }, "2024-01-20");
    return [found.slack, found.light];
  };
  test.each([
    ["2024-06-01", 14, "紧张"],
    ["2024-06-02", 15, "正常"],
    ["2024-05-18", 0, "紧张"],
    ["2024-05-17", -1, "来不及"], // expires on the last day of the class
  ])("再3 ends on 17 May; certificate %s: %i days, %s", (validUntil, slack, light) => {
    expect(lightFor(validUntil)).toEqual([slack, light]);
  });
  test.each([
    ["2024-06-19", "正常"],
    ["2024-06-20", "来不及"],
    ["2024-06-21", "来不及"],
  ])("an exam on %s for a certificate of 20 June: %s", (examOn, light) => {
    expect(lightFor("2024-06-20", { examOn })).toEqual([33, light]);
  });
  test("the margin is a setting", () => {
    const row = assignOne(holder("2024-06-20"), "2024-01-20", { settings: { safetyMargin: 83 } });
    expect([row.slack, row.light]).toEqual([82, "紧张"]);
  });
});
