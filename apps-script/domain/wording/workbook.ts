import { maskText } from "../people/masks";
import { ruleTable } from "./rule-table";

/** Sentences about the workbook itself: tabs, headers, versions. */
export const missingTab = (tab: string, alike: string | null = null) =>
  alike === null
    ? `工作簿里没有“${tab}”表，请恢复这张表后再试。`
    : `工作簿里没有“${tab}”表，“${alike}”像是它：请把表名改回“${tab}”（前后不留空格）后再试。`;
export const missingHeader = (tab: string, title: string, alike: { cell: string; text: string } | null = null) =>
  `“${tab}”表缺少列“${title}”，请恢复这个标题后再试${alike === null ? `；整列被删掉的，请在标题行右边的空格里写上“${title}”，内容从备份里找` : ""}。${
    alike === null ? "" : `${alike.cell}写的是“${alike.text}”，像是这一列：是的话请改成“${title}”。`
  }`;
/** What a formula reads as that no program has worked out yet: a text nobody takes for an empty cell. */
export const formulaWithoutResult = "（公式没有结果）";
export const repeatedHeader = (tab: string, title: string) => `“${tab}”表有两列都叫“${title}”，请改掉其中一个标题后再试。`;
export const newerSchema = (found: number, known: number) =>
  `这本工作簿已由较新的程序升级，表结构是第${found}版，本程序只认得第${known}版。`;
export const notAWorkbook = (alike: string | null = null) =>
  `这不是安培台账的工作簿：没有“设置”表或其中没有“表结构版本”。${
    alike === null ? "" : `“${alike}”像是“设置”表，请把表名改回来后再试。`
  }`;
export const repeatedKey = (tab: string, key: string, rows: readonly number[]) =>
  `“${tab}”第${rows.join("、")}行的编号都是 ${key}，这几行暂不处理。`;
export const otherPlanYear = (year: number, plan: readonly number[]) =>
  `“设置”的计划年度是${year}，而“培训计划”里只有${plan.join("、")}年的班。`;
export const restless = (tab: string) =>
  `“${tab}”表里一直有人在排序、插入或删除行，写入没有完成。请大家停一下再运行一次，程序会先把没写完的补上。`;
export const formulaKey = (tab: string, row: number) => `“${tab}”第${row}行的编号是公式或合并单元格，这一行暂不处理。`;
export const writtenLine = (tab: string, row: number, text: string) =>
  `“${tab}”第${row}行${text === "" ? "只有程序列里的数" : `“${maskText(text)}”`}不像一条登记，没有编号，也没有处理。`;
export const badSetting = (item: string, written: string, used: string) =>
  `设置“${item}”的值“${written}”无法使用，暂按 ${used} 处理。`;
export const changedMeanwhile = (tab: string, key: string, column: string, now: string) =>
  `“${tab}” ${key} 的“${column}”在运行期间被人改为“${now}”，保留人改的值。`;
export const formulaCell = (tab: string, key: string, column: string) => `“${tab}” ${key} 的“${column}”是公式，程序不覆盖公式。`;
export const arrayColumn = (tab: string, column: string) =>
  `“${tab}”的“${column}”有一个数组公式一直到表格下面，新增的行这一列由它填，程序没有写。`;
export const mergedCells = (tab: string, ranges: readonly string[]) =>
  `“${tab}”的${ranges.slice(0, 5).join("、")}${ranges.length > 5 ? `等${ranges.length}处` : ""}把几行合并成了一格：文字和日期按每行都是这一格的内容看，程序不往里写。`;
export const rowsOutside = (tab: string, [first, last]: readonly [number, number], table: string | null, range: string) =>
  `“${tab}”新增的第${first === last ? first : `${first}–${last}`}行在${table === null ? "打印区域" : `表格“${table}”`}（${range}）之外。`;
export const numberFormats = (tab: string, columns: readonly string[], cells: number) =>
  `“${tab}”的${columns.map((column) => `“${column}”`).join("")}有${cells}格是日期或时间格式，里面是数字，已改回数字格式，数值没有变。`;
