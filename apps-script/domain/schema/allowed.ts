/**
 * The closed lists of the schema, each word by the name that code knows it by. Words are the notice's and the provincial
 * system's own; a word is renamed here and nowhere else. The order is that of the dropdowns.
 */
export const POST = { head: "主要负责人", manager: "安全生产管理人员" } as const;
export const KIND = { initial: "初培", retraining: "再培训", renewal: "换证" } as const;
export const CLASS_KIND = { initial: "培训", retraining: "再培训" } as const;
export const CLASS_STATE = { open: "开班", stopped: "停办" } as const;
export const DOCUMENT = {
  idCard: "居民身份证",
  passport: "护照",
  residencePermit: "港澳台居民居住证",
  permanentResident: "外国人永久居留身份证",
  other: "其他",
} as const;
export const EDUCATION = {
  juniorSchool: "初中及以下",
  highSchool: "高中",
  secondary: "中专",
  technical: "技校",
  college: "大专",
  bachelor: "本科",
  master: "硕士",
  doctor: "博士",
  other: "其他",
} as const;
export const BOOKING = { none: "未预约", underReview: "待审", passed: "通过", refused: "退回" } as const;
export const EXAM = {
  none: "未约",
  underReview: "待审",
  ahead: "待考",
  passed: "合格",
  failed: "不合格",
  absent: "缺考",
} as const;
export const ENROLMENT = {
  live: "有效",
  cancelled: "取消",
  moved: "转班",
  left: "离职",
  done: "已完成",
  void: "已失效",
} as const;
/** What a cell of 资料 says; the reason follows the word for a failed paper. */
export const PAPER_ANSWER = { in: "已交", failed: "不合格", notNeeded: "不适用" } as const;
/** What staff found out about a yearly duty that was not done here. */
export const DUTY_ANSWER = { elsewhere: "已在别处完成", yearBefore: "上年已完成", void: "证书已失效" } as const;
/** What becomes of money of somebody who did not come or left. */
export const MONEY_ANSWER = { refund: "退款", keep: "留作下次", forfeit: "不退" } as const;
/** The notice knows cash and 扫码; a transfer is taken with a warning. */
export const PAYMENT_METHOD = { cash: "现金", wechat: "微信", alipay: "支付宝", scan: "扫码", transfer: "转账" } as const;
/** 方式 of what the year before left: a debt (less than nothing) or a credit. No money came with it. */
export const CARRIED = "上年结转";
/** What 缴费状态 says. */
export const FEE_STATE = {
  unpaid: "未缴",
  part: "部分",
  paid: "已缴",
  over: "多缴",
  unchecked: "待核",
  unset: "未规定",
  free: "免收",
  movedOn: "已转出",
  undecided: "余款待定",
  refundDue: "待退款",
  refunded: "已退款",
  kept: "留作下次",
  forfeited: "不退",
} as const;
/** 状态 of a unit that came with a file, until staff have looked at it. */
export const TO_CONFIRM = "待确认";
/** How 状态 of a unit begins whose people and names went over to another one. */
export const MERGED_INTO = "已并入";
export const CARD = { free: "未领", taken: "已领", bound: "已绑定", expired: "过期", voided: "作废", movedOn: "已转出" } as const;
export const ANSWER = { none: "未处理", told: "已通知", confirmed: "已确认", changed: "已改", ignored: "忽略" } as const;
/** Whose move a thing to do is. */
export const MOVER = { unit: "单位", person: "学员", centre: "中心", examSite: "考试点" } as const;
/** By what somebody was told. */
export const MEANS = { phone: "电话", wechat: "微信", message: "短信", met: "当面", other: "其他" } as const;
export const SEVERITY = { blocking: "阻断", warning: "警告", hint: "提示" } as const;
export const OVERLAP = { earliest: "最早", balanced: "均衡", latest: "最晚可行" } as const;
export const LIGHT = {
  fine: "正常",
  tight: "紧张",
  late: "来不及",
  expired: "已过期",
  badDate: "日期有误",
  byHand: "需人工",
  noClass: "无对应班次",
  closed: "已过报名截止",
  full: "班级已满",
  done: "已完成",
  unverified: "待核",
  noShow: "未报到",
  notRetrained: "本年度未再培训",
  planUnpublished: "计划未发布",
} as const;
export const DIRECTION = { sent: "发出", received: "收回" } as const;
export const DAY_KIND = { off: "休", work: "班" } as const;
export const YES_NO = { yes: "是", no: "否" } as const;
export const RUN = { pending: "待写", done: "完成", unfinished: "未完成", undone: "已撤销" } as const;

function listOf<const W extends Readonly<Record<string, string>>>(words: W): readonly W[keyof W][] {
  return Object.values(words) as W[keyof W][];
}

export const POSTS = listOf(POST);
export const KINDS = listOf(KIND);
export const CLASS_KINDS = listOf(CLASS_KIND);
export const CLASS_STATES = listOf(CLASS_STATE);
export const DOCUMENT_TYPES = listOf(DOCUMENT);
export const EDUCATIONS = listOf(EDUCATION);
export const BOOKING_STATES = listOf(BOOKING);
export const EXAM_STATES = listOf(EXAM);
export const ENROLMENT_STATES = listOf(ENROLMENT);
export const DUTY_ANSWERS = listOf(DUTY_ANSWER);
export const MONEY_ANSWERS = listOf(MONEY_ANSWER);
export const PAPER_ANSWERS = listOf(PAPER_ANSWER);
export const PAYMENT_METHODS = listOf(PAYMENT_METHOD);
export const BOOKED_METHODS = [...PAYMENT_METHODS, CARRIED] as const;
export const CARD_STATES = listOf(CARD);
export const TODO_ANSWERS = listOf(ANSWER);
export const MOVERS = listOf(MOVER);
export const MEANS_OF_TELLING = listOf(MEANS);
export const SEVERITIES = listOf(SEVERITY);
export const YES_NOS = listOf(YES_NO);
export const OVERLAP_POLICIES = listOf(OVERLAP);
export const LIGHTS = listOf(LIGHT);
export const DIRECTIONS = listOf(DIRECTION);
export const DAY_KINDS = listOf(DAY_KIND);
export const RUN_STATES = listOf(RUN);

export type Mover = (typeof MOVERS)[number];
export type Light = (typeof LIGHTS)[number];
export type EnrolmentKind = (typeof KINDS)[number];
export type ClassKind = (typeof CLASS_KINDS)[number];
export type DayKind = (typeof DAY_KINDS)[number];
