import { nameWithEnding } from "../../../apps-script/domain/exchange/name-length";

/** The folder of files that are done, inside the inbox. */
export const DONE_FOLDER = "已处理";
export const doneName = (stem: string, extension: string, copy: number): string =>
  nameWithEnding(stem, `（${copy}）${extension}`);

export const noInboxOption = "请用 --inbox 指定收件文件夹，或用 --drive-folder 指定谷歌云端硬盘的文件夹。";
export const noOutboxOption = "请用 --outbox 指定发件文件夹。";
export const folderOrDrive = "--drive-folder 代替 --inbox 和 --outbox，不能一起用。";
export const watchAlone = "--watch 不能和 --json、--dry-run 一起用。";

export const noInbox = (folder: string): string => `找不到收件文件夹 ${folder}，请先建好，把单位发来的文件放进去。`;
export const inboxIsFile = (path: string): string => `${path} 是文件，不是文件夹。`;
export const nestedFolders = (inbox: string, outbox: string): string =>
  `收件文件夹 ${inbox} 和发件文件夹 ${outbox} 不能是同一个，也不能一个在另一个里面：发出的文件会被当作收到的。`;
export const bookInInbox = (book: string, inbox: string): string =>
  `工作簿「${book}」放在收件文件夹 ${inbox} 里，会被当作单位的名单。请把它放到别处。`;

export const nothingNew = "收件：没有新文件。";
export const moved = (file: string, to: string): string => `  ${file} 移到 ${to}`;
export const ownAnswer = (file: string): string => `${file}：是发出的处理结果，没有改动，不用导入`;
export const stays = "  留在收件文件夹";
const waitingReasons = {
  writing: "还没写完或刚刚放进来",
  open: "正在别的程序里打开",
  folder: "是文件夹，请把里面的文件移出来",
} as const;
export const waiting = (file: string, why: keyof typeof waitingReasons): string => `留到下次：${file}（${waitingReasons[why]}）`;
export const actionsTitle = (title: string): string => `${title}：`;
export const found = (counted: string): string => `${counted.replace(/：$/u, "")}，见“待办”表。`;
export const replyLine = (file: string, reply: string): string => `对 ${file} 的处理结果写在 ${reply}`;
export const watching = (folder: string): string => `等待 ${folder} 里的新文件，按 Ctrl+C 结束…`;
export const watchEnded = "已停止等待。";