export const rowAddress = (row: number) => `第${row}行`;
export const rowGone = (tab: string, key: string) => `“${tab}”里已找不到 ${key} 这一行，它的改动没有写入。`;
export const keptCell = (tab: string, key: string, column: string, now: string) =>
  `“${tab}” ${key} 的“${column}”后来改成了“${now}”，撤销时保留。`;
export const keptRow = (tab: string, key: string) => `“${tab}” 的 ${key} 后来被人修改过，撤销时保留整行。`;
/** `赵一（B2024-00001）`; the key alone of a row that has no name, or goes by it. */
export const rowLabel = (name: string, key: string): string =>
  name === "" || name === key ? key : `${maskText(name)}（${key}）`;
export const stillNamed = (
  tab: string,
  users: readonly string[],
  count: number,
  column: string,
  of: string,
  gone: string,
): string =>
  `“${tab}”${users.join("、")}${count > users.length ? `等${count}行` : ""}的“${column}”还写着${gone}，撤销后“${of}”里没有这一行了。`;
export const numberedRow = "新行编号";
export const numberedPerson = "同一证件号用同一人员编号";
export const undoneReason = (run: string) => `撤销 ${run}`;
export const workbookRules = /* @__PURE__ */ ruleTable({
  W01: { title: "编号重复", severity: "阻断", advice: "编号不能重复：复制出来的行请清空编号，程序会另编新号。" },
  W02: { title: "设置值无法使用", severity: "警告", advice: "请在“设置”表里改正。" },
  W03: { title: "运行期间被人修改", severity: "警告", advice: "请核对这一格，需要时再运行一次。" },
  W04: { title: "程序列里有公式", severity: "警告", advice: "这一列由程序填写，请删去公式后再运行。" },
  W05: { title: "行已不在", severity: "警告", advice: "如果误删了行，请恢复后再运行。" },
  W06: {
    title: "编号是公式或合并单元格",
    severity: "阻断",
    advice: "请把编号改成普通文字（合并的先取消合并），或清空由程序编号。",
  },
  W07: { title: "计划年度不清", severity: "阻断", advice: "请改正计划年度，或读入当年的培训计划；一本工作簿只管一个年度。" },
  W08: { title: "不是登记的行", severity: "提示", advice: "确是登记的，请把姓名、证件号等填全；合计、说明请写在另外的表里。" },
  W09: { title: "表受保护", severity: "警告" },
  W10: { title: "改动明细已清理", severity: "提示", advice: "要留得更久，请在“设置”里改“保留改动天数”。" },
  W11: { title: "自改的下拉或颜色没有动", severity: "提示" },
  W14: { title: "数字显示成日期", severity: "提示", advice: "不用处理。移动列或刷格式时，请不要把日期格式带到数字列上。" },
  W13: { title: "合并单元格", severity: "警告", advice: "请取消合并，把每一行各自的内容填上。" },
  W12: { title: "表丢失后重建", severity: "警告" },
  W17: { title: "同名的表不是程序的", severity: "提示", advice: "要用程序的“看板”，请给这张表换个名字，下次运行时会重新建立。" },
  W18: { title: "撤销以后还有别处写着", severity: "警告", advice: "请先撤销后来的那一次，或者把还写着的那一格改正。" },
  W16: {
    title: "新增的行在表格或打印区域之外",
    severity: "提示",
    advice: "需要时请把表格或打印区域拉大到包含这些行；表格的汇总行下面请不要再写内容，新增的行才能进到表格里。",
  },
  W15: {
    title: "隐藏列丢失后重建",
    severity: "警告",
    advice: "有删除以前的备份时，可改用备份。请不要用“检查文档”删除隐藏的行和列。",
  },
});

export type WorkbookCode = keyof typeof workbookRules;

