import type { Day } from "../../../apps-script/domain/days/civil-day";
import type { BoardView } from "../../../apps-script/domain/views/board";
import type { ClassSteps, ClassView } from "../../../apps-script/domain/views/class";
import type { Seats } from "../../../apps-script/domain/views/lines";
import type { PaperCounts } from "../../../apps-script/domain/views/paper-counts";
import type { FileLine } from "../../../apps-script/domain/views/unit";
import { carriedWords } from "../../../apps-script/domain/wording/money";

/** What the command `view` says. */
export const noSuchView = (id: string, near: readonly string[], ids: readonly string[]): string =>
  `没有“${id}”${near.length > 0 ? `，是不是${near.join("、")}` : ""}。可以看：${ids.join("、")}。`;
export const viewColumns = ["看什么", "名称", "内容", "可以写"];

export const todayTitle = "今天";
export const todayAbout = "今天要办的事，最急的在前；最近一次操作；别人做了什么";
export const clerkNote = "谁在看；自己做的不算别人做的";
export const sinceTitle = "从哪天起别人做的操作";
export const todayHead = (day: Day, open: number, blocking: number): string => `${day}：待办${open}条，其中阻断${blocking}条`;
export const lastRunTitle = "最近一次操作";
export const canUndo = (can: boolean): string => (can ? "可以撤销" : "不能撤销");
export const lastAll = "上次全部执行";
export const othersTitle = "别人做的";

export const personTitle = "学员";
export const personAbout = "一个人的各次报名：班级和原因、提示、资料、费用、模拟卡、经过；--find 按几个字找人";
export const findTitle = "找";
export const findNote = "姓名、拼音首字母、证件号或手机号后4位以上、单位或班级，可写几样，用空格隔开";
export const findInClassNote = "只在这个班里找";
export const found = (total: number, shown: number): string =>
  total > shown ? `找到${total}人，列出前${shown}人` : `找到${total}人`;
export const unitsTitle = "单位";
export const classesTitle = "班级";
export const earlierTitle = "往年";
export const todoTitle = "待办";
export const historyTitle = "经过";
export const untoldTitle = "人太多、没有逐个记下的操作";
export const undone = "已撤销";

export const deskTitle = "报到";
export const deskAbout = "一个班的报到：资料、应收、谁还没来、今天收的钱；--find 在班里找人";
export const deskOf = (came: number, today: number, toCome: number, noShow: number): string =>
  `已到${came}人（今天${today}人），还没来${toCome}人，未报到${noShow}人`;
export const openTitle = "还欠";
export const tillTitle = "今天收款";
export const tillOf = (total: number, byMethod: string, uncounted: number): string =>
  `${yuan(total)}${byMethod === "" ? "" : `（${byMethod}）`}${uncounted === 0 ? "" : `，另有${uncounted}笔不能计入`}`;
export const lackingTitle = "缺资料";
export const concernsTitle = "要写原因的";

export const remindersTitle = "提醒";
export const remindersAbout = "谁要在什么时候前办什么，按单位列出，带电话";
export const remindersHead = (count: number, open: number): string => `共${count}条，其中${open}条还没有通知`;
export const textTitle = "一起发的话";
export const textForGroup = (name: string): string => `发到${name}的群里`;
export const noUnit = "没有单位的";

export const classTitle = "班级";
export const classAbout = "一个班的座位、提示、预约、资料、费用、模拟卡、考试和名单";
export const deadline = "报名截止";
export const booking = "省厅预约";
export const reportIn = "报到";
export const study = "学习";
export const place = "地点";
export const seats = "座位";
export const stepsTitle = "进展";
export const stepsOf = ({ preRegistered, reportedIn, noShow, trained, passed, issued }: ClassSteps): string =>
  `预报名${preRegistered.count}，报到${reportedIn.count}，未报到${noShow.count}，结业${trained.count}，合格${passed.count}，发证${issued.count}`;
export const papersTitle = "资料";
export const papersOf = ({ complete, short, byPaper }: PaperCounts): string =>
  `齐全${complete.count}人，缺${short.count}人${byPaper.length === 0 ? "" : `（${byPaper.map(({ name, count }) => countOf(name, count)).join("，")}）`}`;
export const moneyTitle = "费用";
export const cardsTitle = "模拟卡";
export const cardsOf = ({ withCard, taken, bound, waiting }: ClassView["cards"]): string =>
  `已发${withCard.count}，已领${taken.count}，已绑定${bound.count}，待发${waiting.count}`;
