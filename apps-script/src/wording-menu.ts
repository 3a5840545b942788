/** What the menu and the server side of its dialogs say. */
export const MENU_TITLE = "安培台账";
export const DESK_TITLE = "办理";
export const INIT_TITLE = "初始化/升级工作簿";
export const PLAN_TITLE = "读入培训计划";
export const UNDO_LAST_TITLE = "撤销上次操作";
export const LOG_TITLE = "操作记录";

/** In a computed cell whose inputs somebody changed after the last run. */
export { STALE } from "../domain/wording/actions";
export const CLASS_LOCKED_TITLE = "班级已锁定";
export const classesLocked = (count: number) =>
  `手工填写的班级已记入“锁定班级”（${count} 行），下次运行按它处理。要恢复自动分配，请清空“锁定班级”。`;

export const noClerk = () => "请先填写经办人。";
export const badRequest = () => "窗口发来的请求不完整，请关闭窗口后重试。";
export const noPageAction = (id: string) => `没有“${id}”这个操作，请重新打开表格后再试。`;
export const unexpected = (message: string) =>
  `出现了没有预料到的错误（${message}）。请关闭窗口重试，仍不行请把这句话告诉维护人员。`;

export const notAWorkbookYet = () => `这张表格还不是安培台账的工作簿，请先运行菜单里的“${INIT_TITLE}”。`;
export const updateScript = () => "请让管理这张表格的人更新表格里的“安培台账”脚本。";
export const tabMissing = () =>
  `这张表格里没有安培台账需要的全部工作表，请先运行菜单里的“${INIT_TITLE}”，它会列出并补上缺少的表。`;

export const changedSincePreview = () => "预览之后表格里有人改动过，下面是按现在的内容重新算出的结果。请核对后再执行。";
export const written = (run: string, what: string) => `已完成，运行号 ${run}：${what}`;
export const nothing = () => "没有改动（0 处）。";
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
export const loadedClasses = "读出的班级（报到；学习）";
export const classDays = ([reportIn = "", from = "", to = ""]: readonly string[]) => `${reportIn}；${from} 至 ${to}`;
export const overview = "概况";

export const PASTED = "粘贴的内容";
export const ofTab = (title: string) => `“${title}”表`;
export const noPlanText = () => "请粘贴通知里的培训计划表，或选择放着计划表的工作表。";
export const noSuchTab = (title: string) => `没有名为“${title}”的工作表，请重新选择。`;
export const badYear = () => "年度请写四位数字，例如 2024。";
export const planNotRead = (source: string, problems: readonly string[]) =>
  `${source}不能作为培训计划读入：${problems.length > 0 ? problems.join("") : "没有找到有“班级名称”“报到时间”“学习时间”等标题的表格。"}`;

export const noPlanYear = () => "新工作簿需要写明计划年度，例如 2024。";
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
