import { forStaff, forUnit, type Sentences, type StaffSentence, type UnitSentence } from "./audience";
import { operationTitles } from "./operations";
import { quotedCell } from "./quoted-cell";
import { ruleTable } from "./rule-table";
import { takeAnyway } from "./take-anyway";

/** Sentences about files that we sent to a unit and that came back. Ids and mobiles are masked. */

export const exchangeRules = /* @__PURE__ */ ruleTable({
  E01: { title: "同一内容已收过", severity: "提示", advice: "不需要处理。" },
  E02: {
    title: "不是本中心的文件",
    severity: "阻断",
    advice: "请让单位用本中心发出的表格填写；确需读入的，把人员复制到空白表再读入。",
  },
  E03: { title: "文件来自更新的版本", severity: "阻断", advice: "请先升级本程序，再读入这个文件。" },
  E04: { title: "文件身份不一致", severity: "警告", advice: "凡与名册不同的格子都列入了“冲突”，请逐条选一方。" },
  E05: { title: "没有底稿", severity: "警告", advice: "凡与名册不同的格子都列入了“冲突”，请逐条选一方。" },
  E06: { title: "不是最新的一份", severity: "提示", advice: "请提醒单位下次用最新发出的表格。" },
  E07: { title: "文件身份缺失", severity: "警告", advice: "内容已按行号核对；请让单位直接保存原文件发回。" },
  E08: {
    title: "双方都改过",
    severity: "警告",
    advice: `请点“${operationTitles.settle}”，选一方或写应有的值，当时写进名册；写在“冲突”表“采用”里的，下次读入文件时写进。`,
  },
  E09: { title: "单元格没有采用", severity: "警告", advice: "请单位改正这一格后重新发来。" },
  E10: { title: "灰色列有改动", severity: "警告", advice: "灰色列由中心填写；单位认为有误的，请单位写在备注里。" },
  E11: { title: "行号重复", severity: "阻断", advice: "请单位删去多余的行；要新增人员的，请在空白行填写。" },
  E12: { title: "证件号是另一个人的", severity: ["阻断", "警告"], advice: "请单位核对这一行的证件号。" },
  E13: { title: "这一行换了人", severity: "阻断", advice: "要新增人员的，请单位在空白行填写，原来的人那一行保持原样。" },
  E14: { title: "行号是另一家单位的", severity: "阻断", advice: "请把这一行放回该单位自己的表格。" },
  E15: { title: "名册中没有这条报名", severity: "阻断", advice: "请核对这条报名是否已删除；确需报名的，请单位在空白行填写。" },
  E16: { title: "证件号改动待确认", severity: "警告", advice: `请核对证件原件，点“${operationTitles.settle}”选一方。` },
  E17: {
    title: "单位表中已无此人",
    severity: "警告",
    advice: `请向单位核实。确已离职的，点“${operationTitles.leave}”；仍在岗的不用处理。`,
  },
  E18: { title: "行号与人员错位", severity: "阻断", advice: "表格可能只对一部分列做了排序或粘贴。请单位用原表重新填写。" },
  E19: { title: "缺少过半人员", severity: "阻断", advice: `请先向单位确认。${takeAnyway}` },
  E20: { title: "表中没有人员", severity: "阻断", advice: `请先向单位确认是否发错了文件。${takeAnyway}` },
  E21: {
    title: "一列每行都有改动",
    severity: "阻断",
    advice: `可能是粘贴错位。请先向单位确认，${takeAnyway}`,
  },
  E22: { title: "人员现属另一单位", severity: "阻断", advice: "请与两个单位核实。" },
  E23: {
    title: "“采用”无法处理",
    severity: "警告",
    advice: "请在“采用”中写“我方”“对方”，或写一个完整的值；“全部采用对方”“全部保留我方”管同一来源的各行，只能用其中一个。",
  },
  E25: { title: "工作单位改动待确认", severity: "警告", advice: `请与单位核实。确已调动的，点“${operationTitles.transfer}”。` },
  E26: { title: "行号无法核对", severity: "提示", advice: "这一行按姓名和证件号核对了，请抽查。" },
  E27: { title: "对应不上一条报名", severity: "阻断", advice: "请单位补全职位和申报类型。" },
  E28: {
    title: "没有姓名和证件号",
    severity: "阻断",
    advice: "请单位把姓名或证件号填回原来的行；有人不参加了的，请写在备注里。",
  },
  E29: {
    title: "恢复或复制之前发出",
    severity: "警告",
    advice: "请把最新发出的表格再给单位一份。这份只按单位自己的名单读取，凡与名册不同的格子列入“冲突”。",
  },
  E30: {
    title: "带有核对不上的标记",
    severity: "警告",
    advice: "请向单位核实文件的来历。这份只按单位自己的名单读取，凡与名册不同的格子列入“冲突”。",
  },
  E31: { title: "去年的旧表格", severity: "阻断", advice: "请把今年发出的表格给单位，请单位把改动填在今年的表上。" },
});

