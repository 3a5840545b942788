/** What the tab 看板 says. */
export const groups = {
  figures: "总数",
  classes: "各班人数",
  months: "再培训到期",
  lights: "到期提示",
  papers: "缺的资料",
  units: "缺资料的单位",
  income: "收款（按月，元）",
  methods: "收款（按方式，元）",
  files: "单位文件",
} as const;

export const figures = {
  people: "名册人数",
  live: "在办人数",
  complete: "资料齐全",
  short: "缺资料",
  due: "应缴（元）",
  paid: "已缴（元）",
  open: "还欠（元）",
  uncounted: "不能计入的收款（笔）",
  cardsLeft: "可发模拟卡（张）",
  cardsWaiting: "待发模拟卡（人）",
  conflicts: "没有处理的冲突（处）",
} as const;

export const fileStates = { back: "已收回", waitedFor: "还没有收回", unsent: "没有发过" } as const;
export const stopped = (name: string): string => `${name}（停办）`;
export const monthOf = (month: number): string => `${month}月`;
export const otherDays = "其他日期";
export const noLight = "没有提示或其他";
export const noUnit = "没有写单位";
export const otherMethods = "其他方式";
export const moreClasses = (count: number): string => `其余${count}个班`;
export const moreUnits = (count: number): string => `其余${count}家`;

export const chartTitles = {
  classes: "各班人数、到期提示和座位",
  months: "再培训到期人数和座位（按月）",
  papers: "缺的资料（人）",
  income: "收款（按月，元）",
  files: "单位文件（家）",
} as const;

export const seriesNames = {
  fine: "正常",
  tight: "紧张",
  late: "要紧",
  ask: "待定",
  done: "已办结",
  seats: "座位",
  due: "到期人数",
  short: "缺的人数",
  amount: "收款",
  units: "家数",
} as const;

/** Which part of a chart is which, where there is no legend. */
export const partsOfChart = (names: readonly string[]): string => `依次是：${names.join("、")}`;

export const dashboardReason = "数字更新";
