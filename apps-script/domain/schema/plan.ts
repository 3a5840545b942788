import { CLASS_KINDS, CLASS_STATE, CLASS_STATES } from "./allowed";
import { defineTable, LONGEST_NOTE, type RowOf } from "./column";

/** One row is one class of one year and plan version. The six stated cells are the notice's own words. */
export const PLAN = defineTable({
  name: "plan",
  title: "培训计划",
  purpose: "一行是一个班。前六格照抄通知原文，灰色列由程序读出。",
  key: ["year", "version", "name"],
  columns: {
    year: { title: "年度", owner: "centre", kind: "number", width: 7 },
    version: { title: "版本", owner: "centre", kind: "number", width: 6 },
    name: { title: "班级名称", owner: "centre", kind: "text", width: 17 },
    statedMonths: { title: "证件有效期限月份", owner: "centre", kind: "text", width: 17 },
    statedDeadline: { title: "中心网站报名截止", owner: "centre", kind: "text", width: 17 },
    statedBooking: { title: "省厅系统预约培训时间", owner: "centre", kind: "text", width: 21 },
    statedReportIn: { title: "报到时间", owner: "centre", kind: "text", width: 18 },
    statedStudy: { title: "学习时间", owner: "centre", kind: "text", width: 18 },
    capacity: { title: "容量", owner: "centre", kind: "number", width: 7, note: "座位数，空着表示不限" },
    place: { title: "地点", owner: "centre", kind: "text", width: 18 },
    state: { title: "开班状态", owner: "centre", kind: "choice", allowed: CLASS_STATES, width: 9, whenEmpty: CLASS_STATE.open },
    bookingChecked: {
      title: "预约已核对",
      owner: "centre",
      kind: "day",
      width: 12,
      note: "预约结束后在省厅系统核对过本班预约的日期；读入了更新的名单可以不填",
      since: 2,
    },
    signUpsListed: { title: "预报名名单截至", owner: "computed", kind: "day", width: 15, since: 2 },
    bookingsListed: { title: "省厅名单截至", owner: "computed", kind: "day", width: 13, since: 2 },
    kind: { title: "类别", owner: "computed", kind: "choice", allowed: CLASS_KINDS, width: 8 },
    term: { title: "期次", owner: "computed", kind: "number", width: 6 },
    months: { title: "月份", owner: "computed", kind: "list", width: 8 },
    deadline: { title: "截止日", owner: "computed", kind: "day", width: 12 },
    bookingFrom: { title: "预约起", owner: "computed", kind: "day", width: 12 },
    bookingTo: { title: "预约止", owner: "computed", kind: "day", width: 12 },
    reportIn: { title: "报到日", owner: "computed", kind: "day", width: 12 },
    reportHours: { title: "报到时段", owner: "computed", kind: "text", width: 13 },
    studyFrom: { title: "学习起", owner: "computed", kind: "day", width: 12 },
    studyTo: { title: "学习止", owner: "computed", kind: "day", width: 12 },
    assigned: { title: "已分配", owner: "computed", kind: "number", width: 8 },
    // Several findings stand in one cell.
    check: { title: "计划检查", owner: "computed", kind: "text", maxLength: LONGEST_NOTE, width: 78 },
  },
});

export type PlanRow = RowOf<typeof PLAN>;
