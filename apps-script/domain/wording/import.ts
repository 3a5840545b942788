import type { KindByExpiry } from "../people/kind-by-expiry";
import { maskId, maskText } from "../people/masks";
import { KIND } from "../schema/allowed";
import { cutTo } from "../snapshot/text-length";
import { forStaff, forUnit, type StaffSentence, type UnitSentence } from "./audience";
import { noSavedResult } from "./days";
import { operationTitles } from "./operations";
import { quotedCell } from "./quoted-cell";
import { ruleTable } from "./rule-table";
import { takeAnyway } from "./take-anyway";

/** Sentences about files that units send: what was taken, what was not, and why. Ids and mobiles are masked. */

export const IMPORT_TITLE = "导入单位文件";

export const importRules = /* @__PURE__ */ ruleTable({
  I01: { title: "文件已导入过", severity: "提示", advice: "同一名单重复读入不会改动收过的行。" },
  I02: { title: "没有认出名单", severity: "阻断", advice: "请确认表中有“姓名”“证件号”等标题，或请单位使用中心发出的表格。" },
  I03: { title: "未作为人员读取的内容", severity: "提示", advice: "请看一眼这些行里有没有漏掉的人。" },
  I04: { title: "两列意思相同", severity: "警告", advice: "如果取错了列，请改掉其中一个标题后重新读入。" },
  I05: { title: "单元格无法采用", severity: "警告", advice: "请单位改正这一格后重新发来。" },
  I06: { title: "证件有效期无法识别", severity: "警告", advice: "请补全为 2024-03-15 这样的日期。" },
  I07: {
    title: "新单位待确认",
    severity: "警告",
    advice: `请核对全称和联系人，点“${operationTitles.unit}”，在“已核对”里选“是”。`,
  },
  I08: {
    title: "单位名称待确认",
    severity: "警告",
    advice: "确是同一单位时，在“单位”表的“别名”里加上这个写法再读入一次；不是同一单位时，在“单位”表新增一行。",
  },
  I09: {
    title: "与名册不一致",
    severity: "警告",
    advice: `名册保留原值。请点“${operationTitles.settle}”，选一方或写应有的值，当时写进名册；写在“冲突”表“采用”里的，下次读入文件时写进。`,
  },
  I10: {
    title: "调动",
    severity: ["阻断", "警告"],
    advice: `请与两个单位核实。确已调动的，点“${operationTitles.transfer}”。`,
  },
  I11: { title: "单位待确认，未改动", severity: "警告", advice: "请先确认单位名称，再读入一次。" },
  I12: { title: "对应多条报名", severity: "警告", advice: "请在名册中核对这几条报名，补全职位和申报类型后再读入一次。" },
  I13: { title: "同一人另有报名", severity: "提示", advice: "允许同一人有两次报名，请确认确需分别报名。" },
  I15: { title: "文件内重复", severity: "阻断", advice: "已保留前面一行，这一行退回单位核对。" },
  I16: { title: "没有工作单位", severity: ["警告", "提示"], advice: "请在名册中补填工作单位。" },
  I17: { title: "手机号按数字填写", severity: "提示", advice: "已按文本保存，请抽查几个号码。" },
  I18: { title: "有文字丢失", severity: "警告", advice: "请单位重新导出文件，或以 .xlsx 格式发来。" },
  I19: { title: "与上次名单相同的旧内容", severity: "提示", advice: "请提醒单位更新自己的名单，或用中心发出的表格填写。" },
  I20: {
    title: "发件单位与名单不符",
    severity: "警告",
    advice:
      "确由这家代报的，在“单位”表这家的“代报单位”里写上对方的全称，再读入一次；只是同一家的另一种写法，写进“别名”；都不是的，请向两家核实。",
  },
  I21: {
    title: "名单里有几家单位",
    severity: "警告",
    advice: "请核实是谁发来的。由一家代报的，在“单位”表这家的“代报单位”里写上这些单位。",
  },
  I22: {
    title: "一列都是同一个值",
    severity: "阻断",
    advice: `可能是整列填错或粘贴错位。请先向单位确认，${takeAnyway}`,
  },
  I23: { title: "文字太长", severity: "警告", advice: "请单位把这一格改短后重新发来。" },
  I24: {
    title: "同一证件号姓名不同",
    severity: ["阻断", "警告"],
    advice: "请对照证件原件确认姓名和证件号。确是同一人的，先改正名册中的姓名，再读入一次。",
  },
  I25: { title: "数字看不懂", severity: "警告", advice: "请单位改填数字后重新发来。" },
  I26: { title: "所选内容不在名单中", severity: "警告", advice: "请单位从名单中选定一项后重新发来。" },
  I27: {
    title: "名单没有写申报类型",
    severity: "警告",
    advice: "请在名册的“申报类型”里逐人选定；“待办”里列着每一个人和建议。",
  },
  I29: {
    title: "姓名手机号相同，证件号不同",
    severity: ["阻断", "警告"],
    advice: "请对照证件原件。是同一人的，改正名册或名单中的证件号；确是两个人的，请各填本人手机号，再读入一次。",
  },
  I31: { title: "缺少工作表", severity: "警告", advice: "请单位用 Excel 打开原文件，另存一份后重新发来。" },
  I30: { title: "隐藏的行", severity: "提示", advice: "请看一眼这些人该不该报名；不该报的，请单位删去后重新发来。" },
  I32: {
    title: "划掉的内容",
    severity: "警告",
    advice: "请看一眼是不是真的不报、不要了；要的，请单位去掉删除线后重新发来。",
  },
  I33: {
    title: "有人没有读入",
    severity: "阻断",
    advice: "请打开文件看这些格。是要报名的人，请在这一片上面写上“姓名”“证件号”等标题，或移到名单里，再读入一次。",
  },
  I34: {
    title: "分段的单位没有采用",
    severity: "警告",
    advice: "请单位加一列“工作单位”逐人写明，或把单位名称写在各自人员的上面一行，再读入一次。",
  },
  I28: {
    title: "有效期的列没有读入",
    severity: "警告",
    advice: "请在标题里写明哪一列是起、哪一列是止（如“有效期起”“有效期止”），再读入一次。",
  },
});

