/** What the page itself says; everything else comes from the script. */
export const READING = "正在读取表格并计算，请稍候…";
export const WRITING = "正在写入，请不要关闭窗口…";
export const SAVING = "正在保存…";
export const OPENING = "正在打开…";
export const APPLY = "执行";
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
export const moreKept = (count: number) => `还有 ${count} 处。`;

export const CLERK_TITLE = "请先填写经办人";
export const CLERK_LABEL = "经办人姓名";
export const CLERK_HINT = "只问一次，记在您自己的账户里，用于“操作记录”。";
export const clerkIs = (name: string) => `经办人：${name}`;

export const COPY_TITLE = "这张表格是复制出来的，请定下它是什么";
export const COPY_WHY = "原来那一本给单位发过文件。定下之前，这一本不能收发单位的文件，菜单里的操作不受影响。定下以后不再问。";
export const COPY_NEW = {
  name: "各用各的",
  meaning: "这一本换新的编号和封印，和原来那一本互不相干；复制之前发出的文件，这一本仍然认得。",
};
export const COPY_SAME = {
  name: "接替原来那一本",
  meaning: "沿用原来的编号和封印，以后只用这一本，原来的不再用。",
};
export const COPY_LATER = "稍后再说";

export const REQUIRED = "必填";
export const CHOOSE = "请选择";
export const LEAVE_OUT = "（不填）";
export const ALL = "全部";
export const allOf = (title: string) => `${title}：全部`;
export const PREVIEW = "预览";
export const AGAIN = "再办一件";
export const exampleIs = (text: string) => `例如：${text}`;
export const linesOf = (note: string | null) => `${note === null ? "" : `${note}；`}Shift+Enter 换行`;
export const whichOf = (text: string) => (text === "" ? "是哪一个？" : `“${text}”是哪一个？`);
export const pickedIs = (told: string) => `已选：${told}`;
export const toMend = (titles: readonly string[], others: readonly string[]) =>
  `有${titles.length}项要改：${titles.join("、")}。${others.join("")}`;
export const TOLD_TITLE = "各人的情况";
export const morePeople = (count: number) => `还有 ${count} 人没有列出。`;

export const PLAN_TITLE = "培训计划从哪里来";
export const FROM_TEXT = "粘贴表格";
export const FROM_TAB = "读工作表";
export const TEXT_LABEL = "通知里的培训计划表";
export const TEXT_HINT = "在通知文件里选中表格（连同上面的标题），复制后粘贴到这里。";
export const TAB_LABEL = "放着计划表的工作表";
export const NO_TABS = "这本工作簿里没有别的工作表，请用粘贴的办法。";
export const YEAR_LABEL = "年度";
export const YEAR_HINT = "标题里写了年度时可以不填。";

export const PLAN_YEAR_LABEL = "计划年度";
export const PLAN_YEAR_HINT = "一本工作簿只管一个年度，例如 2024。写入“设置”表，以后可以查看。";

export const LOG_TITLE = "最近的操作";
export const NO_RUNS = "还没有操作记录。";
export const older = (count: number) => `更早的 ${count} 次在“操作记录”表里。`;
export const LOG_HEADERS = ["运行号", "操作", "改动", "状态"] as const;
export const LOG_ACTION_HEADER = "撤销";

export const NO_ANSWER =
  "没有收到回答，可能是网络断开或运行超时。请关闭窗口，在“操作记录”里看看这次操作是否已完成，再决定是否重试。";
