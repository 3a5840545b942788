/** What the screen 单位 says. */
export const UNIT_SCREEN = "单位";
export const FIND_UNIT = "找单位";
export const FIND_UNIT_HINT = "写单位名称或简称里的两个字以上，例如：甲矿";
export const unitsFound = (count: number): string => (count === 0 ? "没有找到这样的单位。" : `找到${count}家。`);
export const WITH_CONFLICTS = "有冲突还没有处理的单位";
export const notListed = "这家单位只在名册里，还不在“单位”表里。";
export const waitedFor = "最近发出的文件还没有收回。";
export const contactTitle = "联系";
export const reportedBy = "由谁代报";
export const doLabel = (unit: string): string => `${unit}的办理`;
export const ofTicked = (ticked: number): string => (ticked > 0 ? `勾选的${ticked}人：` : "先在名单里勾选人，再办下面这些：");

export const filesTitle = "往来文件";
export const noFiles = "没有往来文件。";
export const notTakenTitle = "没有收下的，和原因";
export const todoTitle = "还没办的事";
export const conflictsTitle = "冲突";
export const conflictsCount = (count: number): string => `有${count}处两边都改过，请逐处选一方。`;
export const choose = (side: string): string => `采用${side}`;
export const allTo = (side: string, count: number): string => `${count}处都采用${side}`;
export const chooseLabel = (side: string, who: string, column: string, value: string): string =>
  `采用${side}：${who} ${column} ${value}`;
export const emptyValue = "（空）";
export const columnOf = "哪一列";
export const whoTitle = "谁";
