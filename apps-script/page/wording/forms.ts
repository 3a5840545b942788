/** What the forms say. */
export const REQUIRED = "必填";
export const CHOOSE = "请选择";
export const LEAVE_OUT = "（不填）";
export const ALL = "全部";
export const allOf = (title: string) => `${title}：全部`;
export const PREVIEW = "预览";
export const LEAVE = "返回";
export const KEPT = "上次填了没办的内容还在。";
export const EMPTY = "不要了，重填";
export const exampleIs = (text: string) => `例如：${text}`;
export const linesOf = (note: string | null) => `${note === null ? "" : `${note}；`}Shift+Enter 换行`;
export const whichOf = (text: string) => (text === "" ? "是哪一个？" : `“${text}”是哪一个？`);
export const pickedIs = (told: string) => `已选：${told}`;
export const toMend = (titles: readonly string[], others: readonly string[]) =>
  `有${titles.length}项要改：${titles.join("、")}。${others.join("")}`;

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

export const PASTED = "粘贴的内容";
export const ofTab = (title: string) => `“${title}”表`;
export const noPlanText = () => "请粘贴通知里的培训计划表，或选择放着计划表的工作表。";
export const badYear = () => "年度请写四位数字，例如 2024。";
export const planNotRead = (source: string, reasons: readonly string[]) => `${source}不能作为培训计划读入：${reasons.join("")}`;

export const pasteLists = "有名单文件的，把编号或姓名一列复制到“学员”里就行。";

export const filledFrom = (names: readonly string[], count: number, unnumbered: number): string =>
  `已按选中的${count}行填好：${names.join("、")}${names.length < count ? "等" : ""}。${
    unnumbered > 0 ? `另有${unnumbered}行没有报名编号，没有填。` : ""
  }`;

export const CHANGE_ROW_HINT = "改要改的格，其余的不动。清空一格，就是不要原来的内容。";
export const changeRowTitle = (tab: string, row: string): string => `${tab}：${row}`;
export const NOTHING_CHANGED = "还没有改动。";

export const DAY_HINT = "写成 2024-06-20 的样子";
export const WHICH_TAB = "改哪张表";
export const WHICH_ROW = "改哪一行";
export const WHICH_ROW_HINT = "写这一行里的几个字，例如姓名、编号、班级、日期或设置的名称";
export const rowsFound = (shown: number, total: number): string =>
  total === 0 ? "没有这样的行。" : shown < total ? `有${total}行，先列出${shown}行，请再多写几个字。` : `有${total}行。`;
export const PASTE_CELLS = "一次改许多格：照“表｜行｜列｜原值｜新值”粘贴";
