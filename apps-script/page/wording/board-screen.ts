import { figures, groups } from "../../domain/wording/dashboard";

/** What the screen 看板 says. */
export const BOARD_SCREEN = "看板";
export const PRINT = "打印";
export const headOf = (today: string, year: number): string => `${today}，${year}年度`;
export const AS_TABLE = "看表格";
export const chartLabel = (title: string): string => `${title}（图，数字在下面的表格里）`;
export const noData = "还没有可以画的数字。";

export const numbers = { title: groups.figures, ...figures } as const;
export const cardState = (state: string): string => `模拟卡 ${state}（张）`;
export const total = "合计";

export const seatsTitle = "各班座位和到期提示";
export const seatColumns = ["班级", "座位", "已占", "空余"] as const;
export const seatMark = "竖线是座位数。";
export const seatsSaid = (taken: number, capacity: number | null, isOpen: boolean): string =>
  isOpen ? `${taken}／${capacity ?? "不限"}` : "停办";
export const unlimited = "不限";
export const noLight = "没有提示";

export const planTitle = "培训计划日历";
export const planColumns = ["班级", "报名截止", "省厅预约", "报到", "学习"] as const;
export const marks = { window: "省厅预约", deadline: "报名截止", reportIn: "报到", study: "学习", today: "今天" } as const;
export const monthOf = (month: number): string => `${month}月`;
export const stopped = (name: string): string => `${name}（停办）`;

export const expiriesTitle = "再培训到期人数和座位（按月）";
export const expiryColumns = ["月份", "到期人数", "座位", "班级"] as const;
export const expiryParts = { due: "到期人数", seats: "座位" } as const;
export const seatsFor = (classes: number, seats: number | null): string =>
  classes === 0 ? "没有班" : seats === null ? unlimited : String(seats);
export const unlimitedNote = "座位不限的月份不画座位。";

export const papersTitle = "缺的资料";
export const paperColumns = ["资料", "缺的人数"] as const;
export const papersByUnitTitle = "缺资料的单位";
export const papersByUnitColumns = ["单位", "缺资料的人数"] as const;
export const noUnit = "没有写单位";
export const morePapers = (count: number): string => `另有${count}种，在表格里。`;

export const moneyTitle = "收款（按天和方式，元）";
export const moneyDay = "日期";
export const noDay = "日期不明";
export const lastDays = (shown: number, all: number): string => `图上只有最近${shown}天，共有${all}天，全在表格里。`;

export const filesTitle = "单位文件的收发";
export const files = { back: "已收回", waitedFor: "还没有收回", unsent: "没有发过" } as const;
export const fileColumns = ["情况", "家数", "单位"] as const;
export const byMethodTitle = "收款（按方式，元）";
export const byMethodColumns = ["方式", "金额"] as const;
