/** What previews and results say. */
export const changedSincePreview = () => "预览之后表格里有人改动过，下面是按现在的内容重新算出的结果。请核对后再执行。";
export const written = (run: string, what: string) => `已完成，运行号 ${run}：${what}`;
export const nothing = () => "没有改动（0 处）。";
/** `要撤销：R00012 报到，赵一 3月26日报到`, a run each. */
export const takesBack = (
  runs: readonly { readonly key: string; readonly action: string | null; readonly summary: string | null }[],
) =>
  `要撤销：${runs.map(({ key, action, summary }) => [`${key} ${action ?? ""}`, summary].filter((part) => part).join("，")).join("；")}`;
export const nothingToWrite = () => "没有改动（0 处），不用执行。";
export const willBe = (what: string) => `将要${what}`;

export function amount(cells: number, rows: number, blanked: number): string {
  const parts = cells > 0 ? [`改动 ${cells} 格`] : [];
  if (rows > 0) parts.push(`新增 ${rows} 行`);
  if (blanked > 0) parts.push(`清空 ${blanked} 行`);
  return parts.length === 0 ? "只更新操作记录。" : `${parts.join("，")}。`;
}

export const findingsTitle = (count: number, blocking: number, warnings: number, hints: number) =>
  `发现 ${count} 条（阻断 ${blocking}，警告 ${warnings}，提示 ${hints}）`;
export const needsPersonTitle = (count: number) => `有 ${count} 条需要人处理`;
export const keptTitle = (count: number) => `后来有人改过、保留不动的有 ${count} 处`;
export const changedColumns = "改动的列（格数）";
export const addedRows = "新增的行";
export const blankedRows = "清空的行";
export const loadedClasses = "读出的班级（通知原文 → 读作）";
export const overview = "概况";

export const workbookComplete = () => "工作簿是完整的，没有改动（0 处）。";
export const initialised = (what: string) => `已完成：${what}`;
export const newTabs = "新建的表";
export const newColumns = "补上的列";
export const columnsOf = (tab: string, titles: readonly string[]) => `${tab}：${titles.join("、")}`;
export const newSettings = "补上的设置";

export function lackingAmount(tabs: number, columns: number, settings: number): string {
  const parts = tabs > 0 ? [`新建 ${tabs} 张表`] : [];
  if (columns > 0) parts.push(`补上 ${columns} 列`);
  if (settings > 0) parts.push(`补上 ${settings} 项设置`);
  return parts.length === 0 ? "更新表结构版本。" : `${parts.join("，")}。原有内容不动。`;
}

const at = (row: string): string => (row.startsWith("@") ? `第${row.slice(1)}行` : row);
/** `row` is empty where it has no name that staff know. */
export const rowOf = (tab: string, row: string): string => `${tab} ${at(row)}`.trimEnd();
export const newRowOf = (tab: string, row: string): string => `${tab} 新增 ${at(row)}`.trimEnd();
export const blankedRowOf = (tab: string, row: string): string => `${tab} 清空 ${at(row)}`;
export const moreRows = (count: number): string => `还有${count}行，没有逐格列出`;
export const rowsOf = (count: number): string => `逐行看改动（${count}行）`;
export const otherRows = (count: number): string => `其余${count}行`;
export const otherLines = (count: number): string => `其余${count}项`;
export const otherNotes = (count: number): string => `其余${count}条`;
export const otherPeople = (count: number): string => `其余${count}人`;
export const nothingThere = "空";
export const emptyMeans = (meaning: string): string => `空（${meaning}）`;
export const oldAndNew = (before: string, after: string): string => `${before} → ${after}`;

export const finishedFirst = (runs: readonly string[]) => `上次没有写完的 ${runs.join("、")} 已先写完。`;
export const choicesTitle = "要办的人";
export const choicesHint = "不勾选的人这次不办，其余的按没有他们重新计算。";
export const choiceHeaders = ["办", "姓名", "单位", "内容"] as const;
export const choiceName = (name: string, key: string): string => `${name}（${key}）`;
export const tickFor = (name: string, key: string): string => `办理 ${choiceName(name, key)}`;
export const tickAll = "全选";
export const tickNone = "全不选";
export const tickedOf = (ticked: number, all: number): string => `共${all}人，勾选${ticked}人。`;
export const nobodyTicked = () => "一个人也没有勾选，没有可执行的。";
export const leftOut = "这次不办";
export const seekChoice = "找人（姓名、编号或单位）";
export const moreChoices = (count: number): string => `还有${count}人没有列出，可以查找。`;
export const DECIDING = "正在计算…";
export const differenceTitle = "和刚才的预览不同的地方";
export const moreDifferences = (count: number) => `还有${count}处不同`;
export const noLonger = "不再改动";
