import { cellsOf } from "../../../apps-script/domain/plan/plan-cells";
import { shownClass } from "../../../apps-script/domain/plan/shown-class";

test("each cell of a class is shown beside what was read of it", () => {
  const stated = {
    name: "再培训班第一期",
    months: "一季度",
    deadline: "12月30日前",
    booking: "12月20日-1月5日",
    reportIn: "1月8日9:00-11:00",
    study: "每月第一周",
    place: "海边校区",
    capacity: "60人",
  };
  expect(shownClass(cellsOf(stated, 2025))).toEqual({
    name: "再培训班第一期",
    cells: [
      "月份 一季度 → 1、2、3",
      "报名截止 12月30日前 → 2024-12-30（含当天）",
      "预约 12月20日-1月5日 → 2024-12-20 2025-01-05",
      "报到 1月8日9:00-11:00 → 2025-01-08 09:00-11:00",
      "学习 每月第一周 → ？",
      "地点 海边校区",
      "容量 60",
    ],
  });
});
