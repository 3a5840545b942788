import fc from "fast-check";
import { addDays } from "../../../apps-script/domain/days/civil-day";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { leaveTodo } from "../../../apps-script/domain/rules/todo-now";
import { SEVERITIES } from "../../../apps-script/domain/schema/allowed";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { todayView } from "../../../apps-script/domain/views/today";
import { dueWords, todayLine } from "../../../apps-script/domain/wording/views";
import { bookOf } from "../../support/books";

test.each([
  ["2024-03-20", 0, "今天截止"],
  ["2024-03-21", 1, "明天截止（3月21日）"],
  ["2024-03-25", 5, "还有5天（3月25日）"],
  ["2024-03-13", -7, "已过7天（3月13日）"],
])("%s is said as %s days: %s", (due, daysLeft, words) => {
  expect(dueWords(due, daysLeft)).toBe(words);
});

const work = {
  class: "再培训班第三期",
  rule: "已预报名未预约",
  due: "2024-05-12",
  daysLeft: 0,
  people: 5,
  matters: 5,
  advice: "请致电。",
};

test.each([
  [work, "再培训班第三期 已预报名未预约，今天截止：5人 → 请致电。"],
  [{ ...work, advice: null }, "再培训班第三期 已预报名未预约，今天截止：5人"],
  [{ ...work, class: null, due: null, daysLeft: null, people: 0, matters: 2 }, "已预报名未预约：2条 → 请致电。"],
])("a piece of work is one line", (one, line) => {
  expect(todayLine(one)).toBe(line);
});

const TODAY = "2024-03-20";
const matters = fc.array(
  fc.record({ severity: fc.constantFrom(...SEVERITIES), away: fc.option(fc.integer({ min: -40, max: 40 })), rule: fc.nat(30) }),
  { maxLength: 40 },
);

test("what blocks comes before every warning, a warning before every hint; of each what is due comes first", () => {
  fc.assert(
    fc.property(matters, (all) => {
      const todo = all.map(({ severity, away, rule }, at) => {
        const row = { key: `T${at}`, at, severity, rule: `规则${rule}`, due: away === null ? null : addDays(TODAY, away) };
        return { state: null, answer: null, people: null, content: "", source: "rule", ...row } as Snapshot["todo"][number];
      });
      const book: Snapshot = { ...bookOf(), todo };
      const context = contextOf(book, TODAY);
      leaveTodo(book, context);
      const { lines } = todayView(book, context, { clerk: "", since: null });
      const part = (days: number | null): number => (days === null ? 2 : days <= 0 ? 0 : 1);
      const rank = ({ severity, daysLeft }: (typeof lines)[number]): number =>
        (SEVERITIES as readonly string[]).indexOf(severity) * 1_000 + part(daysLeft) * 100 + Math.abs(daysLeft ?? 0);
      expect(lines.map(rank)).toEqual(lines.map(rank).sort((a, b) => a - b));
      expect(lines.flatMap((line) => line.todo).sort()).toEqual(todo.map(({ key }) => key).sort());
    }),
  );
});
