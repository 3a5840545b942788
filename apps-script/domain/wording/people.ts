import { maskId, maskMobile, maskText } from "../people/masks";
import { DOCUMENT } from "../schema/allowed";
import { forUnit, type UnitSentence } from "./audience";
import { operationTitles } from "./operations";
import { ruleTable } from "./rule-table";

/**
 * Sentences about people: documents, names, mobiles, units. Ids and mobiles are masked here, so that a sentence may be
 * shown, mailed and logged.
 */

export const peopleRules = /* @__PURE__ */ ruleTable({
  R01: { title: "证件号未填", severity: "阻断", whose: "单位", advice: "请单位补填证件号。" },
  R02: {
    title: "证件号成了数字",
    severity: "阻断",
    whose: "单位",
    advice: "请单位把证件号一列设为文本格式后，对照证件原件重新填写。",
  },
  R03: { title: "证件号位数不对", severity: "阻断", whose: "单位", advice: "请单位对照证件原件核对后重新填写。" },
  R04: { title: "证件号有错误字符", severity: "阻断", whose: "单位", advice: "请单位对照证件原件核对后重新填写。" },
  R05: { title: "证件号出生日期不存在", severity: "阻断", whose: "单位", advice: "请单位对照证件原件核对后重新填写。" },
  R06: { title: "证件号出生日期在将来", severity: "阻断", whose: "单位", advice: "请单位对照证件原件核对后重新填写。" },
  R07: { title: "年龄不在16至80岁", severity: "警告", whose: "单位", advice: "请核对证件号中的出生日期。" },
  R08: { title: "证件号校验码不符", severity: "阻断", whose: "单位", advice: "请单位对照证件原件逐位核对。" },
  R09: { title: "证件号地区码少见", severity: "警告", advice: "请核对证件号前六位。" },
  R10: { title: "15位旧身份证号", severity: "警告", whose: "单位", advice: "请按现有身份证填写18位号码。" },
  R11: { title: "证件类型待确认", severity: ["警告", "提示"], advice: "请在“证件类型”中选定一项。" },
  R12: { title: "证件号与证件类型不符", severity: ["阻断", "警告"], advice: "请核对证件类型和证件号。" },
  R13: { title: "姓名未填", severity: "阻断", whose: "单位", advice: "请单位补填姓名。" },
  R14: { title: "姓名可能有误", severity: "警告", whose: "单位", advice: "请单位对照证件原件核对姓名。" },
  R15: { title: "姓名与身份证核对", severity: "警告", advice: "请与身份证核对姓名。" },
  R16: { title: "手机号待核对", severity: ["警告", "提示"], whose: "单位", advice: "请单位填写本人的11位手机号。" },
  R17: { title: "手机号写成座机", severity: "警告", whose: "单位", advice: "省厅系统注册需要手机号，请单位改填本人手机号。" },
  R18: { title: "信用代码可能有误", severity: "警告", whose: "单位", advice: "请单位对照营业执照核对。" },
  R19: { title: "申报类型待确认", severity: ["警告", "提示"], advice: "请选定“初培”“再培训”或“换证”。" },
  R20: { title: "职位待确认", severity: ["警告", "提示"], whose: "单位", advice: "请选定“主要负责人”或“安全生产管理人员”。" },
  R21: { title: "学历待确认", severity: ["警告", "提示"], whose: "单位", advice: "请从学历名单中选定一项。" },
  R22: { title: "学历未达高中", severity: "警告", whose: "单位", advice: "报名要求高中或同等学历，请核对学历证明。" },
  R23: {
    title: "不同人手机号相同",
    severity: "阻断",
    whose: "单位",
    advice: "省厅系统中一个手机号只能注册一人，且注册后不可修改，请各填本人手机号。",
  },
  R24: { title: "同一证件号姓名不同", severity: "阻断", advice: "请对照证件原件确认姓名和证件号，由工作人员决定哪一行正确。" },
  R25: { title: "重复报名", severity: "阻断", advice: `请保留一行，其余的点“${operationTitles.withdraw}”。` },
  R26: { title: "同一人两个职位", severity: "提示", advice: "允许同时报两个职位，请确认确需分别报名。" },
});