export type ExchangeCode = keyof typeof exchangeRules;

const shown = (column: string, text: string): string => (text === "" ? "空" : `“${quotedCell(column, text)}”`);

export const keepsOurs = "我方";
export const takesTheirs = "对方";
/** In any row of a file, these answer every row of that file that has no answer of its own. */
export const allOurs = "全部保留我方";
export const allTheirs = "全部采用对方";
export const clearWord = "清空";

export const receivedFrom = (file: string, generation: number | null): string =>
  generation === null ? `来自 ${file}` : `来自 ${file}（第${generation}份）`;
export const chosenReason = (choice: string): string =>
  `按“冲突”表采用${choice === keepsOurs || choice === takesTheirs ? choice : "填写的值"}`;

/** `2024-03-18 09:00` */
const minuteOf = (moment: string): string => moment.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*$/u, "$1 $2");
export const receivedAlready = (time: string): StaffSentence =>
  forStaff(`同样的内容${time === justNow ? "" : "已于"}${minuteOf(time)}收过，这次没有改动。`);
export const otherWorkbook = (): StaffSentence => forStaff("这是另一个工作簿发出的表格，没有读取。");
export const lastYearsFile = (): StaffSentence => forStaff("这是去年发出的旧表格，没有读取：去年的表，请用今年的表。");
export const newerSchema = (theirs: number, ours: number): StaffSentence =>
  forStaff(`文件的表结构版本是${theirs}，本程序只认到${ours}，没有读取。`);
export const identitiesDiffer = (): StaffSentence =>
  forStaff("文件里两处身份标记不一致，不能确定是哪一份，凡不同之处都当作冲突。");
export const noBase = (generation: number | null): StaffSentence =>
  forStaff(
    generation === null
      ? "不能确定这是哪一份文件，凡不同之处都当作冲突。"
      : `第${generation}份的底稿不在了或已损坏，凡不同之处都当作冲突。`,
  );
export const olderGeneration = (generation: number, latest: number, reverted: number): StaffSentence =>
  forStaff(
    `这是第${generation}份，最新发出的是第${latest}份；已按第${generation}份发出时的内容比较${reverted > 0 ? `，另有${reverted}格与上次收到的不同、与发出时相同，保留了名册` : ""}。`,
  );
export const parallelCopy = (reverted: number): StaffSentence =>
  forStaff(`有${reverted}格与上次收到的不同、与发出时相同，保留了名册。`);
export const foundByRowIds = (exchange: string, generation: number | null): StaffSentence =>
  forStaff(
    `文件里的身份标记不在了，按行号认出是${exchange}${generation === null ? "" : `，最接近第${generation}份，按第${generation}份比较`}。`,
  );
export const sentOutside = (): StaffSentence =>
  forStaff("这份文件是本工作簿恢复前发出的，或是由复制出来的另一本发出的，往来中没有这一份，按单位自己的名单读取。");
