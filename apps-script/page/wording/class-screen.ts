/** What the screen 班级 says. */
export const CLASS_SCREEN = "班级";
export const CHANGE_CLASS = "改容量、地点";
export const WHICH_CLASS = "哪个班";
export const noClasses = "工作簿里还没有培训计划，请先读入。";
export const classGone = "计划里已没有这个班，请另选一个。";
export const stopped = "停办";
export const seats = "座位";
export const seatsOf = (taken: number, capacity: number | null, free: number | null): string =>
  capacity === null || free === null ? `${taken}人，座位不限` : `${taken}／${capacity}，${free < 0 ? `超${-free}` : `空${free}`}`;
export const range = (from: string | null, to: string | null): string =>
  from === null && to === null ? "" : from === to ? (from ?? "") : `${from ?? "？"}至${to ?? "？"}`;
export const deadline = "报名截止";
export const bookingWindow = "省厅预约";
export const reportIn = "报到";
export const study = "学习";
export const place = "地点";
export const money = "费用";
export const feesOf = (due: number, paid: number, carried: string | null, open: number): string =>
  `应缴${due}元，已缴${paid}元，${carried === null ? "" : `${carried}元，`}还欠${open}元`;
export const steps = {
  title: "进展",
  preRegistered: "已预报名",
  reportedIn: "已报到",
  noShow: "未报到",
  trained: "已结业",
  passed: "已合格",
  issued: "已发证",
} as const;
export const papers = { title: "资料", complete: "齐全", short: "缺资料", byPaper: "缺的资料" } as const;
export const cards = { title: "模拟卡", withCard: "已发", taken: "已领", bound: "已绑定", waiting: "待发" } as const;
const unnamed = "空";
export const countIs = (name: string, count: number): string => `${name === "" ? unnamed : name} ${count}`;
export const countLabel = (title: string, name: string, count: number): string => `${title}：${countIs(name, count)}，列出来`;
export const onlyThese = (title: string, shown: number, all: number): string =>
  `只列出“${title}”的${shown}人${shown < all ? `，另有${all - shown}人已不在这个班` : ""}。`;
export const SHOW_ALL = "列出全部";
export const listOf = (count: number): string => `名单（${count}人）`;

export const forWhom = (ticked: number): string =>
  ticked > 0 ? `办理勾选的${ticked}人。` : "先在名单里勾选人，再办下面这些；全班一起办，就勾选最上面一格。";
export const filledWith = (names: readonly string[], count: number): string =>
  `已填好${count}人：${names.join("、")}${names.length < count ? "等" : ""}。`;

export const tickAll = "全部勾选";
export const tickOf = (name: string): string => `勾选 ${name}`;
export const sortBy = (title: string): string => `按${title}排序`;
export const repeated = "编号重复";
export const ending = "尾号";
export const NOBODY = "没有人。";
