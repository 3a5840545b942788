import { nameWithEnding } from "../../../apps-script/domain/exchange/name-length";
import { forUnit, type UnitSentence } from "../../../apps-script/domain/wording/audience";

/** What a unit reads in its file, and what the command says about the files. */

export const listTitle = (planYear: number): string => `安全培训学员名册（${planYear}年度）`;
export const unitLine = (unit: string): string => `单位：${unit}`;
export const documentTitle = (unit: string, planYear: number): string => `${unit}　${planYear}年度安全培训学员名册`;
export const author = "安全培训中心";

export const greyErrorTitle = "这一列由中心填写";
export const greyError = "灰色的列由中心填写，不用改。有不对的地方请在“备注”里写明，或打电话告诉中心。";
export const greyNote = forUnit("灰色的列由中心填写，供贵单位查看，改了也不会采用。");
export const greyHint = "由中心填写，供查看";

export const guideLines: readonly string[] = [
  "一、“学员”表一行是一个人的一次报名。白色的列由贵单位填写，灰色的列由中心填写，供查看；什么时候预约、什么时候到哪里报到，写在“班级”后面。",
  "二、格子右上角有红色小角的，把鼠标移上去看说明：缺什么、哪里不对，都写在那里。",
  "三、要改的直接在白色格子里改。空着表示不改；要清除原来的内容，写“清空”两个字。",
  "四、新来的人接着写在名单下面的空行里，一行一个人；同一个人报两个职位，写两行。",
  "五、证件号、手机号、证书编号按文本填写，末位的X要写上；手机号每人一个，不能几个人共用。",
  "六、工作单位填全称，与公章一致。职位、学历、申报类型、证件类型从下拉框里选。",
  "七、证件有效期写到哪一天，例如 2024-06-30。首次取证或证书已经作废的选初培，持证每年参加的选再培训。",
  "八、有人不参加了，不要删行，在“备注”里写明，例如“已离职”。",
  "九、可以排序、筛选、插入行。标题文字、隐藏的A列和隐藏的表请不要删改，中心靠它们认出是谁的哪一行。",
  "十、填好后直接保存，把这个 Excel 文件发回中心。不要截图，不要合并单元格，不要把名单拷到别的表里。",
];

export const cards = {
  sheet: "模拟卡",
  title: (unit: string): string => `${unit}　模拟考试卡`,
  warning: "卡号和密码只给本人，请当面交给持卡人，不要转发到群里。",
  headers: ["持卡人", "模拟卡卡号", "卡密码", "科目", "卡类型", "卡到期日"],
} as const;

export const results = {
  sheet: "处理结果",
  title: (unit: string): UnitSentence => forUnit(`${unit}　发回文件的处理结果`),
  counts: (taken: number, refused: number, conflicts: number): UnitSentence =>
    forUnit(`贵单位发回的内容：采用 ${taken} 处，没有采用 ${refused} 处，与中心的改动不一致、等待核对 ${conflicts} 处。`),
  colours: forUnit("“学员”表里绿色是已采用的，红色是没有采用的，黄色是等待核对的；原因在格子的批注里，也列在下面。"),
  next: (refused: number): UnitSentence =>
    forUnit(
      `${refused > 0 ? "红色的请照原因改正。" : "没有要改正的。以后要改，"}改在这个文件的“学员”表里再发回来，以前的文件不用再发。`,
    ),
  headers: ["姓名", "栏目", "结果", "贵单位填写", "说明"],
  words: { taken: "已采用", refused: "没有采用", conflict: "等待核对" },
  verdict: (word: string, reason: UnitSentence | null): UnitSentence => forUnit(`${word}${reason === null ? "" : `：${reason}`}`),
  theirs: (text: string): UnitSentence => forUnit(`贵单位填写：${text}`),
  row: (part: number | null, at: number): UnitSentence => forUnit(`原${part === null ? "" : `第${part}份`}第${at}行`),
} as const;

export const noFolder = (path: string): string => `${path} 不是文件夹，放不了文件。请换一个文件夹，或把这个文件移走。`;
export const noOut = "请用 --out 指定文件夹。";
export const nothingChanged = (units: number): string =>
  units === 0
    ? "没有可导出的单位：名册里的人都不属于“单位”表里的单位。"
    : `没有变化：${units} 家单位的文件都是最新的，没有写任何文件。`;
export const writtenFiles = (count: number, unchanged: number): string =>
  `导出 ${count} 个文件${unchanged === 0 ? "" : `，另有 ${unchanged} 家没有变化`}。`;
export const fileLine = (file: string, exchange: string, generation: number, rows: number): string =>
  `${file}：${rows} 人，交换号 ${exchange}，第${generation}代`;
export const setAsideLine = (file: string, kept: string): string =>
  `  原来的 ${file} 有人改过，改名留作 ${kept}，请确认是否需要导入。`;
export const setAsideName = (stem: string, copy: number): string =>
  nameWithEnding(stem, `-改动过的${copy === 1 ? "" : `（${copy}）`}.xlsx`);
export const progressTitle = "写文件";
