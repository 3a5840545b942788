import type { TrainingClass } from "../plan/training-class";
import type { Fact } from "../views/papers/paper";

/** What stands on the papers that are printed. */

export const ordinal = "序号";
export const signature = "签字";
export const note = "备注";

export const classList = {
  title: "班级花名册",
  about: "一个班的全部学员：单位、证件、电话、班次情况",
};

/** `再培训班第三期-签到表` */
export const nameOf = (of: string, title: string): string => `${of}-${title}`;
export const titleOf = (of: string, title: string): string => `${of}${title}`;

/** The line under the title of a paper of a class. */
export const classFacts = ({ reportIn, studyFrom, studyTo, place }: TrainingClass, people: number): readonly Fact[] => [
  { label: "报到", value: reportIn },
  { label: "学习", value: studyFrom && studyTo ? `${studyFrom}至${studyTo}` : (studyFrom ?? studyTo) },
  { label: "地点", value: place },
  { label: "人数", value: people },
];
