/** The closed lists of the schema. Words are the notice's and the provincial system's own. */
export const POSTS = ["主要负责人", "安全生产管理人员"] as const;
export const KINDS = ["初培", "再培训", "换证"] as const;
export const CLASS_KINDS = ["培训", "再培训"] as const;
export const DOCUMENT_TYPES = ["居民身份证", "护照", "港澳台居民居住证", "外国人永久居留身份证", "其他"] as const;
export const EDUCATIONS = ["初中及以下", "高中", "中专", "技校", "大专", "本科", "硕士", "博士", "其他"] as const;
export const BOOKING_STATES = ["未预约", "待审", "通过", "退回"] as const;
export const EXAM_STATES = ["未约", "待审", "待考", "合格", "不合格", "缺考"] as const;
export const ENROLMENT_STATES = ["有效", "取消", "转班", "离职", "已完成", "已失效"] as const;
export const PAYMENT_METHODS = ["现金", "微信", "支付宝", "扫码"] as const;
export const CARD_STATES = ["未领", "已领", "已绑定", "过期", "作废"] as const;
export const TODO_ANSWERS = ["未处理", "已确认", "已改", "忽略"] as const;
export const SEVERITIES = ["阻断", "警告", "提示"] as const;
export const OVERLAP_POLICIES = ["最早", "均衡", "最晚可行"] as const;
export const LIGHTS = [
  "正常",
  "紧张",
  "来不及",
  "已过期",
  "日期有误",
  "需人工",
  "无对应班次",
  "已过报名截止",
  "班级已满",
  "已完成",
  "待核",
  "未报到",
  "本年度未再培训",
  "计划未发布",
] as const;
export type Light = (typeof LIGHTS)[number];
export type EnrolmentKind = (typeof KINDS)[number];
