/** What the actions are called, by the ids of the menu and the command line. */
export const actionTitles = {
  "check-plan": "检查计划",
  "check-roster": "核对名册",
  assign: "分配班级",
  papers: "检查资料",
  fees: "填写费用",
  cards: "发放模拟卡",
  todo: "整理待办",
  dashboard: "更新看板",
  all: "全部执行",
} as const;

/** What else the menu and the page offer; the ids are those of the command line. */
export const menuTitles = {
  init: "初始化/升级工作簿",
  plan: "读入培训计划",
  "next-year": "结转到下一年度",
  undo: "撤销上次操作",
  log: "操作记录",
} as const;

export function actionTitle(id: string): string {
  return new Map<string, string>(Object.entries(actionTitles)).get(id) ?? id;
}

/** What a computed cell says between an edit and the next run. */
export const STALE = "待重算";
