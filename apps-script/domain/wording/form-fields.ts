import { partsOf } from "../days/civil-day";
import { PLAN, ROSTER, UNITS } from "../schema/index";
import { SETTING_SPECS } from "../schema/settings";

const { columns: person } = ROSTER;
const { columns: unit } = UNITS;
const { columns: plan } = PLAN;

/** What a form's placeholders are called, each by its usual name and others that forms use for it. */
export const FIELD_NAMES = {
  number: ["序号"],
  enrolment: [person.id.title],
  name: [person.name.title, "学员姓名"],
  sex: ["性别"],
  born: ["出生日期", "出生年月日", "生日"],
  bornMonth: ["出生年月"],
  idType: [person.idType.title],
  idNumber: [person.idNumber.title, "证件号码", "身份证号", "身份证号码", "身份证"],
  mobile: [person.mobile.title, "手机号码", "手机", "联系方式", "本人电话"],
  unit: [person.unit.title, "单位", unit.name.title, "单位名称"],
  post: [person.post.title, "职务", "岗位"],
  education: [person.education.title, "文化程度"],
  kind: [person.kind.title],
  certificate: [person.certificate.title, "合格证编号"],
  validUntil: [person.validUntil.title, "有效期", "证书有效期"],
  note: [person.note.title],
  reportedInOn: [person.reportedInOn.title],
  feeDue: [person.feeDue.title, "应缴费用"],
  feePaid: [person.feePaid.title],
  card: [person.card.title],
  exam: [person.exam.title, "考核结果", "考试结果"],
  examOn: [person.examOn.title],
  score: [person.score.title, "考试成绩"],
  issuedOn: [person.issuedOn.title],
  newValidUntil: [person.newValidUntil.title],
  contact: ["单位联系人", unit.contact.title],
  unitPhone: ["单位电话", "单位联系电话"],
  creditCode: ["信用代码", unit.creditCode.title],
  unitCategory: [unit.category.title],
  class: [person.class.title, plan.name.title, "培训班"],
  classKind: ["培训类别", plan.kind.title],
  term: [plan.term.title],
  reportIn: [plan.reportIn.title],
  reportInTime: [plan.statedReportIn.title],
  study: [plan.statedStudy.title, "培训时间"],
  studyFrom: [plan.studyFrom.title, "开班日期"],
  studyTo: [plan.studyTo.title, "结业日期"],
  place: [SETTING_SPECS.place.item, plan.place.title, "学习地点"],
  count: ["人数", "培训人数", "学员人数"],
  year: [SETTING_SPECS.planYear.item, plan.year.title],
  centreName: [SETTING_SPECS.centreName.item, "培训机构", "培训机构名称"],
  centrePhone: [SETTING_SPECS.centrePhone.item, "培训机构电话"],
  today: ["今天", "打印日期", "填表日期"],
  trade: ["行业类别"],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

/** The trade that the notice asks for (一.2). */
export const TRADE = "金属非金属矿山";

/** A day as forms write it. @example longDay("2024-03-05") // "2024年3月5日" */
export const longDay = (day: string): string => {
  const { year, month, day: date } = partsOf(day);
  return `${year}年${month}月${date}日`;
};
export const longMonth = (day: string): string => longDay(day).replace(/\d+日$/u, "");
export const fromTo = (from: string, to: string): string => `${longDay(from)}至${longDay(to)}`;
export const reportInAt = (day: string, hours: string | null): string => `${longDay(day)}${hours === null ? "" : ` ${hours}`}`;
export const termOf = (term: number): string => `第${term}期`;

/** What fields are about, as a list for staff is grouped. */
export const FIELD_GROUPS = {
  person: "学员",
  unit: "学员的单位（用 --unit 写了单位的，是那家单位）",
  class: "学员的班级（用 --class 写了班级的，是那个班）",
  centre: "整份表",
} as const;
