/** What the add-on says when Google turned it away: what it is, and the way out. */
export const OTHER_ACCOUNT =
  "谷歌说当前账号没有权限。多半是这个浏览器里同时登录了几个谷歌账号：请用无痕窗口或单独的浏览器用户，只登录能编辑这张表格的账号，打开表格再试；只登录了一个账号的，请表格的所有者把它设为“编辑者”。";
export const SOMETHING_PROTECTED =
  "表格里有设了保护的地方，当前账号不能改。请表格的所有者在“数据”菜单的“保护工作表和范围”里允许当前账号编辑，或解除保护，再运行一次。";
export const TOO_MANY_CALLS = "谷歌说今天或这一分钟里用得太多了。请过几分钟再运行一次，没写完的程序会先补完。";
export const TOO_LONG = "谷歌等得太久，中途停下了。请过一会儿再运行一次，没写完的程序会先补完。";
export const TROUBLE = "谷歌那边出了故障。请过几分钟再运行一次，没写完的程序会先补完。";
export const TOO_MANY_CELLS = "这张谷歌表格装不下了：谷歌最多一千万格（空行空列也算）。请删掉各表多余的空行空列，再运行一次。";
