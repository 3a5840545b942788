/** What the menu says, and the script where it can't do what the page asks for. */
export const MENU_TITLE = "安培台账";
export const DESK_TITLE = "办理";
export const SIDEBAR_ITEM = "打开侧边栏";
export const SIDEBAR_TITLE = "安培台账";

/** In a computed cell whose inputs somebody changed after the last run. */
export { STALE } from "../domain/wording/actions";
export const CLASS_LOCKED_TITLE = "班级已锁定";
export const classesLocked = (count: number) =>
  `手工填写的班级已记入“锁定班级”（${count} 行），下次运行按它处理。要恢复自动分配，请清空“锁定班级”。`;

export const noPageAction = (id: string) => `没有“${id}”这个操作，请重新打开表格后再试。`;
export const unexpected = (message: string) =>
  `出现了没有预料到的错误（${message}）。请关闭窗口重试，仍不行请把这句话告诉维护人员。`;
export const noSuchTab = (title: string) => `没有名为“${title}”的工作表，请重新选择。`;
export const ownTab = (title: string) => `“${title}”是程序自己的表，里面没有通知里的计划。请选择另外的工作表。`;
