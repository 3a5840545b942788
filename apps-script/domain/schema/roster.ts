import { BOOKING_STATES, DOCUMENT_TYPES, EDUCATIONS, ENROLMENT_STATES, EXAM_STATES, KINDS, LIGHTS, POSTS } from "./allowed";
import { defineTable, LONGEST_NOTE, type RowOf } from "./column";

/** A unit's full name, which is its file's name too. */
export const LONGEST_UNIT = 60;

/** One row is one enrolment: a person, a post and a kind in this plan year. */
export const ROSTER = defineTable({
  name: "roster",
  title: "名册",
  purpose: "一行是一个人的一次报名。白色列由人填写，灰色列由程序填写。",
  key: ["id"],
  columns: {
    id: { title: "报名编号", owner: "system", kind: "id", width: 13, note: "程序编号，不要改动" },
    person: { title: "人员编号", owner: "system", kind: "id", width: 10 },
    // 民委发〔2016〕33号 asks for a field of at least 50 characters.
    name: { title: "姓名", owner: "unit", kind: "text", maxLength: 50, width: 10 },
    idType: { title: "证件类型", owner: "unit", kind: "choice", allowed: DOCUMENT_TYPES, width: 12 },
    idNumber: { title: "证件号", owner: "unit", kind: "id", width: 21, note: "按文本填写" },
    mobile: { title: "手机号", owner: "unit", kind: "id", width: 13, note: "11位手机号，每人一个" },
    unit: { title: "工作单位", owner: "unit", kind: "text", maxLength: LONGEST_UNIT, width: 28, note: "填写单位全称" },
    post: { title: "职位", owner: "unit", kind: "choice", allowed: POSTS, width: 17 },
    education: { title: "学历", owner: "unit", kind: "choice", allowed: EDUCATIONS, width: 8 },
    kind: { title: "申报类型", owner: "unit", kind: "choice", allowed: KINDS, width: 9 },
    certificate: { title: "证书编号", owner: "unit", kind: "id", width: 20 },
    validUntil: { title: "证件有效期", owner: "unit", kind: "day", width: 12, note: "证书上的有效期截止日，精确到日" },
    note: { title: "备注", owner: "unit", kind: "text", maxLength: LONGEST_NOTE, width: 18 },
    lockedClass: { title: "锁定班级", owner: "centre", kind: "text", width: 16, note: "人工指定的班级，程序不改" },
    preRegisteredOn: { title: "预报名日期", owner: "centre", kind: "day", width: 12 },
    preRegisteredClass: { title: "预报名班级", owner: "centre", kind: "text", width: 16 },
    booking: { title: "省厅预约状态", owner: "centre", kind: "choice", allowed: BOOKING_STATES, width: 13 },
    bookedClass: { title: "省厅预约班级", owner: "centre", kind: "text", width: 16 },
    bookedOn: { title: "预约日期", owner: "centre", kind: "day", width: 12 },
    refusal: { title: "退回原因", owner: "centre", kind: "text", maxLength: LONGEST_NOTE, width: 16 },
    cardTakenOn: { title: "领卡日期", owner: "centre", kind: "day", width: 12 },
    cardBoundOn: { title: "绑定日期", owner: "centre", kind: "day", width: 12 },
    reportedInOn: { title: "报到日期", owner: "centre", kind: "day", width: 12 },
    trained: { title: "培训完成", owner: "centre", kind: "text", width: 10, note: "填“是”或完成日期" },
    exam: { title: "考试状态", owner: "centre", kind: "choice", allowed: EXAM_STATES, width: 9 },
    examTries: { title: "考试次数", owner: "centre", kind: "number", width: 9 },
    examOn: { title: "考试日期", owner: "centre", kind: "day", width: 12 },
    score: { title: "成绩", owner: "centre", kind: "number", width: 7 },
    issuedOn: { title: "发证日期", owner: "centre", kind: "day", width: 12 },
    newValidUntil: { title: "新有效期", owner: "centre", kind: "day", width: 12 },
    state: { title: "报名状态", owner: "centre", kind: "choice", allowed: ENROLMENT_STATES, width: 9 },
    stateNote: { title: "状态备注", owner: "centre", kind: "text", maxLength: LONGEST_NOTE, width: 16 },
    class: { title: "班级", owner: "computed", kind: "text", width: 16 },
    candidates: { title: "候选班级", owner: "computed", kind: "list", width: 26 },
    reason: { title: "分配说明", owner: "computed", kind: "text", maxLength: LONGEST_NOTE, width: 46 },
    light: { title: "到期提示", owner: "computed", kind: "choice", allowed: LIGHTS, width: 13 },
    slack: { title: "余量天数", owner: "computed", kind: "number", width: 9 },
    lastSafeBookingDay: { title: "建议最迟预约日", owner: "computed", kind: "day", width: 15 },
    reviewDue: { title: "审核截止", owner: "computed", kind: "day", width: 12 },
    missingPapers: { title: "资料缺项", owner: "computed", kind: "text", maxLength: 1000, width: 52 },
    feeDue: { title: "应缴", owner: "computed", kind: "number", width: 8 },
    feePaid: { title: "已缴", owner: "computed", kind: "number", width: 8 },
    feeState: { title: "缴费状态", owner: "computed", kind: "text", width: 9 },
    card: { title: "模拟卡号", owner: "computed", kind: "id", width: 14 },
    cardValidUntil: { title: "卡到期日", owner: "computed", kind: "day", width: 12 },
    progress: { title: "进度", owner: "computed", kind: "text", width: 14 },
    writtenClass: { title: "上次班级", owner: "system", kind: "text", hidden: true, width: 16 },
    givenOn: { title: "班级给定日", owner: "system", kind: "day", hidden: true, width: 12 },
  },
});

export type Enrolment = RowOf<typeof ROSTER>;
