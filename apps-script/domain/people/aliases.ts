import {
  DOCUMENT,
  type DOCUMENT_TYPES,
  EDUCATION,
  type EDUCATIONS,
  type EnrolmentKind,
  KIND,
  PAPER_ANSWER,
  POST,
  type POSTS,
} from "../schema/allowed";
import { ROSTER } from "../schema/roster";
import { UNIT_COLUMNS, type UnitColumn } from "../schema/unit-columns";
import type { Value } from "../snapshot/value";
import { foldWidth } from "./canonical";
import { simplified } from "./simplified";

/** The spellings that real files use for column titles and for the values of closed lists. A near miss is `null`, never a guess. */

export type DocumentType = (typeof DOCUMENT_TYPES)[number];
type Kind = EnrolmentKind;
type Post = (typeof POSTS)[number];
type Education = (typeof EDUCATIONS)[number];

/** Spellings by title, parted by blanks, into spelling → title. A title spells itself. */
function tableOf<T extends string>(lines: { readonly [title in T]?: string }): ReadonlyMap<string, T> {
  const table = new Map<string, T>();
  for (const title of Object.keys(lines) as T[]) {
    table.set(title, title);
    for (const spelling of (lines[title] ?? "").split(" ")) table.set(spelling, title);
  }
  table.delete("");
  return table;
}

/** What a list may have a column for; 班级 is known, so that it is not taken for something else, and never taken. */
type ListedColumn = UnitColumn | "class";

/** What lists call a column besides its own title, parted by blanks. */
export const HEADER_SPELLINGS: { readonly [C in ListedColumn]?: string } = {
  name: "学员姓名 员工姓名 职工姓名 名字 人员姓名 参训人员姓名 学员",
  idType: "证件类别 证件种类 身份证件类型 有效证件类型",
  idNumber:
    "证件号码 身份证号 身份证号码 公民身份号码 公民身份证号码 身份证 身份证件号 身份证件号码 有效证件号 有效证件号码 居民身份证号 居民身份证号码 学员身份证号 学员证件号 本人身份证号",
  mobile:
    "手机 手机号码 联系电话 移动电话 电话 电话号码 联系手机 本人手机 本人手机号 学员手机 学员手机号 学员电话 联系方式 移动电话号码",
  unit: "单位 单位名称 单位全称 工作单位全称 工作单位名称 所在单位 用人单位 所属单位 所属企业 企业名称 所在企业 公司名称",
  post: "职务 岗位 人员类别 人员类型 资格类型",
  education: "文化程度 最高学历 学历层次",
  kind: "培训类别 类别 初训复训 初训 复训 培训类型 申请类型 申报类别",
  certificate: "证号 合格证号 合格证编号 合格证书编号 证书号 证书号码",
  validUntil:
    "有效期限 有效期 有效期至 证书有效期 有效期截止 到期日期 有效期止 有效期截止日期 证件有效期限 证件有效期至 证书有效期至 证书有效期限 证书到期日期 证书到期日 到期日 合格证有效期",
  note: "说明 备注说明",
  class: "班级名称 班次 期次 期数 培训班次 培训期次",
};

/** What a bracket in a title may say without changing what the column is. */
const HINT =
  /^(?:必填|选填|可选|非必填|必须|文本|全称|本人|单选|多选|下拉|选择|请|如[:：]?|例|示例|格式|与身份证|同身份证|精确到|年[/.-]?月[/.-]?日|YYYY|1[158]位|首次|没有|无则|复审|再培训时|盖章|加盖)/iu;

export const isTitleHint = (text: string): boolean => HINT.test(text);

/** No title with its hints is longer; a longer text is never looked at. */
export const LONGEST_TITLE = 500;

/** What stands in one pair of brackets, of whatever kind; an opening one begins anew. */
const BRACKETS = /[([【〔{]([^([【〔{)\]】〕}]*)[)\]】〕}]/gu;

