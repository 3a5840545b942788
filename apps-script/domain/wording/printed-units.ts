/** What stands on papers for units and people, and on those for the house. */

export const unit = "单位";
export const noUnit = "没有写单位";

/** `再培训班第三期-甲矿有限公司-单位培训档案` */
export const nameOf = (of: readonly (string | null)[], title: string): string =>
  [...of.filter((one) => one !== null), title].join("-");

export const unitRecord = {
  title: "单位培训档案",
  about: "给单位存档：培训时间、内容、学时、参加人员和考核结果，学员签字",
  unit,
  class: "培训班",
  days: "培训时间",
  hours: "学时",
  content: "培训内容",
  centre: "培训机构",
  result: "考核结果",
  signs: "学员签字",
  below: ["单位负责人签字", "单位盖章", "培训机构盖章", "日期"],
} as const;

export const lodging = {
  title: "食宿名单",
  about: "给住宿地点的名单，没有证件号和电话",
  sex: "性别",
  room: "房号",
  from: "入住",
  to: "离店",
  men: "男",
  women: "女",
  sexUnknown: "性别不明",
  below: ["经办人", "住宿地点接收人"],
} as const;

export const cardSlips = {
  title: "模拟卡领取条",
  about: "每张卡一条，有卡号和密码，剪开后发给本人；密码只印在这里",
  slipTitle: "模拟考试卡",
  /** The notice, 附件2. */
  note: (months: number): string =>
    `只限微信端使用，自绑定之日起${months}个月内有效。一个卡号只能绑定一个考试科目，绑定后不能更换微信。不记名、不挂失，请保管好密码。`,
  noCard: "还没有模拟卡",
  otherNumber: "名册和模拟卡表的卡号不一致",
  outOfUse: "模拟卡已过期或作废",
  noPassword: "没有读到模拟卡的密码",
} as const;

export const reminders = {
  title: "温馨提示",
  about: "每个单位一张：单位和学员还要办什么，没有证件号和密码",
  contact: "联系人",
  nothing: "目前没有需要提醒的事项。",
  nobodys: (people: number): string => `没有列入（没有写单位）${people}人`,
} as const;