export type ImportCode = keyof typeof importRules;

/** Where a sentence belongs: file, sheet, cell and whose row it is. */
export const placed = (
  file: string,
  sheet: string | null,
  address: string | null,
  name: string,
  sentences: readonly StaffSentence[],
): StaffSentence => {
  const place = [file, sheet, address].filter((part) => part !== null && part !== "").join("·");
  return forStaff(`${place}${name === "" ? "" : ` ${name}`}：${sentences.map(ended).join("")}`);
};
/** Of somebody else in the same row. */
export const ofAnother = (address: string | null, name: string, sentence: StaffSentence): StaffSentence =>
  forStaff(`${[address ?? "", name].join(" ").trim()}：${sentence}`);
const ended = (sentence: string): string => (/[。！？]$/u.test(sentence) ? sentence : `${sentence}。`);

export const importedFrom = (file: string): string => `来自 ${file}`;

export const sheetError = (column: string, text: string): UnitSentence =>
  forUnit(`${column}单元格是错误值 ${text}，没有内容可取。`);
export const noResult = (column: string): UnitSentence => forUnit(`${column}的${noSavedResult}。`);
export const formulaAsText = (column: string, text: string): UnitSentence =>
  forUnit(`${column}写的是公式“${maskText(cutTo(text, 30))}”，不是公式的结果，请用 Excel 打开原表并保存一次，或直接填写结果。`);
/** The beginning shows which cell it is; the end may be pages away. */
export const tooLong = (column: string, length: number, most: number, text: string): UnitSentence =>
  forUnit(`${column}有${length}个字，最多${most}个字，没有采用；开头是“${maskText(cutTo(text.slice(0, 200), 20))}”。`);
export const damagedNumber = (column: string): UnitSentence => forUnit(`${column}单元格成了数字，末几位可能已经损坏，没有采用。`);
export const notANumber = (column: string, text: string): UnitSentence =>
  forUnit(`${column}写的是“${maskText(text)}”，应为数字，已照原文保留。`);
export const notAWord = (column: string, text: string, allowed: readonly string[]): UnitSentence =>
  forUnit(`${column}写的是“${maskText(text)}”，应为${allowed.join("、")}之一，已照原文保留。`);
export const idUnusable = (): UnitSentence => forUnit("没有可用的证件号。");
export const nameUnusable = (): UnitSentence => forUnit("没有填写姓名。");

export const postUnclear = (text: string, proposal: string | null): UnitSentence =>
  forUnit(`职位写的是“${maskText(text)}”，${proposal === null ? "不在名单中" : `可能是“${proposal}”`}，已照原文保留。`);
export const kindUnclear = (text: string, choices: readonly string[]): UnitSentence =>
  forUnit(
    `申报类型写的是“${maskText(text)}”，${choices.length === 0 ? "不在名单中" : `可能是“${choices.join("”或“")}”`}，已照原文保留。`,
  );
export const educationUnclear = (text: string, proposal: string | null): UnitSentence =>
  forUnit(`学历写的是“${maskText(text)}”，${proposal === null ? "不在名单中" : `可能是“${proposal}”`}，已照原文保留。`);
export const educationLow = (text: string): UnitSentence => forUnit(`学历“${maskText(text)}”未达高中。`);

export const importedBefore = (): StaffSentence => forStaff("同样的名单以前读入过，收过的行没有再动，只核对了当时没有收的行。");