export const marksNotOurs = (): StaffSentence => forStaff("文件带有本中心的标记，但封印核对不上，按单位自己的名单读取。");
export const rowIdUnknown = (): StaffSentence => forStaff("行号被改动过，核对不上，已按姓名和证件号核对。");

/**
 * What a cell in conflict says: to staff with both values; to a unit with ours only where the person is its own by what 名册
 * says now, else `conflictUntold`.
 */
export const conflictAt = (column: string, ours: string, theirs: string): UnitSentence =>
  forUnit(`${column}双方都改过：名册是${shown(column, ours)}，文件是${shown(column, theirs)}，保留名册的值。`);
export const conflictWithoutBase = (column: string, ours: string, theirs: string): UnitSentence =>
  forUnit(`${column}与名册不同：名册是${shown(column, ours)}，文件是${shown(column, theirs)}，保留名册的值。`);
export const idCorrected = (ours: string, theirs: string): UnitSentence =>
  forUnit(`证件号由${shown("证件号", ours)}改成${shown("证件号", theirs)}，姓名没有变，请中心核对后采用。`);
export const unitChanged = (ours: string, theirs: string): UnitSentence =>
  forUnit(`工作单位由${shown("工作单位", ours)}改成${shown("工作单位", theirs)}，请中心核对后采用。`);

export const conflictUntold = (column: string): UnitSentence => forUnit(`${column}与中心登记的不一致，请中心核对后采用。`);
export const idOfSomebody = (unit: string, enrolment: string): StaffSentence =>
  forStaff(`改成的证件号在名册中是${unit === "" ? "没有单位" : `“${unit}”`}的人员（${enrolment}）。`);

export const notTaken = (column: string, why: StaffSentence): StaffSentence => forStaff(`${column}没有采用：${why}`);
export const cannotClear = (column: string): UnitSentence => forUnit(`${column}不能清空。`);
export const lostCharacter = (): UnitSentence => forUnit("文字中有没能显示的字（�）。");
export const idDamagedKept = (): UnitSentence => forUnit("证件号成了数字，末几位已丢失，剩下的几位与原来一致，保留原来的号码。");
/** `ours` is what the cell was sent with; `null` where the unit must not be told. */
export const greyChanged = (column: string, ours: string | null, theirs: string): UnitSentence =>
  forUnit(
    `${column}由中心填写，文件改成了${shown(column, theirs)}${ours === null ? "" : `（原为${shown(column, ours)}）`}，没有采用。`,
  );

/** Why a row was not taken. */
export const copiedRow = (at: number): UnitSentence =>
  forUnit(`行号与第${at}行相同。新行？如要新增人员，请在空白行填写，不要复制已有的行。`);
export const repeatedPerson = (at: number): UnitSentence => forUnit(`与第${at}行是同一个人的同一次报名。`);
export const namelessRow = (): UnitSentence => forUnit("这一行没有姓名和证件号，不能确定是谁，整行没有采用。");
/** `name` is of a person of the unit itself, `""` for anybody else. */
export const anotherPersonsId = (name: string): UnitSentence =>
  forUnit(`证件号是表中另一个人${name === "" ? "" : `（${name}）`}的，整行没有采用。`);
/** `before` is of a person of the unit itself, `""` for anybody else. */
export const typedOver = (before: string, now: string): UnitSentence => {
  const was = before === "" ? "这一行换了姓名" : `这一行原来是${before}`;
  return forUnit(`${was}，现在写的是${now === "" ? "空" : now}，不能确定是改名还是换人，整行没有采用。`);
};
export const newRowOtherUnit = (unit: string): UnitSentence => forUnit(`工作单位写的是“${unit}”，不是本表的单位，整行没有采用。`);

