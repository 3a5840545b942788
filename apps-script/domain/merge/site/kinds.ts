import type { BOOKING_STATES, EXAM_STATES, ROSTER } from "../../schema/index";

/** The lists that the two sites give: the centre's own, and two of the provincial system. */
export const SITE_LISTS = ["预报名", "省厅预约", "成绩"] as const;
export type SiteList = (typeof SITE_LISTS)[number];

export type SiteColumn = keyof typeof ROSTER.columns;

/** The columns of 名册 that a list fills, each with the headers it goes by on the site. */
export const SITE_COLUMNS: Readonly<Record<SiteList, Readonly<Partial<Record<SiteColumn, readonly string[]>>>>> = {
  预报名: {
    preRegisteredOn: ["预报名日期", "预报名时间", "报名日期", "报名时间", "提交时间"],
    preRegisteredClass: ["预报名班级", "报名班级", "班级名称", "班级", "班次", "期次"],
  },
  省厅预约: {
    booking: ["省厅预约状态", "预约状态", "审核状态", "状态", "审核结果"],
    bookedClass: ["省厅预约班级", "预约班级", "培训班级", "班级名称", "班级", "班次", "期次"],
    bookedOn: ["预约日期", "预约时间", "申请时间", "报名时间", "提交时间"],
    refusal: ["退回原因", "审核意见", "未通过原因", "原因"],
  },
  成绩: {
    exam: ["考试状态", "考试结果", "结果", "是否合格", "结论"],
    examOn: ["考试日期", "考试时间"],
    score: ["成绩", "分数", "得分", "考试成绩"],
    issuedOn: ["发证日期", "发证时间"],
    newValidUntil: ["新有效期", "有效期至", "有效期", "证件有效期", "证书有效期", "有效期限"],
  },
};

const bookingWords: Readonly<Record<string, (typeof BOOKING_STATES)[number]>> = {
  未预约: "未预约",
  待审: "待审",
  待审核: "待审",
  审核中: "待审",
  已提交: "待审",
  通过: "通过",
  审核通过: "通过",
  已通过: "通过",
  预约成功: "通过",
  退回: "退回",
  已退回: "退回",
  审核未通过: "退回",
  未通过: "退回",
  审核不通过: "退回",
  不通过: "退回",
};

const examWords: Readonly<Record<string, (typeof EXAM_STATES)[number]>> = {
  未约: "未约",
  待审: "待审",
  待审核: "待审",
  待考: "待考",
  未考: "待考",
  合格: "合格",
  通过: "合格",
  是: "合格",
  及格: "合格",
  不合格: "不合格",
  未通过: "不合格",
  否: "不合格",
  不及格: "不合格",
  缺考: "缺考",
};

/** A state as our lists have it, for the sites' own words; `null` for a word we do not know. */
export function stateWord(column: SiteColumn, text: string): string | null {
  const plain = text.normalize("NFKC").replace(/\s+/gu, "");
  const words = column === "booking" ? bookingWords : examWords;
  return new Map(Object.entries(words)).get(plain) ?? null;
}
