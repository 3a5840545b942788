import type { FileKind } from "../../domain/operations/file-kind";
import { TAKE_ANYWAY } from "../../domain/wording/take-anyway";

/** What the screen 文件 says, and the first start. */
export const FILES_SCREEN = "文件";

export const INTAKE_TITLE = "读入文件";
export const CHOOSE_FILES = "选择文件";
export const CHOOSE_HINT =
  "可以一次选几个，也可以把文件拖到页面上任何地方。单位发来的名单、填好发回的表、两个网站导出的名单、模拟卡清单、培训计划、报到收费表都在这里读入。";
export const DROP_HERE = "松开鼠标，读入这些文件";
export const kindLabel = (file: string): string => `${file}当作什么读入`;
export const CHOOSE_KIND = "请选是哪一种";
export const unclearKind = "从表头看不出是哪一种名单，请在上面选一种，选好以后才读入。";
export const tickLabel = (file: string): string => `读入${file}`;
export const FORCE = `${TAKE_ANYWAY}（问过单位，确认无误）`;
export const forceLabel = (file: string): string => `${TAKE_ANYWAY} ${file}`;
export const REMOVE = "不要了";
export const removeLabel = (file: string): string => `不要了 ${file}`;
export const kinds: Readonly<Record<FileKind, string>> = {
  people: "单位的名单",
  预报名: "中心网站预报名名单",
  省厅预约: "省厅系统预约名单",
  成绩: "考试成绩名单",
  cards: "模拟卡清单",
  plan: "培训计划",
  checkIn: "填好的报到收费表",
};

export const LOOKING = "正在读文件…";
const first = (files: readonly string[]): string => `${files[0] ?? ""}${files.length > 1 ? `等${files.length}个文件` : ""}`;
export const sending = (count: number, total: number): string => `正在收第${count}个文件，共${total}个…`;
export const looking = (files: readonly string[]): string => `正在读${first(files)}…`;
export const taking = (files: readonly string[]): string => `正在读入${first(files)}，请不要关闭窗口…`;
export const unreadable =
  "这个文件打不开：可能是文件夹，或者选好以后被移走、改过了。请重新选一次；是文件夹的，打开它，选里面的文件。";
export const waiting = (count: number): string => `拖进来的${count}个文件先放着，请到“文件”里读入。`;
export const UNANSWERED =
  "没有收到回答，不知道读入了没有。选好的文件还在：请看“操作记录”里有没有这一次，没有的再读入一次。同一个文件读两次，收过的不会再收。";

export const nothingYet = "还没有写入。看过下面的内容，再点“读入”。";
export const inOrder = "几组文件按下面的次序读入，后一组以前一组读入以后为准。";
export const beforeNewPeople =
  "上面的名单还没有读入，里面的新人这里先写“不在名册里”“没有对上”；点“读入”时先收名单，再读这一份，就对上了。";
export const AFTERWARDS = "都读好以后，请到“今天”点“全部执行”，班级、费用、模拟卡和待办才按新的内容算。";
export const LOOK_AGAIN = "重新看看";
export const takeIn = (count: number): string => `读入（${count}个文件）`;
export const noneTicked = "没有勾选文件。";
export const taken = (run: string | null): string => (run === null ? "没有要改的，什么都没有写。" : `已读入，运行号 ${run}。`);
export const undone = (run: string): string => `${run} 已经撤销。`;
export const DONE_TITLE = "刚才读入的";
export const WOULD_TITLE = "将要读入的";
export const failed = "没有读入：";

export const rowCounts = (
  { total, ...rows }: Readonly<Record<"total" | "new" | "unchanged" | "refused" | "missing", number>>,
  changes: Readonly<Record<"filled" | "replaced" | "left", number>>,
  conflicts: number,
): string => {
  const counts = [
    ["新增", rows.new],
    ["补充", changes.filled],
    ["更新", changes.replaced],
    ["不变", rows.unchanged - changes.left],
    ["等待核实", changes.left],
    ["退回", rows.refused],
    ["冲突", conflicts],
    ["表中没有", rows.missing],
  ] as const;
  return [`共${total}行`, ...counts.flatMap(([word, count]) => (count > 0 ? [`${word}${count}`] : []))].join("，");
};
export const siteCounts = (asOf: string, rows: Readonly<Record<"total" | "changed" | "unchanged" | "refused", number>>): string =>
  `截至${asOf}，共${rows.total}行，更新${rows.changed}人，不变${rows.unchanged}人，没有对上${rows.refused}人`;
