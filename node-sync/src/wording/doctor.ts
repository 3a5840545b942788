import { typedCommand } from "../terminal/typed-command";

/** What `anpei doctor` says. */
export const names = {
  node: "运行环境",
  access: "文件读写",
  schema: "表结构",
  headers: "表头",
  rows: "数据行",
  seals: "封印",
  open: "是否在别处打开",
  backups: "备份",
  credentials: "登录信息",
  secrets: "密钥权限",
  network: "网络",
  signIn: "登录",
  reading: "打开表格",
  writing: "写入权限",
  protection: "受保护的表",
};
export const oldNode = (version: string) => `Node ${version} 太旧，请安装 20 或更新的版本。`;
export const readable = (file: string) => `${file} 可以读写`;
export const schema = (found: number, known: number) =>
  found < known ? `第${found}版，下次操作时会升级到第${known}版` : `第${found}版，是最新的`;
export const headersFine = (tabs: number) => `${tabs} 张表的标题都齐全`;
export const repeated = (tab: string, key: string) => `“${tab}”里编号 ${key} 重复，请清空复制出来的那一行的编号。`;
export const pending = (count: number) => `有 ${count} 次操作没有写完，下次运行会自动补完。`;
export const notDone = (run: string, action: string, why: string) =>
  `${run}（${action}）${why.replace(/。$/u, "") || "没有完成"}。请处理后再运行一次“${action}”。`;
export const rows = (people: number, classes: number) => `名册 ${people} 行，培训计划 ${classes} 行`;
export const seals = "单位文件的封印正常";
export const openIn = (program: string) => `工作簿正在 ${program} 中打开，请先关闭。`;
export const closed = "没有";
export const backups = (count: number) => (count === 0 ? "还没有备份（第一次写入后才有）" : `${count} 份，在 .anpei/backups 里`);
export const serviceAccount = (email: string) => `服务账号 ${email} 的密钥`;
export const ownAccount = "anpei login 保存的登录";
export const reachable = "连得上谷歌";
export const signedIn = "谷歌接受";
export const opened = (title: string) => `“${title}”打得开`;
export const writable = "可以写入";
export const readOnly = "只能看，不能写。请在谷歌表格里点“共享”，把登录的账号改为“编辑者”。";
export const nothingProtected = "程序要写的地方都能写";
export const protectedTabs = (tabs: readonly string[], editors: readonly string[]) =>
  `${tabs.map((tab) => `“${tab}”`).join("、")}表设了保护，登录的账号不能改${editors.length === 0 ? "" : `（能改的账号：${editors.join("、")}）`}。请表格的所有者在“数据”菜单的“保护工作表和范围”里允许它编辑，或解除保护。`;
export const emptySheet = `里面还没有安培台账的表，请运行 ${typedCommand("init --sheet")}，或在表格菜单里点“初始化/升级工作簿”。`;
