/** What the screens say. */
export const PERSON_TITLE = "学员";
export const toPerson = (name: string): string => `学员：${name}`;
export const TODAY_TITLE = "今天";
export const DOINGS_TITLE = "办事";
export const FORMS_TITLE = "登记和办理";
export const RULES_TITLE = "核对和整理";
export const BOOK_TITLE = "计划和工作簿";

export const FIND_LABEL = "找人";
export const FIND_HINT = "姓名、拼音首字母、证件号或手机号后四位、单位，例如：王某、wm、0024、甲矿";
export const foundCount = (shown: number, total: number): string =>
  total === 0 ? "没有找到。" : shown < total ? `找到${total}人，先列出${shown}人，请再多写几个字。` : `找到${total}人。`;
export const endingIs = (ending: string | null): string | null => (ending === null ? null : `尾号${ending}`);
export const refusedFor = (reason: string | null): string | null => (reason === null ? null : `退回原因：${reason}`);
export const notThere = "这个人已不在名册里，请重新查找。";
export const IN_SHEET = "在表中查看";
export const inSheet = (what: string): string => `在表中查看 ${what}`;
export const JUMPING = "正在表中查找…";
export const NOT_IN_SHEET = "表里已经没有这一行，请刷新后再看。";
export const CHANGE_ROSTER = "改名册内容";
export const changeRosterOf = (number: string): string => `${CHANGE_ROSTER} ${number}`;
export const ANSWER_TODO = "处理";
export const answerTodo = (content: string): string => `处理：${content}`;
export const DO_TITLE = "办理";
export const otherDoings = (count: number): string => `更多（${count}件）`;
export const TODO_TITLE = "待办";
export const HISTORY_TITLE = "经过";
export const EARLIER_TITLE = "以往的报名";
export const NO_HISTORY = "操作记录里没有这个人的经过。";
export const untold = (count: number): string => `另有${count}次操作涉及的人太多，没有记下是谁。`;
export const undone = "（已撤销）";
export const fields = {
  idType: "证件类型",
  idNumber: "证件号",
  mobile: "手机号",
  education: "学历",
  unit: "工作单位",
  post: "职位",
  kind: "申报类型",
  validUntil: "证件有效期",
  state: "报名状态",
  progress: "进度",
  class: "班级",
  reason: "分配说明",
  light: "到期提示",
  slack: "余量天数",
  booking: "省厅预约",
  missing: "资料缺项",
  due: "应缴",
  paid: "已缴",
  open: "未缴",
  feeState: "缴费状态",
  card: "模拟卡",
  reportedIn: "报到日期",
  exam: "考试",
  issued: "发证日期",
  newValidUntil: "新有效期",
} as const;

export const whoTheyAre = (count: number): string => `名单（${count}人）`;
export const ofLine = (button: string, line: string): string => `${button}：${line}`;
export const foldIn = "收起名单";
export const nothingToday = "今天没有要办的事。";
export const openTodo = (open: number, blocking: number): string =>
  `待办共${open}条${blocking > 0 ? `，其中阻断${blocking}条` : ""}。`;
export const lastAll = (time: string | null): string => (time === null ? "还没有运行过全部执行。" : `上次全部执行：${time}`);
export const lastRun = (run: string, action: string, time: string): string => `最近一次操作：${run} ${action}，${time}`;

export const lookAt = (run: string): string => `查看 ${run}`;