export type PeopleCode = keyof typeof peopleRules;

const id = (text: string): string => `证件号${maskId(text)}`;

export const idMissing = (): UnitSentence => forUnit("没有填写证件号。");
export const idPlaceholder = (text: string): UnitSentence => forUnit(`证件号写的是“${text}”，不是号码。`);
export const idIsNumber = (): UnitSentence =>
  forUnit("证件号单元格是数字，表格只保留15位，号码已经损坏，不能还原，需请单位以文本格式重新提供。");
export const idIsScientific = (): UnitSentence =>
  forUnit("证件号成了科学计数法（如E+17），号码已经损坏，不能还原，需请单位以文本格式重新提供。");
const meaning = (proposal: string | null): string => (proposal === null ? "" : `可能是${maskId(proposal)}，请确认。`);
/** @param proposal the only id that the text can stand for */
export const idLength = (text: string, length: number, proposal: string | null): UnitSentence =>
  forUnit(`${id(text)}有${length}位，应为18位。${meaning(proposal)}`);
export const idSeveral = (): UnitSentence => forUnit("证件号一格里有不止一个身份证号，分不清是谁的。");
export function idAlphabet(text: string, proposal: string | null): UnitSentence {
  const hint = meaning(proposal) || (/[OIL]/i.test(text) ? "可能把数字0、1写成了字母。" : "");
  return forUnit(`${id(text)}中有不该出现的字符，前17位应为数字，末位为数字或X。${hint}`);
}
export const idBirthDay = (text: string): UnitSentence => forUnit(`${id(text)}中的出生日期在日历上不存在。`);
export const idBirthInFuture = (text: string): UnitSentence => forUnit(`${id(text)}中的出生日期晚于今天。`);
export const idAge = (text: string, age: number): UnitSentence => forUnit(`按${id(text)}计算年龄为${age}岁，不在16至80岁之间。`);
export function idCheck(text: string, expected: string): UnitSentence {
  if (text.startsWith("999")) return forUnit(`${id(text)}校验码不符，999开头的可能是学校的临时编号，不是身份证号。`);
  if (text.endsWith("000")) return forUnit(`${id(text)}校验码不符，末三位是000，可能已被表格程序改动。`);
  const hint = expected === "X" && text.endsWith("0") ? "末位可能是X，被写成了0。" : "至少有一位写错。";
  return forUnit(`${id(text)}校验码不符，${hint}`);
}
export const idArea = (text: string): UnitSentence => forUnit(`${id(text)}的前两位不是已知的省级代码。`);
export const oldId = (text: string, full: string): UnitSentence =>
  forUnit(`${id(text)}是15位旧号，换算成18位为${maskId(full)}，请确认。`);

export const looksLike = (text: string, type: string, likely: string): UnitSentence =>
  forUnit(`证件类型是“${type}”，但${id(text)}像${likely === DOCUMENT.other ? "来往通行证" : likely}的号码。`);
export const passportForm = (text: string): UnitSentence => forUnit(`护照${id(text)}应为5至20位字母和数字。`);
export const residencePermitForm = (text: string): UnitSentence =>
  forUnit(`港澳台居民居住证的${id(text)}应以810000、820000或830000开头。`);
export const permanentResidentForm = (text: string): UnitSentence =>
  forUnit(`外国人永久居留身份证的${id(text)}应为9开头的18位号码，或3个字母加12位数字。`);
/** `written` is the type as given when it is not one of the list; `likely` what the number looks like. */
export function typeQuestion(written: string | null, likely: string | null): UnitSentence {
  const start = written === null ? "没有填写证件类型" : `证件类型“${maskText(written)}”不在名单中`;
  return forUnit(likely === null ? `${start}，从号码也看不出来。` : `${start}，按号码看是${likely}。`);
}

