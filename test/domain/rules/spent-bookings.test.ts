import { runAll } from "../../../apps-script/domain/rules/actions";
import { cards } from "../../../apps-script/domain/rules/cards";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import { bookOf } from "../../support/books";
import { rowOf, runOn } from "../../support/running";

/** 再培训班第二期 began on 26 March and ended on the 29th; two working days later nobody is waited for any more. */
const second = "再培训班第二期";
const third = "再培训班第三期";
const key = "B2024-00001";
const approved: Partial<Enrolment> = {
  name: "王某",
  kind: "再培训",
  validUntil: "2024-06-20",
  booking: "通过",
  bookedClass: second,
  class: second,
};
const came: Partial<Enrolment> = { ...approved, name: "李某", reportedInOn: "2024-03-26" };

function run(row: Partial<Enrolment>, today: string, others: readonly Partial<Enrolment>[] = [came]) {
  const papers = [{ id: key, uploadPhoto: "不合格:模糊" }];
  const ran = runOn(runAll, bookOf({ roster: [{ ...approved, ...row }, ...others], papers }), today);
  const { progress, missingPapers } = rowOf(ran.after, key);
  const isReviewed = missingPapers?.includes("推荐表") === false;
  return { progress, isReviewed, hasS11: ran.outcome.findings.some(({ code, row: about }) => code === "S11" && about === key) };
}

describe("a booking whose person did not come is said of nothing any more", () => {
  const stands = { isReviewed: true, hasS11: true };
  const isSpent = { isReviewed: false, hasS11: false };
  test.each<[string, Partial<Enrolment>, string, object]>([
    ["before the class", {}, "2024-03-25", { progress: "预约通过", ...stands }],
    ["others came, this one may still", {}, "2024-03-27", { progress: "预约通过", ...stands }],
    ["given up two working days after the end", {}, "2024-04-03", { progress: "未报到", ...isSpent }],
    ["未报到 ticked on the first day", { noShow: "是" }, "2024-03-26", { progress: "未报到", ...isSpent }],
    ["booked again", { noShow: second, bookedClass: third, booking: "通过" }, "2024-04-20", { progress: "预约通过", ...stands }],
    [
      "came late after all",
      { reportedInOn: "2024-03-28" },
      "2024-04-03",
      { progress: "已报到", isReviewed: true, hasS11: false },
    ],
    ["cancelled", { noShow: second, state: "取消" }, "2024-04-03", { progress: "取消", isReviewed: false, hasS11: false }],
  ])("%s", (_, row, today, said) => {
    expect(run(row, today)).toEqual(said);
  });

  test("where nobody's report-in was typed nothing is known", () => {
    expect(run({}, "2024-04-03", [])).toMatchObject({ progress: "预约通过", ...stands });
  });

  test("no card goes out on it", () => {
    const pool = [{ number: "001" }, { number: "002" }];
    const held = (row: Partial<Enrolment>) =>
      runOn(cards, bookOf({ roster: [{ ...approved, ...row }, came], cards: pool }), "2024-03-27").after.roster[0]?.card;
    expect(held({})).toBe("001");
    expect(held({ noShow: "是" })).toBe(null);
  });
});
