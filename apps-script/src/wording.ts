/** What the program says in Google Sheets about its own work. */
export const busyElsewhere = () => "另一个人正在运行安培台账，等了30秒还没有结束。请稍后再点一次。";
export const busyCommandLine = (who: string) => `${who}正在写这张表格。请等它结束后再点一次。`;
export const leaseWho = () => "表格菜单";
export const buildingTab = (tab: string) => `${tab}（正在建立）`;
export const foreignTab = (tab: string) => `已经有一张“${tab}”表，但它的标题不是安培台账的。请先给它改个名字，再初始化。`;
export const copyNotSettled = () => "写入时有人正在改“设置”或“封印”表，没有写成。请再选一次。";
export const tabGone = (tab: string) => `“${tab}”表在运行期间被删除或改名，请恢复后再运行一次。`;