export const otherUnitsRow = (unit: string | null): Sentences => ({
  message: forStaff(`这一行的行号属于${unit === null ? "另一家单位" : `“${unit}”`}的表格，整行没有采用。`),
  told: forUnit("这一行不是本表里的行，整行没有采用。"),
});
export const enrolmentGone = (enrolment: string): Sentences => ({
  message: forStaff(`名册中没有${enrolment}这条报名，整行没有采用。`),
  told: forUnit("这一行的人在中心的名册里找不到了，整行没有采用，请向中心核实。"),
});
export const severalFit = (enrolments: readonly string[]): Sentences => ({
  message: forStaff(`名册中有${enrolments.length}条报名都对得上（${enrolments.join("、")}），整行没有采用。`),
  told: forUnit("此人不止报名一次，按写的职位和申报类型不能确定是哪一次，整行没有采用。"),
});
const elsewhere = (): UnitSentence => forUnit("此人已由另一单位报名，请向中心核实。");
export const movedAway = (enrolment: string, unit: string): Sentences => ({
  message: forStaff(`${enrolment}现在登记在“${unit}”名下，整行没有采用。`),
  told: elsewhere(),
});
export const personElsewhere = (unit: string): Sentences => ({
  message: forStaff(`此人在名册中登记在“${unit}”名下，整行没有采用。`),
  told: elsewhere(),
});

export const personNamedOtherwise = (enrolment: string): Sentences => ({
  message: forStaff(`这个证件号在名册中是另一个姓名（${enrolment}），整行没有采用。`),
  told: forUnit("证件号与姓名对不上，整行没有采用，请核对证件原件。"),
});

/** Both are of the sender's own unit. */
export const personAlike = (enrolment: string): Sentences => ({
  message: forStaff(`姓名、手机号与${enrolment}相同，证件号不同，不能确定是不是同一人，整行没有采用。`),
  told: forUnit("姓名、手机号与已报名的一人相同，证件号不同，整行没有采用，请核对证件原件。"),
});

export const missingPerson = (name: string, enrolment: string, unit: string): StaffSentence =>
  forStaff(`${unit}发回的表中没有${name}（${enrolment}），名册没有改动。`);
export const missingPeople = (names: readonly string[]): StaffSentence =>
  forStaff(`表中没有${names.slice(0, 5).join("、")}${names.length > 5 ? `等${names.length}人` : ""}，名册没有改动，已列入待办。`);
export const shiftedIds = (count: number): StaffSentence =>
  forStaff(`有${count}行的行号与姓名、证件号对不上，整份文件没有采用。`);
export const halfMissing = (missing: number, all: number): StaffSentence =>
  forStaff(`发出时有${all}人，发回的表中少了${missing}人，没有采用。确实如此吗？`);
export const emptyList = (all: number): StaffSentence =>
  forStaff(`发出时有${all}人，发回的表中没有一个人，没有采用。确实如此吗？`);
export const wholeColumn = (column: string, rows: number): StaffSentence =>
  forStaff(`${rows}行的${column}全都改了，没有采用。确实如此吗？`);

export const choiceUnusable = (column: string, choice: string, why: string): string =>
  `“冲突”表中${column}的“采用”写的是${shown(column, choice)}，${why}`;
export const choiceRowGone = (enrolment: string): string => `“冲突”表中的${enrolment}在名册中找不到了，没有处理。`;
export const choiceColumnUnknown = (column: string): string => `“冲突”表中的列“${column}”不认识，没有处理。`;

export const choicesContradict = (source: string): string =>
  `同一来源（${source}）里既有“${allTheirs}”又有“${allOurs}”，只处理了单独填了“采用”的行。`;
export const choiceWithoutSource = (choice: string): string =>
  `这一行没有写来源，“${choice}”不知道该管哪些行，请在这一行写“${keepsOurs}”或“${takesTheirs}”。`;

/** When a content came up before in the same import. */
export const justNow = "刚才";
export const conflictReason = "双方都改过";
/** The item of 设置 that declares columns which are one statement, as `证书编号+证件有效期`, several joined by 、. */
export const groupItem = "同组列";