export const peopleTitle = (count: number): string => `名单（${count}人）`;

export const unitTitle = "单位";
export const unitAbout = "一家单位的人、往来文件、没有收下的、冲突和联系人";
export const unlisted = (name: string): string => `${name}（不在“单位”表里）`;
export const reportedBy = "由谁代报";
export const filesTitle = "往来";
export const waitedFor = "最近发出的还没有收回";
export const notTakenTitle = "没有收下的";
export const conflictsTitle = "冲突";
export const fileCounts = ({
  people,
  added,
  updated,
  conflicts,
  refused,
}: Pick<FileLine, "people" | "added" | "updated" | "conflicts" | "refused">): string => {
  const counts = [
    ["人数", people],
    ["新增", added],
    ["更新", updated],
    ["冲突", conflicts],
    ["退回", refused],
  ] as const;
  return counts.flatMap(([word, count]) => (count === null ? [] : [`${word}${count}`])).join("，");
};

export const boardTitle = "看板";
export const boardAbout = "各班座位和提示、到期月份与座位、资料、收款、模拟卡、文件回收";
export const boardHead = (day: Day, year: number, people: number, live: number): string =>
  `${day}，${year}年度：名册${people}人，在办${live}人`;
export const papersByUnit = "缺资料最多的单位";
export const receivedTitle = "收款";
export const uncountedTitle = "不能计入的收款";
export const poolOf = (byState: BoardView["cards"]["byState"], left: number, waiting: number): string =>
  `可发${left}张，待发${waiting}人${byState.length === 0 ? "" : `（${byState.map(({ state, count }) => countOf(state, count)).join("，")}）`}`;
export const filesOf = ({ sent, back, waitedFor: waited, unsent, openConflicts }: BoardView["files"]): string =>
  `发出${sent.length}家，收回${back.length}家，还没有收回${waited.length}家，没有发过${unsent.length}家，冲突${openConflicts}处`;
export const classColumns = ["班级", "省厅预约", "报到", "学习", "座位", "到期提示"];
export const expiriesTitle = "到期月份与座位";
export const expiryColumns = ["月份", "再培训人数", "座位"];
export const month = (number: number): string => `${number}月`;
export const seatLimit = (classes: number, limit: number | null): string =>
  classes === 0 ? "没有班" : limit === null ? "不限" : String(limit);
export const moneyByDay = "每天收款";
export const dayOf = (day: Day | null, total: number, byMethod: string): string =>
  `${day ?? "日期不明"}  ${yuan(total)}${byMethod === "" ? "" : `（${byMethod}）`}`;

export const runsTitle = "操作记录";
export const runsAbout = "各次操作，谁什么时候做的；--run 看一次操作改动的格子";
export const runNote = "看这一次改动的格子";
export const runsHead = (count: number): string => `共${count}次操作`;
export const cellsTitle = (count: number): string => `改动${count}格`;
export const rowsTitle = (count: number): string => `新增${count}行`;
export const blankedTitle = (count: number): string => `清空${count}行`;
export const cellColumns = ["表", "行", "列", "原值", "新值"];

export const ending = "尾号";
export const fact = (title: string, value: string): string => `${title}：${value}`;
export const countOf = (name: string, count: number): string => `${name || "空"}${count}`;
export const yuan = (amount: number): string => `${amount}元`;
export const sumOf = (method: string, amount: number): string => `${method}${yuan(amount)}`;
export const moneyOf = ({
  due,
  paid,
  carried,
  open,
}: {
  readonly due: number | null;
  readonly paid: number | null;
  readonly carried: number;
  readonly open: number;
}): string => {
  const before = carriedWords(carried);
  return `应缴${due === null ? "未定" : yuan(due)}，已缴${yuan(paid ?? 0)}${before === null ? "" : `，${before}元`}，还欠${yuan(open)}`;
};
export const repeated = (key: string, at: number): string => `${key}（第${at}行，编号重复）`;
export const stopped = (name: string): string => `${name}（停办）`;
export const range = (from: Day | null, to: Day | null): string =>
  from === null && to === null ? "" : `${from ?? "？"}至${to ?? "？"}`;
export const seatsOf = ({ capacity, taken, free }: Seats): string =>
  capacity === null ? `${taken}人，不限` : `${taken}/${capacity}，空${free ?? 0}`;
