import { typedCommand } from "../terminal/typed-command";

/** What the command line says about Google and the way to it. */
export const noCredentials = () =>
  `没有找到谷歌登录信息。请把服务账号密钥文件的路径设到环境变量 GOOGLE_APPLICATION_CREDENTIALS，或先运行 ${typedCommand("login")}。`;
export const keyMissing = (path: string) => `GOOGLE_APPLICATION_CREDENTIALS 指的文件 ${path} 不存在或读不了，请核对路径。`;
export const keyBroken = (path: string) => `${path} 不是谷歌的密钥文件，请重新下载 JSON 格式的密钥。`;
export const badCredentials = () =>
  `谷歌不接受这份登录信息（可能已被停用或过期）。请换一份新的密钥，或重新运行 ${typedCommand("login")}。`;
export const clockSkew = () => "这台电脑的时间不对，谷歌拒绝登录。请在系统设置里把时间调准（打开自动同步）后再试。";
export const apiDisabled = () => "这个谷歌云项目没有启用 Google Sheets API，请在谷歌云控制台启用后再试。";
export const scopeMissing = () => `登录时给的权限不够。请重新运行 ${typedCommand("login")}，或换一份有表格权限的密钥。`;
export const notShared = (sheet: string) => `没有权限打开表格 ${sheet}。请在谷歌表格里点“共享”，把它共享给登录的账号（可编辑）。`;
export const noSheet = (sheet: string) => `找不到表格 ${sheet}。请核对 --sheet 的编号（网址 /d/ 和 /edit 之间的一段）。`;
export const tooManyCells = () =>
  "这张谷歌表格装不下了：谷歌最多一千万格（空行空列也算），没有写入。请删掉各表多余的空行空列，或改用本地工作簿。";
export const protectedCells = () =>
  "表格里有设了保护的地方，登录的账号不能改，没有写入。请表格的所有者在“数据”菜单的“保护工作表和范围”里允许这个账号编辑，或解除保护，再运行一次。";
export const quotaUsedUp = () => "谷歌一直说请求太多，等了一分多钟还不行。请过几分钟再运行，没写完的会接着补上。";
export const noNetwork = (what: string) => `连不上谷歌（${what}）。请检查网络；需要代理时设好 HTTPS_PROXY。`;
export const proxyRefused = (status: number) =>
  `代理或防火墙不让访问谷歌（${status}）。请让网管放行 *.googleapis.com，或换一个 HTTPS_PROXY。`;
export const badCertificate = (what: string) =>
  `到谷歌的加密连接验证不了（${what}），多半是单位的网络在检查加密流量。请把网管给的根证书文件设到环境变量 NODE_EXTRA_CA_CERTS。`;
export const googleSaid = (status: number, message: string) =>
  `谷歌没有照办（${status}：${message.replace(/\s+/gu, " ").trim().slice(0, 200)}）。请过几分钟再运行；仍不行，请运行 ${typedCommand("doctor")} 看看哪里不对，并把这句话告诉维护人员。`;
export const sheetBusy = (who: string, until: string) => `${who}正在写这张表格，${until} 之前请不要同时运行。请稍后再试。`;
export const someone = "另一个程序";
export const sheetTabGone = (tab: string) => `“${tab}”表在运行期间被删除或改名，请恢复后再运行一次。`;
export const waiting = (seconds: number, status: string) => `谷歌让等一等（${status}），${seconds} 秒后接着做…`;
export const noAnswer = "没有回应";
export const notEmptySheet = (tabs: readonly string[]) => `这张表格里已经有“${tabs.join("、")}”表，不覆盖。请用一张空表格。`;
export const tabUnderWay = (tab: string) => `${tab}（正在建）`;
export const unsureWrite = () => "写到一半网络断了，谷歌没有回应。再运行一次，程序会先核对并补完。";
/** The time of day in Shanghai, `14:05`. */
export const shanghaiTime = (moment: number) => new Date(moment + 8 * 3_600_000).toISOString().slice(11, 16);
export const leaseHolder = (host: string, pid: number) => `命令行（电脑 ${host}，进程 ${pid}）`;
export const openThisPage = (address: string) => `请在浏览器里打开下面的网址，登录并同意：\n${address}`;
export const signedIn = (path: string) => `登录成功，已保存在 ${path}（只有您能读）。`;
export const keyGoesFirst = () => "环境变量 GOOGLE_APPLICATION_CREDENTIALS 还设着，命令会先用那份密钥；想用这次登录，请去掉它。";
export const openToOthers = (path: string) => {
  const quoted = `'${path.replaceAll("'", "'\\''")}'`;
  return `这台电脑上别的账号也能打开 ${path}，里面是登录谷歌用的密钥。请运行：chmod 600 ${quoted}`;
};
export const loggedOut = (path: string) => `已退出登录：谷歌收回了授权，${path} 已删除。`;
export const loggedOutHere = (path: string) =>
  `已退出登录：${path} 已删除。但没能请谷歌收回授权（连不上，或凭证读不出来），请到 https://myaccount.google.com/permissions 移除安培台账。`;
export const notLoggedIn = () => "没有保存的登录，不用退出。";
export const wouldLogOut = (path: string) => `会请谷歌收回授权，并删除 ${path}。没有退出。`;
export const keyStays = () => "环境变量 GOOGLE_APPLICATION_CREDENTIALS 还设着，命令照样用那份密钥登录；不想用请去掉它。";
export const wouldAsk = (scopes: readonly string[]) => `会请您同意：${scopes.join("、")}。没有登录。`;
export const consentRefused = (why: string) => `登录没有完成（${why}）。请重新运行 ${typedCommand("login")}，在网页上点“允许”。`;
export const consentPartial = () => `网页上有权限没有勾选，登录没有完成。请重新运行 ${typedCommand("login")}，勾选全部权限。`;
export const consentPageDone = "登录完成，可以关闭这个网页，回到命令行。";
export const consentPageRefused = "登录没有完成，请回到命令行看说明。";
export const noClientFile = (path: string) => `${path} 不是“桌面应用”的 OAuth 客户端文件，请在谷歌云控制台下载。`;
export const noRefreshToken = () => "谷歌没有给长期凭证，请在谷歌账号的“第三方应用”里移除安培台账后重新登录。";
export const sheetCalled = (sheet: string) => `谷歌表格 ${sheet}`;
export const noClientOption = "请用 --client 给出谷歌云控制台下载的“桌面应用”客户端文件。";