export const newUnit = (unit: string): StaffSentence => forStaff(`“${unit}”不在“单位”表中，作为新单位加入，标为“待确认”。`);
export const unitQuestion = (unit: string, near: readonly string[]): StaffSentence =>
  forStaff(`“${unit}”与“单位”表中的“${near.join("”“")}”只差字宽、空格、括号或公司后缀，没有新增单位，请确认是不是同一家。`);
export const noUnit = (written: string | null): StaffSentence =>
  forStaff(written === null ? "文件里没有写工作单位。" : `工作单位写的是“${maskText(written)}”，不是单位名称。`);

export interface Difference {
  readonly column: string;
  readonly ours: string;
  readonly theirs: string;
}
const differs = ({ column, ours, theirs }: Difference): string =>
  `${column}在名册中是“${quotedCell(column, ours)}”，文件写的是“${quotedCell(column, theirs)}”，保留名册的值`;
export const differences = (all: readonly Difference[]): StaffSentence => forStaff(`${all.map(differs).join("；")}。`);

export const differsReason = "与单位的名单不一致";
export const repeatsEarlierList = (count: number): StaffSentence =>
  forStaff(`有${count}格与单位上次的名单相同，与后来商定的不同，保留了名册的值。`);

export const transferred = (idText: string, ours: string, theirs: string, enrolment: string): StaffSentence =>
  forStaff(`证件号${maskId(idText)}在名册中是“${ours}”的人员（${enrolment}），文件来自“${theirs}”，没有改动。`);
export const unitAskedRow = (ours: string, theirs: string, enrolment: string): StaffSentence =>
  forStaff(`名册中的单位是“${ours}”（${enrolment}），文件写的是“${theirs}”，不能断定是同一家，没有改动。`);
export const namedOtherwise = (idText: string, ours: string, theirs: string, enrolment: string): StaffSentence =>
  forStaff(`证件号${maskId(idText)}在名册中是${ours}（${enrolment}），文件写的是${theirs}，没有采用。`);
export const sameContact = (name: string, ours: string, theirs: string, enrolment: string): StaffSentence =>
  forStaff(`${name}的姓名、手机号与${enrolment}相同，证件号在名册中是${maskId(ours)}，文件写的是${maskId(theirs)}，没有采用。`);
export const severalEnrolments = (enrolments: readonly string[]): StaffSentence =>
  forStaff(`名册中有${enrolments.length}条报名都对得上（${enrolments.join("、")}），没有改动。`);
export const enrolledOtherwise = (enrolments: readonly string[]): StaffSentence =>
  forStaff(`同一人已有报名${enrolments.join("、")}，职位或申报类型不同，已另加一条。`);
export const repeatedInFile = (sheet: string, at: number): UnitSentence =>
  forUnit(`与${sheet === "" ? "" : `“${sheet}”`}第${at}行重复，是同一个人的同一次报名。`);

/** For staff alone, as they name units and say where people work: the sender of a list against what stands in it. */
export const otherUnitsRows = (sender: string, unit: string, count: number): StaffSentence =>
  forStaff(`文件像是“${sender}”发来的，其中${count}人的单位是“${unit}”，这${count}人没有新增，也没有改动。`);
export const severalUnits = (names: readonly string[]): StaffSentence =>
  forStaff(
    `名单里有${names.length}家单位的人（${units(names)}），看不出是谁发来的；已按各人的单位收下，名册中已有的值没有改动。`,
  );
export const unitBySender = (unit: string): StaffSentence => forStaff(`文件里没有写工作单位，按发件单位记为“${unit}”。`);

/** People of a list without 申报类型, by what their certificates speak for. */
export function kindsNotStated(people: ReadonlyMap<KindByExpiry, readonly string[]>): StaffSentence {
  const of = (by: KindByExpiry, what: string): string[] => {
    const names = people.get(by) ?? [];
    const listed = `${names.slice(0, 5).join("、")}${names.length > 5 ? "等" : ""}`;
    return names.length === 0 ? [] : [`${what}（${names.length}人：${listed}）`];
  };
  const parts = [
    ...of(KIND.retraining, `证件有效期还没到，建议${KIND.retraining}`),
    ...of(KIND.initial, `没有证件有效期，建议${KIND.initial}`),
    ...of("lapsed", `证件已经过期，请核实是${KIND.retraining}还是${KIND.initial}`),
    ...of("unclear", "证件有效期看不懂，请核实"),
  ];
  return forStaff(`没有写申报类型，也没有代填：${parts.join("；")}。`);
}

export const oneValue = (column: string, count: number, value: string): StaffSentence =>
  forStaff(`${count}人的${column}都写成“${quotedCell(column, value)}”，名册中不是这样，整个文件没有采用。确实如此吗？`);

/** A sum of the balance that is off is a fault of the program: nothing of the file may be written. */
export const unbalanced = (file: string, what: string): string =>
  `文件「${file}」的${what}核对不平，这次没有写入任何内容，请联系技术支持。`;
export const units = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join("、")}等${names.length}家` : names.join("、");
