import { BOOKING, EXAM } from "../../schema/allowed";
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
  [BOOKING.none]: BOOKING.none,
  [BOOKING.underReview]: BOOKING.underReview,
  待审核: BOOKING.underReview,
  审核中: BOOKING.underReview,
  已提交: BOOKING.underReview,
  [BOOKING.passed]: BOOKING.passed,
  审核通过: BOOKING.passed,
  已通过: BOOKING.passed,
  预约成功: BOOKING.passed,
  [BOOKING.refused]: BOOKING.refused,
  已退回: BOOKING.refused,
  审核未通过: BOOKING.refused,
  未通过: BOOKING.refused,
  审核不通过: BOOKING.refused,
  不通过: BOOKING.refused,
};

const examWords: Readonly<Record<string, (typeof EXAM_STATES)[number]>> = {
  [EXAM.none]: EXAM.none,
  [EXAM.underReview]: EXAM.underReview,
  待审核: EXAM.underReview,
  [EXAM.ahead]: EXAM.ahead,
  未考: EXAM.ahead,
  [EXAM.passed]: EXAM.passed,
  通过: EXAM.passed,
  是: EXAM.passed,
  及格: EXAM.passed,
  [EXAM.failed]: EXAM.failed,
  未通过: EXAM.failed,
  否: EXAM.failed,
  不及格: EXAM.failed,
  [EXAM.absent]: EXAM.absent,
};

/** A state as our lists have it, for the sites' own words; `null` for a word we do not know. */
export function stateWord(column: SiteColumn, text: string): string | null {
  const plain = text.normalize("NFKC").replace(/\s+/gu, "");
  const words = column === "booking" ? bookingWords : examWords;
  return new Map(Object.entries(words)).get(plain) ?? null;
}
