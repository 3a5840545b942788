import { dayWords } from "../../domain/wording/desk";

/** What 报到 says. */
export const DESK_TITLE = "报到";
export const CLASS_LABEL = "班级";
export const NO_CLASSES = "本年度还没有班级，请先读入培训计划。";
export const classOption = (name: string, reportIn: string | null): string =>
  reportIn === null ? name : `${name}（${dayWords(reportIn)}报到）`;
export const FIND_LABEL = "来的人";
export const FIND_HINT = "后四位、姓名或刷身份证，按回车";
export const foundNone = "没有找到。请核对，或到“学员”里用别的办法找。";
export const severalFound = (shown: number, total: number): string =>
  shown < total ? `有${total}人，先列出${shown}人，请再多写几个字。` : `有${total}人，请用↓键选准，再按回车。`;
export const oneFound = "按回车。";

export const facts = { due: "应缴", paid: "已缴", open: "未缴" } as const;
export const money = (amount: number | null): string => (amount === null ? "未定" : `${amount}元`);
export const PAPERS_LABEL = "交来的资料（按数字键，0 是全部）";
export const METHOD_LABEL = "收钱";
export const payBy = (method: string, amount: number): string => `${method} ${amount}元`;
export const ALL_PAID = "已缴清，不用收钱";
export const keyed = (key: string | number, text: string): string => `${key} ${text}`;
export const paperStates = {
  in: "已交",
  notNeeded: "不用交",
  failed: "不合格",
  unclear: "请核对",
  open: "",
  approved: "",
} as const;
export const paper = (called: string, state: string): string => (state === "" ? called : `${called}（${state}）`);
export const REASON_LABEL = "仍要报到的原因";
export const ENTER = "报到（回车）";
export const LEAVE = "不办（Esc）";
export const cameAlready = (day: string): string => `已于${dayWords(day)}报到，不用再办。补交资料、补缴费用请到“学员”里办。`;
export const IN_QUEUE = "已经办了，正在写入。";
export const oddKey = (key: string): string =>
  `按键“${key}”在这里没有用处，也许是刷了下一张身份证。按退格键继续，按回车放弃这个人。`;
export const oddKeys = (key: string, name: string): string => `按了没有用处的键“${key}”，${name}没有办。请重新找人。`;
export const notThere = "名册里没有这个报名编号，或者它重复了，请到“待办”里看。";

export const CHANGED_MEANWHILE = "这个人的情况刚才变了，没有办，请再看一遍。";
export const LEFT_OUT = "没有办成，请到“学员”里看这个人的情况。";
export const QUEUE_LABEL = "写入情况";
export const writing = (names: readonly string[]): string => `正在写入：${names.join("、")}`;
export const waitingFor = (names: readonly string[]): string => `等着写入：${names.join("、")}`;
export const notTaken = (name: string, sentence: string): string => `${name}没有办成：${sentence}`;
export const LOOK_AGAIN = "再看一遍";
export const DROP = "不办了";
export const ofPerson = (doing: string, name: string): string => `${doing} ${name}`;
export const HALTED = "已经停下，接着办的人先等着，一个也不写。看清下面的原因，再按“继续写入”。";
export const GO_ON = "继续写入";
export const takeBack = (names: readonly string[], run: string | null): string =>
  `取回 ${names.join("、")}${run === null ? "" : `（${run}）`}`;
export const tookBack = (names: readonly string[], run: string | null): string =>
  `已取回 ${names.join("、")}${run === null ? "" : `（${run}）`}。`;
export const undoneTag = "已撤销";
export const TAKE_BACK_KEY = "Alt+Z";
export const STILL_WRITING = "正在写入，写完才能取回。";

export const counts = (toCome: number, came: number, today: number, noShow: number): string =>
  [`已报到${came}人（今天${today}人）`, `还没来${toCome}人`, ...(noShow > 0 ? [`未报到${noShow}人`] : [])].join("，");
export const TO_COME = "还没来的人";
export const toCome = (unit: string | null, names: readonly string[]): string => `${unit ?? "没有单位"}：${names.join("、")}`;
export const tillTitle = (day: string): string => `${dayWords(day)}收款（所有班级）`;
export const TOTAL = "合计";
export const uncounted = (payments: readonly string[]): string => `${payments.join("、")}没有算进去，请核对这几笔的方式和金额。`;
