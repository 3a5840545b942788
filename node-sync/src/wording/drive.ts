import { typedCommand } from "../terminal/typed-command";

/** The sub-folders of a Drive folder that a sync works in. */
export const INBOX_FOLDER = "收件";
export const OUTBOX_FOLDER = "发件";

export const folderCalled = (folder: string) => `云端硬盘文件夹 ${folder}`;
export const noFolder = (folder: string) =>
  `找不到云端硬盘文件夹 ${folder}。请核对 --drive-folder 的编号（网址 /folders/ 后面的一段），并把文件夹共享给登录的账号（可编辑）。`;
export const notShared = (folder: string) =>
  `没有权限改动云端硬盘文件夹 ${folder} 里的文件。请把文件夹共享给登录的账号（可编辑；共享云端硬盘里要“内容管理员”）。`;
export const scopeMissing = (scope: string) =>
  `登录时没有给云端硬盘的权限（${scope}），单位放进文件夹的文件看不到。请重新运行 ${typedCommand("login --drive")} 并同意这一项。`;
export const apiDisabled = () => "这个谷歌云项目没有启用 Google Drive API，请在谷歌云控制台启用后再试。";
export const noStorageOfOwn = () =>
  `服务账号自己没有云端硬盘空间，文件放不进去。请把文件夹建在共享云端硬盘里，或用 ${typedCommand("login")} 以本人的账号登录。`;
export const storageFull = () => "云端硬盘的空间已满，文件放不进去。请清理后再运行一次，没发的会接着发。";
export const quotaUsedUp = () => "谷歌一直说请求太多，等了一分多钟还不行。请过几分钟再运行，没做完的会接着做。";
export const notFetched = (file: string) =>
  `「${file}」谷歌不让下载（可能设了禁止下载，或表格太大），没有读入。请让对方改用 Excel 文件发来。`;
export const badFolderId = (text: string) => `“${text}”不是云端硬盘文件夹的编号，请复制网址 /folders/ 后面的一段。`;
