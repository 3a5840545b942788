import { dueWords, todayLine } from "../../../apps-script/domain/wording/views";

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
