import { maskText } from "../../../apps-script/domain/people/masks";

export const progressTitle = "读取文件";
export const noFiles = "文件夹里没有可以读入的名单（.xlsx、.xls、.csv）。";
/** 补充: only empty cells of 名册 were filled. 更新: a value was replaced, which only a file of ours can do. */
export const fileLine = (
  file: string,
  rows: { total: number; new: number; unchanged: number; refused: number },
  changes: { filled: number; replaced: number; left: number },
  conflicts: number,
) =>
  [
    `${file}：共 ${rows.total} 行，新增 ${rows.new}，补充 ${changes.filled}，更新 ${changes.replaced}`,
    `不变 ${rows.unchanged - changes.left}，退回 ${rows.refused}`,
    ...(changes.left > 0 ? [`等待核实 ${changes.left}`] : []),
    ...(conflicts > 0 ? [`冲突 ${conflicts} 格`] : []),
  ].join("，");
export const missingText = (count: number) => `，表中没有的 ${count} 人`;
export const copyLine = (path: string) => `  给单位的处理结果写在 ${path}`;
export const replyLine = (path: string) => `  退回的行写在 ${path}`;
export const unreadLine = (headers: readonly string[]) => `  没有读入的列：${maskText(headers.join("、"))}`;
export const stoppedLine = (message: string) => `没有读入：${message}`;
export const errorLine = (message: string) => `读不了：${message}`;
export const noSuchList = (kind: string, kinds: readonly string[]) => `--as 后面只能写 ${kinds.join("、")}，没有“${kind}”。`;
export const oneList = "用 --as 时一次导入一个文件。";
export const listLine = (
  file: string,
  asOf: string,
  rows: { total: number; changed: number; unchanged: number; refused: number },
) => `${file}（截至 ${asOf}）：共 ${rows.total} 行，更新 ${rows.changed} 人，不变 ${rows.unchanged}，没有对上 ${rows.refused}`;
export const notAList = (file: string) => `「${file}」不是表格文件，没有读入。请单位改用 Excel 表格发来。`;
export const noListInside = (file: string) => `「${file}」里没有认出名单，没有读入。是名单的，请另存为 Excel 表格再导入。`;
export const folderLeft = (folder: string, files: number) =>
  `文件夹「${folder}」里还有 ${files} 个文件，没有读入。里面是名单的，请写上这个文件夹再导入一次。`;
export const ownWorkbook = (file: string) =>
  `「${file}」没有读入：这是中心自己的工作簿，或从里面复制出来的表，不是单位的名单。请把它从收文件的文件夹里拿走。`;
export const fileStopped = (file: string, message: string) => `「${file}」${message}`;
export const readersDisagree = (file: string, sheet: string, address: string) =>
  `「${file}」用两种方法读出来的内容不一样（工作表“${sheet}”${address}），没有导入。请打开核对，另存一份再导入；确认无误的，加 --no-verify 跳过核对。`;
export const secondReaderFails = (file: string) =>
  `「${file}」换一种方法读不出来，没有导入。请用 Excel 或 WPS 打开另存一份再导入；确认无误的，加 --no-verify 跳过核对。`;
