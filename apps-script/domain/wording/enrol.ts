import type { Day } from "../days/civil-day";
import { dayWords } from "./desk";

/** What is said when somebody is enrolled by a clerk. */

export const ENROL_TITLE = "新增报名";
export const enrolAbout = "新来的人报名，或给原来的人另建一条（如过期后改初培）";
export const insteadTitle = "代替原来的报名";
export const insteadNote = "原报名结为转班，人员编号、资料、费用、模拟卡转过来";
export const fromOldNote = "写了代替原来的报名，可以不写";
export const idTypeNote = "不写按证件号判断";
export const unitNote = "“单位”表里的全称或别名";
export const newUnitTitle = "新单位全称";
export const newUnitNote = "“单位”表里还没有的写这里，会加进去并标待确认";
export const validUntilNote = "再培训要写，照证书";
export const classNote = "指定班级；不写由“分配班级”安排";
export const dayTitle = "报名日期";

export const missing = "没有填写";
export const oneUnit = "工作单位和新单位全称只写一个";
export const untilWanted = "再培训要写证件有效期";
export const otherName = (who: string): string => `同一证件号在名册里是${who}，姓名不同，请核对。`;
export const enrolledAlready = (who: string, unit: string | null): string =>
  `同一人同一职位已有报名${who}${unit === null ? "" : `，${unit}`}；要另建的请写“${insteadTitle}”。`;
export const onlyOneOld = "只能代替一条报名";
export const goneAlready = (state: string | null): string => `已经是“${state ?? ""}”，请直接新增`;
export const keptReplaced = (day: Day, kind: string, to: string, trained: boolean): string =>
  `${dayWords(day)}另建${kind}${to}${trained ? "（原培训已完成）" : ""}`;

export const enrolled = (day: Day, key: string, kind: string, unit: string | null): string =>
  `${dayWords(day)}新增报名${key}，${kind}${unit === null ? "" : `，${unit}`}`;
export const tookPlace = (key: string): string => `代替${key}，费用、资料、模拟卡转过来`;
export const unitToConfirm = "新单位加入“单位”，待确认";
export const classFollows = "班级由“分配班级”安排";
