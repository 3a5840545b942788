import { classFactsOf } from "../../../apps-script/domain/exchange/sent-class";
import type { PlanRow } from "../../../apps-script/domain/schema/plan";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import { bookOf, plan2024 } from "../../support/books";

const third = "再培训班第三期";

function factsOf(who: Partial<Enrolment>, change: Partial<PlanRow> = {}, place: string | null = null) {
  const plan = plan2024.map((row) => (row.name === third ? { ...row, ...change } : row));
  const book = bookOf({ plan, roster: [who] });
  const [row] = book.roster;
  if (!row) throw new Error("no row");
  return Object.values(classFactsOf(book, { place })(row));
}

const all = ["2024-03-31", "2024-04-13 至 2024-05-12", "2024-05-14 09:00-11:00"];
const none = [null, null, null, null];
test.each<[string, Partial<Enrolment>, Partial<PlanRow>, string | null, (string | null)[]]>([
  ["when to pre-register, to book, to come", { class: third }, {}, null, [...all, null]],
  ["the place of the class", { class: third }, { place: "二楼" }, "度假村", [...all, "二楼"]],
  ["else that of 设置", { class: third }, {}, "度假村", [...all, "度假村"]],
  [
    "only the hour when it begins",
    { class: third },
    { statedReportIn: "5月14日9:00" },
    null,
    [...all.slice(0, 2), "2024-05-14 09:00", null],
  ],
  ["a day without hours", { class: third }, { statedReportIn: "5月14日" }, null, [...all.slice(0, 2), "2024-05-14", null]],
  [
    "a plan that cannot be read says nothing",
    { class: third },
    { statedBooking: "另行通知" },
    null,
    ["2024-03-31", null, all[2] ?? "", null],
  ],
  ["called off", { class: third }, { state: "停办" }, "度假村", [null, null, "本班停办，请等中心通知", null]],
  ["no class", { class: null, lockedClass: third }, {}, "度假村", none],
  ["a class that is not in the plan", { class: "别的班" }, {}, "度假村", none],
  ["ended", { class: third, state: "取消" }, {}, "度假村", none],
  ["passed", { class: third, exam: "合格" }, {}, "度假村", none],
])("%s", (_name, who, change, place, expected) => {
  expect(factsOf(who, change, place)).toEqual(expected);
});
