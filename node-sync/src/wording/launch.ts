/** What a double-click says. */
export const launcherName = "安培台账.cmd";
/** The folder of the workbooks, beside that of the program, which an update replaces. */
export const bookFolder = "安培台账数据";
export const opening = "正在打开安培台账，浏览器里会出现页面，这个窗口会自己关闭。";

const howToUnpack = `请在压缩包上点右键，选“全部解压缩”（或“解压到”），再到解压出来的文件夹里双击“${launcherName}”`;
/** Said by the launcher itself: what is in the package besides is not there. */
export const notUnpacked = `还没有解压。${howToUnpack}。`;
/** Said by the launcher itself: Node ended before it read anything. */
export const notStarted =
  "程序没有启动起来。它要64位的 Windows 10 或更新的系统；系统够新的，请在安全软件里允许这个文件夹里的 node.exe，再双击一次。";
export const inArchive = (folder: string) =>
  `程序还在压缩包里打开着（${folder} 是临时文件夹，里面的东西会被清掉）。${howToUnpack}。`;
export const incomplete = (missing: readonly string[]) =>
  `程序的文件夹不完整，缺少${missing.join("、")}。请重新解压，整个文件夹放在一起，不要只拿出其中的文件。`;
export const cannotWrite = (folder: string, why: string) =>
  `${why}工作簿要放在 ${folder}，这里写不进去。请把整个程序文件夹移到能写的地方（例如 D 盘或桌面），再双击“${launcherName}”。`;
export const bookGone = (book: string) =>
  `上次打开的工作簿不在了：${book}。它在U盘或网络盘上的，请先连上；移到别处了，把那个文件拖到“${launcherName}”上。要新建一本，把放它的文件夹拖上去。`;
export const noBrowser = (url: string) => `没有找到浏览器。请把这个地址复制到 Edge 浏览器里（只能用一次）：${url}`;
export const noAnswer = "程序没有回答。请重新启动电脑再双击一次；仍然不行，把这个窗口拍下来告诉维护人员。";
export const pressKey = "按任意键关闭这个窗口。";
