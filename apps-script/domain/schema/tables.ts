import { BOOKED_METHODS, CARD_STATES, DAY_KINDS, MEANS_OF_TELLING, MOVERS, SEVERITIES, TODO_ANSWERS, YES_NOS } from "./allowed";
import { defineTable, LONGEST_BOOK, LONGEST_NOTE, type RowOf } from "./column";
import { LONGEST_UNIT } from "./roster";

export const UNITS = defineTable({
  name: "units",
  title: "单位",
  purpose: "一行是一个会员单位。别名之间用顿号隔开。",
  key: ["name"],
  columns: {
    name: { title: "单位全称", owner: "centre", kind: "text", maxLength: LONGEST_UNIT, width: 30 },
    aliases: { title: "别名", owner: "centre", kind: "list", maxLength: LONGEST_NOTE, width: 24 },
    creditCode: { title: "统一社会信用代码", owner: "centre", kind: "id", width: 22 },
    category: { title: "单位类别", owner: "centre", kind: "text", width: 12 },
    contact: { title: "联系人", owner: "centre", kind: "text", width: 10 },
    phone: { title: "电话", owner: "centre", kind: "id", personal: "phone", width: 15 },
    email: { title: "邮箱", owner: "centre", kind: "text", width: 22 },
    status: { title: "状态", owner: "centre", kind: "text", width: 10, note: "待确认：由单位文件带入，请核对" },
    reportsFor: {
      title: "代报单位",
      owner: "centre",
      kind: "list",
      width: 30,
      note: "这家替哪些单位报名，写全称，用顿号隔开",
      since: 2,
    },
  },
});

export const CARDS = defineTable({
  name: "cards",
  title: "模拟卡",
  purpose: "模拟考试卡库。预约通过后每次报名发一张，发出后不换人。",
  key: ["number"],
  columns: {
    number: { title: "卡号", owner: "centre", kind: "id", width: 16 },
    password: { title: "密码", owner: "centre", kind: "id", secret: true, width: 12 },
    subject: { title: "科目", owner: "centre", kind: "text", width: 30 },
    type: { title: "类型", owner: "centre", kind: "text", width: 8 },
    state: { title: "状态", owner: "centre", kind: "choice", allowed: CARD_STATES, width: 9 },
    enrolment: { title: "报名编号", owner: "computed", kind: "id", width: 13 },
    takenOn: { title: "领取日期", owner: "computed", kind: "day", width: 12 },
    boundOn: { title: "绑定日期", owner: "computed", kind: "day", width: 12 },
    rebinds: { title: "改绑次数", owner: "centre", kind: "number", width: 9 },
    bought: {
      title: "另购",
      owner: "centre",
      kind: "choice",
      allowed: YES_NOS,
      width: 7,
      note: "学员自己另买的卡填“是”，不再发给别人",
      since: 2,
    },
    validUntil: { title: "到期日", owner: "computed", kind: "day", width: 12 },
    note: { title: "备注", owner: "centre", kind: "text", maxLength: LONGEST_NOTE, width: 18 },
  },
});

export const PAYMENTS = defineTable({
  name: "payments",
  title: "缴费",
  purpose: "一行是一笔收款。一笔钱交几个人的，在“分摊到”里写报名编号。",
  key: ["id"],
  columns: {
    id: { title: "流水号", owner: "centre", kind: "id", width: 12, note: "空着由程序编号" },
    day: { title: "日期", owner: "centre", kind: "day", width: 12 },
    amount: { title: "金额", owner: "centre", kind: "number", numbers: "money", width: 9 },
    method: { title: "方式", owner: "centre", kind: "choice", allowed: BOOKED_METHODS, width: 9 },
    payer: { title: "付款方", owner: "centre", kind: "text", width: 26 },
    shares: {
      title: "分摊到",
      owner: "centre",
      kind: "list",
      maxLength: LONGEST_NOTE,
      width: 40,
      note: "报名编号、姓名或单位，多个用顿号隔开；可写 编号=金额",
    },
    clerk: { title: "经手人", owner: "centre", kind: "text", width: 9 },
    unshared: { title: "未分摊", owner: "computed", kind: "number", numbers: "money", width: 9, since: 2 },
    receipt: { title: "票据号", owner: "centre", kind: "id", width: 14 },
    invoiced: { title: "已开票", owner: "centre", kind: "choice", allowed: YES_NOS, width: 8, since: 2 },
    invoice: { title: "发票号", owner: "centre", kind: "id", width: 14, note: "开了发票的填号码", since: 2 },
    invoicedOn: { title: "开票日期", owner: "centre", kind: "day", width: 12, since: 2 },
    refundOf: { title: "退哪一笔", owner: "centre", kind: "id", width: 12, note: "退款填原来那一笔的流水号", since: 2 },
    note: { title: "备注", owner: "centre", kind: "text", maxLength: LONGEST_NOTE, width: 18 },
    source: { title: "来源", owner: "system", kind: "id", maxLength: 80, hidden: true, width: 30, since: 2 },
  },
});

