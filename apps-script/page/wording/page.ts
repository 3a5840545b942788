/** What the page itself says. */
export const READING = "正在读取表格并计算，请稍候…";
export const WRITING = "正在写入，请不要关闭窗口…";
export const SAVING = "正在保存…";
export const OPENING = "正在打开…";
export const APPLY = "执行";
export const CONFIRM_BY_KEY = "再按 Alt+Z 执行，按 Esc 返回。";
export const CLOSE = "关闭";
export const BACK = "返回";
export const NEXT = "下一步";
export const SAVE = "保存";
export const CANCEL = "取消";
export const CHANGE = "更改";
export const UNDO = "撤销";
export const undoLabel = (run: string) => `撤销 ${run}`;
export const NO_FINDINGS = "没有发现需要注意的问题。";
export const more = (count: number) => `还有 ${count} 条，运行“整理待办”后可在“待办”表里查看。`;
export const moreCells = (count: number) => `还有 ${count} 行没有列出，执行以后可在“操作记录”里查看。`;
export const moreKept = (count: number) => `还有 ${count} 处。`;

export const CLERK_TITLE = "请先填写经办人";
export const CLERK_LABEL = "经办人姓名";
export const clerkIs = (name: string) => `经办人：${name}`;

export const COPY_TITLE = "这张表格是复制出来的，请定下它是什么";
export const COPY_WHY = "原来那一本给单位发过文件。定下之前，这一本不能收发单位的文件，菜单里的操作不受影响。定下以后不再问。";
export const COPY_NEXT = {
  name: "结转到下一年度",
  meaning: "年底用：这一本变成下一年度的工作簿，持证的人、单位、欠费和余款带过来；原来那一本不动，继续办上年的事。",
};
export const COPY_NEW = {
  name: "各用各的",
  meaning: "这一本换新的编号和封印，和原来那一本互不相干；复制之前发出的文件，这一本仍然认得。",
};
export const COPY_SAME = {
  name: "接替原来那一本",
  meaning: "沿用原来的编号和封印，以后只用这一本，原来的不再用。",
};
export const COPY_LATER = "稍后再说";

export const TOLD_TITLE = "各人的情况";
export const morePeople = (count: number) => `还有 ${count} 人没有列出。`;
export const AGAIN = "再办一件";
export const LOG_TITLE = "最近的操作";
export const NO_RUNS = "还没有操作记录。";
export const older = (count: number) => `更早的 ${count} 次在“操作记录”表里。`;
export const LOG_HEADERS = ["运行号", "操作", "改动", "状态"] as const;
export const LOG_ACTION_HEADER = "撤销";

export const LOST = "工作台已经关闭，现在什么都写不了。写在这里的内容还在：请重新打开工作台，在新的页面上办完，再关掉这一页。";

export const unexpected = (message: string) =>
  `出现了没有预料到的错误（${message}）。请刷新后重试，仍不行请把这句话告诉维护人员。`;

export const RESTLESS = "别人一直在改这本工作簿，试了三次都没有写入。请等一等再办。";
export const halfWritten = (error: string) => `${error} 已经写了一部分，下一次操作会先写完。`;
export const fateWritten = (run: string) => `没有收到回答，但操作记录里已有这次操作：已写入 ${run}，不用再做。`;
export const fateUndone = (run: string) => `没有收到回答，但操作记录里已有这次操作：已写入 ${run}，后来被撤销了。`;
export const fateUnfinished = (run: string) => `没有收到回答。${run} 没有写完，下一次操作会先写完它，请不要重做。`;
export const FATE_ABSENT = "没有收到回答，操作记录里也没有这次操作：没有写入，可以再办一次。";
export const FATE_UNKNOWN = "没有收到回答，操作记录也读不到。请稍后刷新，在“操作记录”里看看这次操作是否已完成，再决定是否重做。";

export const blockingOpen = (count: number): string => `有${count}条阻断还没有处理，有关的人先不要往下办。`;
export const BRINGING_UP = "正在按今天的情况重算待办，先按上次记下的显示。";
export const lookAtToday = "今天：看阻断";
export const dayBehind = (today: string, last: string): string =>
  `今天按${today}算，早于上次操作的${last}。请先核对电脑的日期，再办别的。`;

export const REFRESH = "刷新";
export const REFRESH_KEY = "Alt+R";
export const readJustNow = "数据：刚刚读取";
export const readMinutesAgo = (minutes: number) => `数据：${minutes}分钟前读取`;
export const SCREENS_LABEL = "页面";
export const unknownAction = (id: string) => `没有“${id}”这个操作，请关闭后再打开。`;
export const copyText = (to: string): string => `复制：${to}`;