export const nameMissing = (): UnitSentence => forUnit("没有填写姓名。");
export const nameLostCharacter = (name: string): UnitSentence => forUnit(`姓名“${maskText(name)}”中有没能显示的字。`);
export const nameDigits = (name: string): UnitSentence => forUnit(`姓名“${maskText(name)}”中有数字。`);
export const nameSymbols = (name: string): UnitSentence => forUnit(`姓名“${maskText(name)}”中有符号。`);
export const nameTooLong = (length: number): UnitSentence => forUnit(`姓名有${length}个字，超过50个字。`);
export const nameOneCharacter = (name: string): UnitSentence => forUnit(`姓名“${maskText(name)}”只有一个字。`);
export const nameLatin = (name: string): UnitSentence =>
  forUnit(`姓名“${maskText(name)}”中有拉丁字母，可能代替了生僻字，请与身份证核对。`);

export const mobileMissing = (): UnitSentence => forUnit("没有填写手机号。");
export const mobileIsNumber = (mobile: string): UnitSentence => forUnit(`手机号${maskMobile(mobile)}按数字填写，已按文本保存。`);
export const mobileIsLandline = (text: string): UnitSentence => forUnit(`手机号一栏填的是座机${maskMobile(text)}。`);
export const mobileIsScientific = (): UnitSentence => forUnit("手机号成了科学计数法，需请单位以文本格式重新提供。");
export const mobileSeveral = (mobiles: readonly string[]): UnitSentence =>
  forUnit(`手机号一栏有${mobiles.length}个号码（${mobiles.map(maskMobile).join("、")}），请只留本人的一个。`);
export const mobileAlphabet = (text: string): UnitSentence => forUnit(`手机号“${maskMobile(text)}”中有数字以外的字符。`);
export const mobileLength = (mobile: string): UnitSentence =>
  forUnit(`手机号${maskMobile(mobile)}有${mobile.length}位，应为11位。`);
export const mobilePrefix = (mobile: string): UnitSentence => forUnit(`手机号${maskMobile(mobile)}应以13至19开头。`);

export const creditLength = (code: string, length: number): string =>
  `统一社会信用代码${maskText(code)}有${length}位，应为18位。`;
export const creditAlphabet = (code: string, characters: readonly string[]): string =>
  `统一社会信用代码${maskText(code)}中有不该出现的字符“${characters.join("、")}”（代码不用I、O、S、V、Z）。`;
export const creditCheck = (code: string): string => `统一社会信用代码${maskText(code)}校验码不符，至少有一位写错。`;
export const organisationCheck = (code: string): string =>
  `统一社会信用代码${maskText(code)}第9至17位（组织机构代码）校验码不符。`;

/** Up to three other rows, and how many there are in all. */
export function otherRows(others: readonly { readonly name: string; readonly key: string }[], count: number): string {
  const listed = others.map(({ name, key }) => `${maskText(name) || "未填姓名"}（${key}）`).join("、");
  return count > others.length ? `${listed}等${count}行` : listed;
}
const person = (name: string): string => maskText(name) || "未填姓名的人";
export const sharedMobile = (name: string, mobile: string, others: string): string =>
  `${person(name)}的手机号${maskMobile(mobile)}与${others}相同，但不是同一个人。`;
export const otherName = (name: string, idText: string, others: string): string =>
  `${person(name)}的${id(idText)}与${others}相同，姓名不一致。`;
export const enrolledTwice = (name: string, idText: string, others: string): string =>
  `${person(name)}（${id(idText)}）以同一职位、同一申报类型重复报名，另见${others}。`;
export const bothPosts = (name: string, post: string, others: string): string =>
  `${person(name)}报了“${post}”，同时另有一个职位，见${others}。`;