function bareTitle(text: string): string {
  return simplified(foldWidth(text)).replace(/[*※★:"'“”‘’`。,、;]/gu, "");
}

const HEADERS: ReadonlyMap<string, string> = new Map(
  [...UNIT_COLUMNS, "class" as const].flatMap((column) => {
    const { title } = ROSTER.columns[column];
    const spellings = (HEADER_SPELLINGS[column] ?? "").split(" ").filter((spelling) => spelling !== "");
    return [bareTitle(title), ...spellings].map((spelling) => [spelling, title] as const);
  }),
);

/**
 * The column of 名册 that a title stands for, `班级` for a class column (recognised, never taken), else `null`.
 * Exact after width, blanks, line breaks, stars, quotes, colons and hints such as "（必填）".
 */
export function headerOf(text: Value): string | null {
  if (typeof text !== "string" || text.length > LONGEST_TITLE) return null;
  const whole = HEADERS.get(bareTitle(text));
  if (whole !== undefined) return whole;
  const brackets: string[] = [];
  const bare = bareTitle(text).replace(BRACKETS, (_all, inside: string) => {
    brackets.push(inside);
    return "";
  });
  // "职务/岗位" says one thing twice, and "姓名Name" in two languages.
  const parts = bare.split("/").filter((part) => !LATIN.test(part));
  // "Phone（手机）": the other language stands outside.
  const words = parts.length > 0 ? parts.map(withoutLatin) : brackets.filter((inside) => HEADERS.has(inside));
  const found = new Set(words.map((word) => HEADERS.get(word) ?? null));
  const [title] = found;
  if (found.size !== 1 || title === undefined || title === null) return null;
  const isBeside = (inside: string): boolean =>
    isTitleHint(inside) || !/\p{Script=Han}|\d/u.test(inside) || HEADERS.get(inside) === title;
  return brackets.every(isBeside) ? title : null;
}

const LATIN = /^[a-z.'’&]+$/iu;

/** A word without the letters of another language around it: "姓名Name", "身份证号IDNo.". */
function withoutLatin(text: string): string {
  return text.replace(/^[a-z.'’&]+(?=\p{Script=Han})/iu, "").replace(/(?<=\p{Script=Han})[a-z.'’&]+$/iu, "");
}

const KIND_SPELLINGS = tableOf<Kind>({
  [KIND.initial]: "培训 初训 新训 取证 首次 初始培训班 初始培训 初次培训 初审 首次培训 首次取证 初次取证 新取证 培训班 新培",
  [KIND.retraining]: "复审/再培训 复审 复训 年审 再教育 继续教育 再培训班 复审再培训 复审培训 再培训/复审 年度再培训",
  [KIND.renewal]: "",
});
const ASKED_KINDS: ReadonlyMap<string, readonly Kind[]> = new Map<string, readonly Kind[]>([
  ["延期", [KIND.renewal]],
  ["延续", [KIND.renewal]],
  ["延期换证", [KIND.renewal]],
  ["到期换证", [KIND.renewal]],
  ["复审换证", [KIND.retraining, KIND.renewal]],
  ["换证复审", [KIND.retraining, KIND.renewal]],
  ["复审/换证", [KIND.retraining, KIND.renewal]],
  ["再培训/换证", [KIND.retraining, KIND.renewal]],
  ["复审/再培训或者换证", [KIND.retraining, KIND.renewal]],
  ["复审/再培训或换证", [KIND.retraining, KIND.renewal]],
]);

const spellingOf = (text: string): string => simplified(foldWidth(text)).replace(/["'“”]/gu, "");

/** The kind that a spelling means; `ask` lists what it may mean when only staff can tell (延期, 延续, 复审换证). */
export function kindOf(text: string): { readonly kind: Kind } | { readonly ask: readonly Kind[] } | null {
  const spelling = spellingOf(text);
  const kind = KIND_SPELLINGS.get(spelling);
  if (kind !== undefined) return { kind };
  const ask = ASKED_KINDS.get(spelling);
  return ask === undefined ? null : { ask };
}

const POST_SPELLINGS = tableOf<Post>({
  [POST.head]: "企业主要负责人 单位主要负责人 生产经营单位主要负责人 矿山主要负责人 主要负责人员",
  [POST.manager]: "安管人员 安管员 安全员 专职安全管理人员 安全管理人员 专职安全生产管理人员 专职安全员 安全生产管理员",
});
/** Titles of office: whose they are is for the unit to say. */
const OFFICES = tableOf<Post>({
  [POST.head]: "董事长 总经理 厂长 矿长 实际控制人 法定代表人 法人代表 法人 执行董事 负责人",
  [POST.manager]:
    "安全科长 安全部长 安全处长 安全总监 安全矿长 安全副矿长 安全副总经理 安全主管 安全管理员 安全科科长 安全部部长",
});

/** The post that a spelling means; a title of office (董事长, 矿长 …) is a proposal and never converted. */
export function postOf(text: string): { readonly post: Post } | { readonly proposal: Post } | null {
  const spelling = spellingOf(text);
  const post = POST_SPELLINGS.get(spelling);
  if (post !== undefined) return { post };
  const [proposal, ...others] = new Set(spelling.split(/[/、,;兼和及]/u).map((office) => OFFICES.get(office)));
  return proposal === undefined || others.length > 0 ? null : { proposal };
}

const HANDED_IN: ReadonlySet<string> = new Set(
  `${PAPER_ANSWER.in} √ ✓ ✔ ☑ 是 有 齐 齐全 已齐 ok y yes 已提交 已上传 已收 已收到`.split(" "),
);

/** Whether a word in a paper's column, folded, says that the paper is there: a tick, 是, 有, 齐, ok. */
export function isHandedIn(folded: string): boolean {
  return HANDED_IN.has(folded.toLowerCase());
}

const EDUCATION_SPELLINGS = tableOf<Education>({
  [EDUCATION.juniorSchool]: "初中 小学 文盲 初中以下 小学及以下 九年义务教育",
  [EDUCATION.highSchool]: "普高 普通高中 高中同等 高中或同等 高中同等学历",
  [EDUCATION.secondary]: "中等专业学校 普通中专 成人中专 中等专业 职业中专 中职",
  [EDUCATION.technical]: "技工学校 技工院校",
  [EDUCATION.college]: "专科 大学专科 高职 高职高专 高等专科",
  [EDUCATION.bachelor]: "大学本科 大本 学士",
  [EDUCATION.master]: "硕士研究生",
  [EDUCATION.doctor]: "博士研究生",
  [EDUCATION.other]: "其它",
});
const EDUCATION_PROPOSALS = tableOf<Education>({
  [EDUCATION.highSchool]: "高中及以上 高中以上",
  [EDUCATION.secondary]: "职高 职业高中 中专及以上 中专以上",
  [EDUCATION.technical]: "高级技校 高技 技师学院",
  [EDUCATION.college]: "大专及以上 大专以上 专科及以上",
  [EDUCATION.bachelor]: "大学 本科及以上 本科以上 双学士",
  [EDUCATION.master]: "研究生 MBA 工商管理硕士",
  [EDUCATION.doctor]: "博士后",
});

/** The entry of the list that a spelling means; a proposal when it is not one of the list (职高, 研究生, 大学). */
export function educationOf(text: string): { readonly education: Education } | { readonly proposal: Education } | null {
  const spelling = spellingOf(text)
    .replace(/^(?:全日制|非全日制|在职|函授|成人|自考|电大)(?=.)/u, "")
    .replace(/(?<=.)(?:学历|毕业生|毕业|文化|程度|文化程度)$/u, "");
  const education = EDUCATION_SPELLINGS.get(spelling);
  if (education !== undefined) return { education };
  const proposal = EDUCATION_PROPOSALS.get(spelling.toUpperCase());
  return proposal === undefined ? null : { proposal };
}

/** Whether an education is 高中 or equal (the notice, 三.2); `null` when it cannot be told. */
export function meetsEducation(text: string): boolean | null {
  const reading = educationOf(text);
  if (reading === null) return null;
  const education = "education" in reading ? reading.education : reading.proposal;
  return education === EDUCATION.other ? null : education !== EDUCATION.juniorSchool;
}

const DOCUMENT_TYPE_SPELLINGS = tableOf<DocumentType>({
  [DOCUMENT.idCard]:
    "身份证 二代身份证 第二代身份证 第二代居民身份证 二代居民身份证 二代证 一代身份证 中国居民身份证 中华人民共和国居民身份证",
  [DOCUMENT.passport]: "普通护照 中国护照 因私护照 因公护照 因公普通护照 外国护照 外交护照 公务护照",
  [DOCUMENT.residencePermit]: "港澳台居住证 港澳居民居住证 台湾居民居住证 港澳居住证 台湾居住证",
  [DOCUMENT.permanentResident]: "外国人永久居留证 永久居留身份证 永久居留证 外国人永居证 永居证",
  [DOCUMENT.other]:
    "其它 其他证件 其它证件 军官证 士兵证 军人证 警官证 户口簿 港澳居民来往内地通行证 港澳通行证 回乡证 台湾居民来往大陆通行证 台胞证",
});

/** The document type that a spelling means, `null` for an unknown one. */
export function documentTypeOf(text: string): DocumentType | null {
  return DOCUMENT_TYPE_SPELLINGS.get(spellingOf(text)) ?? null;
}
