import fc from "fast-check";
import type { TrainingClass } from "../../../../apps-script/domain/plan/training-class";
import { type ClassOfExam, classOfExam, type Typed } from "../../../../apps-script/domain/rules/assign/class-of-exam";
import { keyOf, planOf } from "../../plan/plan-2024";

const plan = planOf(2024);
const classes = (change: (one: TrainingClass) => Partial<TrainingClass> = () => ({})) =>
  plan.map((one) => ({ ...one, ...change(one) }));
const retraining = (month: number | null, more: Partial<Typed> = {}): Typed => {
  return { kind: "再培训", month, bookedClass: null, examOn: null, ...more };
};
const said = (found: ClassOfExam): string =>
  found.kind === "ask" ? `ask ${found.among.map(({ key }) => key).join(" ")}`.trim() : `${found.kind} ${found.class.key}`;

// 再3 ends 05-17, 再4 06-07; month 7 is in both.
test.each<[string, Typed, string]>([
  ["the province's class", retraining(7, { bookedClass: "再培训班第三期" }), "booked 再3"],
  ["written with blanks", retraining(7, { bookedClass: " 再培训班 第三期" }), "booked 再3"],
  [
    "the province's goes before the exam's day",
    retraining(7, { bookedClass: "再培训班第三期", examOn: "2024-07-01" }),
    "booked 再3",
  ],
  [
    "a class in no plan: asked, whatever the exam's day",
    retraining(7, { bookedClass: "外地班", examOn: "2024-07-01" }),
    "ask 再3 再4",
  ],
  ["after the first of two", retraining(7, { examOn: "2024-05-25" }), "exam 再3"],
  ["after both: the later one", retraining(7, { examOn: "2024-06-20" }), "exam 再4"],
  ["long after", retraining(7, { examOn: "2024-12-20" }), "exam 再4"],
  ["on the last day of a class that class had not ended", retraining(7, { examOn: "2024-06-07" }), "exam 再3"],
  ["before any had ended", retraining(7, { examOn: "2024-05-01" }), "ask 再3 再4"],
  ["neither booking nor day", retraining(7), "ask 再3 再4"],
  ["a day nobody can read", retraining(7, { examOn: "上周" }), "ask 再3 再4"],
  ["a month without a class", retraining(1, { examOn: "2024-06-20" }), "ask"],
  ["no month known", retraining(null, { examOn: "2024-06-20" }), "ask"],
  ["初培 goes by no month", { kind: "培训", month: 7, bookedClass: null, examOn: "2024-08-01" }, "exam 培2"],
  ["换证 has no class", { kind: null, month: 7, bookedClass: null, examOn: "2024-08-01" }, "ask"],
  ["换证 that the province booked", { kind: null, month: 7, bookedClass: "再培训班第三期", examOn: null }, "booked 再3"],
])("%s", (_name, typed, expected) => {
  expect(said(classOfExam(typed, classes()))).toBe(expected);
});

test("a class that was called off is nobody's", () => {
  const off = classes(({ key }) => ({ open: key !== "再4" }));
  expect(said(classOfExam(retraining(7, { examOn: "2024-06-20" }), off))).toBe("exam 再3");
  expect(said(classOfExam(retraining(7, { bookedClass: "再培训班第四期" }), off))).toBe("ask 再3");
});

test("two that end on one day are asked about", () => {
  const twins = classes(({ key }) => (key === "再4" ? { studyTo: "2024-05-17" } : {}));
  expect(said(classOfExam(retraining(7, { examOn: "2024-06-20" }), twins))).toBe("ask 再3 再4");
});

test("law: an answer fits, ended before the exam, and no class that fits ended between", () => {
  const day = fc.integer({ min: 0, max: 365 }).map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.shuffledSubarray(plan), fc.integer({ min: 1, max: 12 }), day, (some, month, examOn) => {
      const found = classOfExam(retraining(month, { examOn }), some);
      const fitting = some.filter((one) => one.kind === "再培训" && one.months.includes(month));
      const ended = fitting.filter(({ studyTo }) => (studyTo ?? "") < examOn);
      if (found.kind === "ask") expect(ended).toEqual([]);
      else
        expect(found.class.studyTo).toBe(
          ended
            .map(({ studyTo }) => studyTo)
            .sort()
            .at(-1),
        );
    }),
  );
  expect(plan.map(({ key }) => key)).toEqual(plan.map((_, at) => keyOf(at)));
});