const LOST: Readonly<Record<string, string>> = {
  底稿: "已发给单位的表交回来时，没有上次一致的内容可比，凡与名册不同的格都会作为冲突请您选。",
  封印: "以前发给单位的表交回来时不再认得，只按普通名单读入；请重新导出发给单位。",
  _改动: "以前的操作不能再撤销，也看不到改动明细。",
};
export const lostBoard = (tab: string) => `“${tab}”不见了，已重新建立，数字和图都是程序算的，没有丢失。`;
export const lostBoardAdvice = "不用处理。不想看到它，可以把它隐藏起来，不用删。";
export const lostBoardColumns = (tab: string, titles: readonly string[]) =>
  `“${tab}”的${titles.map((title) => `“${title}”`).join("")}列不见了，已在最右边重新建立，数字都是程序算的，没有丢失。`;
export const lostBoardLines = (tab: string, count: number) =>
  `“${tab}”少了${count}行，已在下面补上，数字没有丢失，但图和行可能对不上。`;
export const boardChartsAdvice = "图不对的，请删掉整张“看板”，下次运行时连图一起重新建立。";
export const notTheBoard = (tab: string) => `“${tab}”不像是程序建的（缺了大部分标题），程序没有动它，也没有写数字。`;
export const lostTab = (tab: string) =>
  `隐藏表“${tab}”不见了（Excel 的“检查文档”会删除隐藏的表），已重新建立一张空表。${LOST[tab] ?? ""}`;
/** What is not known any more without a column that the program keeps for itself, by its title. */
const LOST_COLUMNS: Readonly<Record<string, string>> = {
  上次班级: "现在“班级”里的都当作程序分的班，以前手工改的班请写进“锁定班级”。",
  考过的日期: "以前考过的日期不再知道，“考试次数”没有动。",
  名单依据: "各格依据的是哪一天的名单不再知道，请先读入最新的名单。",
  推荐表单位: "推荐表盖章后换过单位的不再提醒。",
  预约时身份: "预约后改过身份信息的不再提醒。",
  编号: "旧的待办认不出来了，问题会重新列出，旧行和其中的“处理”请核对后删除。",
  内容指纹: "以前收过的文件再交来时认不出，会再读一遍。",
};
export const lostColumnsOf = (tab: string, ours: readonly string[], theirs: readonly string[]) =>
  `“${tab}”的${[...ours, ...theirs].map((title) => `“${title}”`).join("")}列不见了（Excel 的“检查文档”会删除隐藏的列），已在最右边重新建立。${ours
    .map((title) => LOST_COLUMNS[title] ?? "")
    .join("")}${theirs.length > 0 ? `${theirs.map((title) => `“${title}”`).join("")}原来的内容没有了，现在是空的。` : ""}`;
export const lostHiddenColumns = (tab: string, titles: readonly string[]) =>
  `“${tab}”的${titles.map((title) => `“${title}”`).join("")}列不见了，下次运行时会重新建立；有以前的备份时，可改用备份。`;
export const lostHiddenTab = (tab: string) => `隐藏表“${tab}”不见了，下次运行时会重新建立一张空表；有以前的备份时，可改用备份。`;
export const lostTabAdvice = (tab: string) => `有删除以前的备份时，可改用备份。请不要再删除“${tab}”。`;
export const ownDropdown = (tab: string, column: string) => `“${tab}”的“${column}”的下拉是您自己改过的，升级时没有动。`;
export const ownDropdownAdvice = (words: readonly string[]) =>
  words.length === 0 ? "不用处理。" : `程序现在认得：${words.join("、")}。需要时请加进下拉里。`;
export const ownColours = (tab: string, column: string) => `“${tab}”的“${column}”的颜色是您自己改过的，升级时没有动。`;
export const ownColoursAdvice = "新增的提示没有专门的颜色，需要时请自己加。";

export const copiedDocument = (): string =>
  "这张表格是复制出来的，还没有定下它是什么：两本各用各的，还是用它接替原来那一本。定下之前不能收发单位的文件。运行 anpei copied --new（各用各的）或 anpei copied --same（接替原来的，原来的不再用）。";
