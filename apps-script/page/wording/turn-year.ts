import { CARRY_TITLE, MARK_TITLE } from "../../domain/wording/next-year";
import { COPY_NEXT } from "./page";

/** What 结转到下一年度 says on the page. */
export const FINISHING = "上次的结转没有写完，正在接着写，请不要关闭窗口…";
export const TURNING = "正在结转，人多时要几分钟，请不要关闭窗口…";
export const TURN = "结转";
export const PREPARE = "准备制作副本";
export const MARK = MARK_TITLE;
export const EVERYBODY = "结转的人";
export const listTitle = (title: string, count: number): string => `${title}（${count}）`;
export const moreLines = (count: number): string => `还有 ${count} 条没有列出。`;

export const wouldTurn = (year: number): string => `将结转到${year}年度，还没有写入`;
export const turned = (year: number): string => `已结转，这张表格现在是${year}年度的工作簿`;
export const COPY_BECOMES =
  "这张表格是复制出来的。结转以后它就是新一年的工作簿，换新的工作簿编号和封印；原来那张表格不动，上年的事在那里继续办。";
export const OLD_STAYS =
  "结转在这张表格的副本里做，这里什么都不改。先看看哪些人会带过去；要核实的，现在就可以在这里改好。再按下面的“准备制作副本”。";
export const CHANGED = "这张表格刚才有人改过，下面是按现在的内容重新算的，请再看一遍。";
export const stopped = (error: string): string => `${error} 结转已经写了一部分。过几分钟再打开一次程序，会接着写完。`;
export const UNANSWERED =
  "没有收到回答，结转可能还在写。请关掉这个窗口，过几分钟重新打开程序：没写完的会接着写完；办成没有，看菜单里的“结转到下一年度”。";

export const OLD_NOTICE = `年底了：还没有结转的，从菜单“${CARRY_TITLE}”开始；副本已经结转好的，请把结转码粘贴到“办理”的“${MARK_TITLE}”里。`;
export const NEW_NOTICE = `这张表格是从上年结转来的。上年的表格还没有标记的，从菜单“${CARRY_TITLE}”里复制结转码，到那里“${MARK_TITLE}”。`;

export const PREPARED = "准备好了，请制作副本";
export const COPY_STEPS: readonly string[] = [
  "请大家先停下手里的改动，做副本的几分钟里不要在这张表格里发模拟卡、收款。",
  "用谷歌的菜单“文件”→“制作副本”，给新表格起好名字（例如写上新的年度）。",
  `打开副本，从“安培台账”菜单打开侧边栏或“${CARRY_TITLE}”。第一次会问这张表格是什么，选“${COPY_NEXT.name}”。`,
  "看过预览再结转。结转完会给出一串结转码，请复制。",
  `回到这张表格，在菜单“安培台账”的“办理”里选“${MARK_TITLE}”，粘贴结转码。`,
];
export const CODE_TITLE = "结转码";
export const COPY_CODE = "复制结转码";
export const MARK_STEPS: readonly string[] = [
  "复制上面的结转码。",
  `打开上年的表格，在菜单“安培台账”的“办理”里选“${MARK_TITLE}”，粘贴结转码。没有标记以前，两张表格里有同样的模拟卡，请先不要发卡。`,
  "上年的结果、证书和欠费以后又有变化的，在办公电脑上用命令再结转一次，会把变化带过来。",
];

export const LOOKING = "正在看哪些人会带过去，请稍候…";
export const FILE_ABOUT =
  "下一年度的工作簿是另一个文件，放在这一本旁边。持证的人、单位、欠费和余款、没发出的模拟卡带过去；这一本还能继续办上年的事。";
export const FILE_LABEL = "新工作簿的文件名";
export const FILE_HINT = "那个文件已经从这一本结转出来的，只把后来的变化带过去，那里填过的不动。";
export const MAKE = "建新的工作簿";
export const CARRY_AGAIN = "把变化带过去";
export const wouldMake = (name: string): string => `将结转到“${name}”，还没有写入`;
export const wouldCarryAgain = (name: string): string => `“${name}”已经结转过，将把后来的变化带过去，还没有写入`;
export const made = (year: number): string => `已结转到${year}年度`;
export const openHint = (path: string): string =>
  `新的工作簿在 ${path}。要用它，请关掉这一页，再用它打开工作台（把它拖到启动图标上）。上年的事还在这一本里办；这里又有变化，再结转一次就会带过去。`;
export const fileStopped = (error: string): string => `${error} 新的工作簿已经建好，这一本还没有标记。处理好以后再结转一次。`;
export const FILE_UNANSWERED = "没有收到工作台的回答，结转可能已经办成。请过一会儿再结转一次：办成了的只会核对，不会再建一本。";
