/**
 * What a clerk's operations are called, by id and in their order, for the menu: it must load neither the operations nor the
 * schema that some of their titles come from. A test compares.
 */
export const operationTitles = {
  enrol: "新增报名",
  "pre-register": "登记预报名",
  booking: "登记省厅预约",
  papers: "登记资料",
  "check-in": "报到",
  pay: "收款",
  refund: "退款",
  invoice: "登记开票",
  complete: "结业",
  "book-exam": "登记约考",
  exam: "登记成绩",
  issue: "登记发证",
  settle: "处理冲突",
  edit: "手工修改",
  "change-class": "培训安排变更",
  move: "调班",
  "no-show": "未报到",
  card: "模拟卡",
  renew: "换证",
  transfer: "变更单位",
  leave: "离职",
  withdraw: "取消报名",
  reinstate: "恢复报名",
  "merge-person": "合并人员",
  unit: "登记单位",
  notified: "标记已通知",
  "mark-carried": "标记已结转",
  "close-year": "结束本年度",
} as const;