export const ofUnit = (unit: string): string => `单位：${unit}`;
export const changedRows = (count: number): string => `逐行看改动（${count}行）`;
export const CHANGED_HEADERS = ["哪一行", "改动"] as const;
export const oneChange = (column: string, before: string | number | null, after: string | number | null): string =>
  before === null ? `${column}：${after}` : `${column}：${before} → ${after ?? "（空）"}`;
export const moreFindings = (count: number): string => `还有${count}条。`;
export const moreRows = (count: number): string => `还有${count}行没有列出。`;
export const downloadsTitle = "可以下载";
export const alsoIn = (folder: string): string => `文件也放在：${folder}`;

export const SEND_TITLE = "发给单位";
export const SEND_HINT = "每家单位一个文件，只有本单位的人。先看有哪些单位要发，再写文件。";
export const SEND_LOOK = "看看要发给谁";
export const WITH_CARDS = "附上模拟卡号和密码";
export const SENDING = "正在写文件，请不要关闭窗口…";
export const offerLabel = (unit: string): string => `发给${unit}`;
export const ALL_UNITS = "全选";
export const NO_UNITS = "全不选";
export const offered = (people: number | null): string => (people === null ? "上次发的没有变化" : `有新内容，${people}人`);
export const toSend = (units: number, people: number): string => `勾选${units}家${people > 0 ? `，共${people}人` : ""}。`;
export const noOffers = "没有要发的：还没有哪家单位有人。";
export const send = (units: number): string => `写文件（${units}家）`;
export const sent = (files: number, run: string | null): string =>
  files === 0 ? "没有变化，没有写新的文件。" : `已写好${files}个文件${run === null ? "" : `，运行号 ${run}`}。`;
export const unchanged = (count: number): string => `另有${count}家没有变化，上次的文件还在原处。`;
export const eachFile = (count: number): string => `逐个下载（${count}个）`;

export const FIRST_TITLE = "新建工作簿";
export const firstHint = (document: string): string =>
  `这里还没有工作簿，现在建一本，名叫${document}。把通知里的培训计划表粘贴到下面，或者选一个文件。`;
export const NOTICE_LABEL = "通知，或其中的培训计划表";
export const NOTICE_HINT = "在通知里选中全文（或连同标题选中表格），复制，粘贴到这里。";
export const NOTICE_FILE = "或者选择计划文件";
export const CLASSES_TITLE = "读到的班级";
export const classesRead = (count: number, year: number | null): string =>
  `读到${count}个班${year === null ? "，没有写年度，请在“计划年度”里写" : `，${year}年度`}。`;
export const NO_CLASSES = "还没有读到班级。没有通知也可以先建，以后在“文件”里读入计划。";
export const noPlanIn = (file: string): string => `${file}里没有找到培训计划表。Word 文件请打开，复制内容，粘贴到下面。`;
export const fromFile = (file: string): string => `计划取自${file}。`;
export const TO_TEXT = "改用粘贴的";
export const MAKE = "新建";
export const MAKING = "正在新建工作簿…";
export const made = (document: string, classes: number): string =>
  `已新建${document}${classes > 0 ? `，读入${classes}个班` : ""}。`;
export const notMade = "没有新建：刚才有别人动过这里的文件。请再点一次“新建”。";
export const planUnclear = "不知道写进去了没有，请看“培训计划”表，没有的在“文件”里再读入一次。";
export const planLeft = (why: string): string => `工作簿已新建，计划没有读入：${why}`;
export const BEGIN = "开始使用";
