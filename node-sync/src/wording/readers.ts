/** Sentences about files that cost the program that reads them its life. Each names the file (`label`) and what to do next. */

const advice = "请用 Excel 或 WPS 打开，另存为 .xlsx 后重新导入。";

/** By how the program ended. */
export const ended = {
  memory: (label: string): string => `读取文件「${label}」占用的内存过多，已中止，没有读入。${advice}`,
  hang: (label: string): string => `读取文件「${label}」一直没有结束，已中止，没有读入。${advice}`,
  died: (label: string): string => `读取文件「${label}」时读取程序意外退出，没有读入。${advice}`,
  unstarted: (label: string): string =>
    `读取文件的程序启动不了，文件「${label}」没有读入。请关闭一些程序后重试；仍不行请重新安装 anpei。`,
};
export const notReadable = (label: string): string => `文件「${label}」读取时出错（可能已损坏），没有读入。${advice}`;

const reasons = { memory: "占用的内存过多", hang: "一直没有结束" } as const;
export const leftAside = (label: string, reason: keyof typeof reasons): string =>
  `文件「${label}」以前读取时${reasons[reason]}，先放在一边，这次没有读。要再试一次，请用 import 命令点名导入这个文件；程序更新后也会再试。`;