export const TODOS = defineTable({
  name: "todo",
  title: "待办",
  purpose: "需要人处理的事。在“处理”里选结果，再次运行不会冲掉；事情有变化或又出现时重新提醒。",
  key: ["id"],
  columns: {
    id: { title: "编号", owner: "system", kind: "id", hidden: true, width: 18 },
    rule: { title: "规则", owner: "computed", kind: "text", width: 20 },
    severity: { title: "级别", owner: "computed", kind: "choice", allowed: SEVERITIES, width: 7 },
    whose: { title: "待谁办", owner: "computed", kind: "choice", allowed: MOVERS, width: 8, since: 2 },
    subject: { title: "对象", owner: "computed", kind: "text", width: 20 },
    unit: { title: "单位", owner: "computed", kind: "text", width: 26 },
    class: { title: "班级", owner: "computed", kind: "text", width: 16, since: 2 },
    phone: { title: "电话", owner: "computed", kind: "id", personal: "phone", width: 13 },
    content: { title: "内容", owner: "computed", kind: "text", maxLength: LONGEST_NOTE, width: 60 },
    due: { title: "截止日", owner: "computed", kind: "day", width: 12 },
    suggestion: { title: "建议", owner: "computed", kind: "text", maxLength: LONGEST_NOTE, width: 40 },
    answer: { title: "处理", owner: "centre", kind: "choice", allowed: TODO_ANSWERS, width: 9 },
    told: { title: "通知次数", owner: "computed", kind: "number", width: 9, since: 2 },
    toldOn: { title: "上次通知", owner: "computed", kind: "day", width: 12, since: 2 },
    toldBy: { title: "通知方式", owner: "computed", kind: "choice", allowed: MEANS_OF_TELLING, width: 9, since: 2 },
    toldClerk: { title: "通知人", owner: "computed", kind: "text", width: 9, since: 2 },
    backOn: {
      title: "再提醒日",
      owner: "computed",
      kind: "day",
      width: 12,
      note: "选了“已通知”的，到这一天还没有办的重新提醒",
      since: 2,
    },
    state: { title: "现状", owner: "computed", kind: "text", width: 9, note: "已消除：上次运行时问题已不在" },
    goneOn: { title: "消除日期", owner: "computed", kind: "day", width: 12, since: 2 },
    source: { title: "来源", owner: "system", kind: "text", hidden: true, width: 10 },
    code: { title: "规则代码", owner: "system", kind: "id", hidden: true, width: 9, since: 2 },
    people: { title: "报名编号", owner: "system", kind: "list", maxLength: LONGEST_BOOK / 2, hidden: true, width: 16, since: 2 },
    facts: { title: "依据", owner: "system", kind: "text", maxLength: LONGEST_BOOK / 2, hidden: true, width: 16, since: 2 },
  },
});

export const CONFLICTS = defineTable({
  name: "conflicts",
  title: "冲突",
  purpose: "与名册不同、要您选一方的格子。在“采用”里选一方，或直接写应有的值。",
  key: ["enrolment", "column"],
  columns: {
    enrolment: { title: "报名编号", owner: "system", kind: "id", width: 13 },
    name: { title: "姓名", owner: "system", kind: "text", width: 10 },
    unit: { title: "单位", owner: "system", kind: "text", width: 26 },
    column: { title: "列", owner: "system", kind: "text", width: 12 },
    base: { title: "原值", owner: "system", kind: "id", maxLength: LONGEST_NOTE, width: 20 },
    ours: { title: "我方", owner: "system", kind: "id", maxLength: LONGEST_NOTE, width: 20 },
    theirs: { title: "对方", owner: "system", kind: "id", maxLength: LONGEST_NOTE, width: 20 },
    choice: {
      title: "采用",
      owner: "centre",
      kind: "id",
      maxLength: LONGEST_NOTE,
      width: 20,
      note: "写“我方”“对方”，或直接写值；写“全部采用对方”或“全部保留我方”，同一来源的都照办",
    },
    source: { title: "来源", owner: "system", kind: "text", width: 34, since: 2 },
  },
});

export const SETTINGS = defineTable({
  name: "settings",
  title: "设置",
  purpose: "年度、收费、余量等。改“值”一列即可。",
  key: ["item"],
  columns: {
    item: { title: "项", owner: "system", kind: "text", width: 18 },
    value: { title: "值", owner: "centre", kind: "number", numbers: "mixed", maxLength: 200, width: 20 },
    note: { title: "说明", owner: "system", kind: "text", width: 70 },
  },
});

export const HOLIDAYS = defineTable({
  name: "holidays",
  title: "节假日",
  purpose: "法定休息日与调休上班日。没有登记的年份一律当作未知。",
  key: ["day"],
  columns: {
    day: { title: "日期", owner: "centre", kind: "day", width: 12 },
    kind: { title: "类型", owner: "centre", kind: "choice", allowed: DAY_KINDS, width: 7 },
    name: { title: "名称", owner: "centre", kind: "text", width: 14 },
  },
});

export type Unit = RowOf<typeof UNITS>;
export type Card = RowOf<typeof CARDS>;
export type Payment = RowOf<typeof PAYMENTS>;
export type TodoRow = RowOf<typeof TODOS>;
