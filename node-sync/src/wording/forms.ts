import type { FormKind } from "../forms/form-plan";
import type { FormPlace, Oddity, Placeholder } from "../forms/placeholders";
import { typedCommand } from "../terminal/typed-command";

/** What filling the centre's own Word forms says. */

/** What the list of the people is called in a form. */
export const LIST_NAMES: readonly string[] = ["学员", "名单", "人员", "学员名单"];
/** To write on, where nothing is known. */
export const LINE = "________";

const quoted = (text: string): string => `“${text}”`;

const parts = { body: "", header: "页眉", footer: "页脚" } as const;

/** `第2页“申请人：{性名}”`; the page where the file tells it. */
export function placeIn({ part, breaks, near }: FormPlace, pages: number | null): string {
  const page = part !== "body" ? parts[part] : breaks > 0 || pages === 1 ? `第${breaks + 1}页` : "";
  return `${page}${quoted(near)}`;
}

export function oddity({ kind, written, near, at }: Oddity, pages: number | null): string {
  const place = placeIn(at, pages);
  if (kind === "unpaired") return `${place}：${quoted(written)}的括号没有成对，照原样留着。请改成 {姓名} 的样子。`;
  const meant =
    near.length > 0
      ? `是不是${near.map((name) => `{${name}}`).join("、")}？`
      : `可以用的名称见 ${typedCommand("print form --list")}。`;
  return `${place}：没有${quoted(written)}这一项，照原样留着。${meant}`;
}

export const noPlaceholders = (label: string): string =>
  `${label}里没有要填的地方。请在 Word 或 WPS 里把要填的地方写成 {姓名}、{工作单位} 的样子，再填。`;
export const nobody = "这里还没有人，没有写。";
export const tooManyPeople = (label: string, people: number, most: number): string =>
  `${label}太大，一次最多填${most}人，现在有${people}人。请分几次，或者去掉其中的大图。`;

const inForm = ({ written, at }: Pick<Placeholder, "written" | "at">): string => `${placeIn(at, null)}的${quoted(written)}`;
export const personOutsideList = (one: Placeholder): string =>
  `${inForm(one)}是一个人的内容，可这份表是一份一个名单，不知道填谁。请把它移到有 {序号} 的那一行，或者放在 {#学员} 和 {/学员} 之间。`;
export const listInList = (one: Placeholder): string => `${inForm(one)}前面还有一个 {#学员} 没有结束。请先写 {/学员}。`;
export const listNotBegun = (one: Placeholder): string => `${inForm(one)}前面没有 {#学员}。`;
export const listNotEnded = (one: Placeholder): string => `${inForm(one)}后面没有 {/学员}，不知道重复到哪里为止。`;

export const oldWord = (label: string): string =>
  `${label}是旧格式的文件，不能填。请用 Word 或 WPS 打开，点“文件”→“另存为”，类型选“Word 文档（*.docx）”，再用新的那份。`;
export const otherWord = (label: string): string =>
  `${label}不是能填的 Word 文件。请用 Word 或 WPS 打开，点“文件”→“另存为”，类型选“Word 文档（*.docx）”，再用新的那份。`;
export const brokenWord = (label: string): string =>
  `${label}已损坏，不能填。请用 Word 或 WPS 打开，点“文件”→“另存为”，类型选“Word 文档（*.docx）”，再用新的那份。`;
export const tooMuchMarkup = (label: string): string => `${label}的内容太多，不像一份表，没有读取。`;

/** Reasons of the renderer, by its own names for them. */
const REASONS: Readonly<Record<string, string>> = {
  unclosed_loop: "只有开头，没有结尾",
  unopened_loop: "只有结尾，没有开头",
  closing_tag_does_not_match_opening_tag: "开头和结尾不是一对",
  unclosed_tag: "括号没有成对",
  unopened_tag: "括号没有成对",
  duplicate_open_tag: "括号没有成对",
  duplicate_close_tag: "括号没有成对",
  no_xml_tag_found_at_right: "重复的部分不在同一张表的同一行里",
  no_xml_tag_found_at_left: "重复的部分不在同一张表的同一行里",
};

export function notRendered(one: Placeholder | null, reason: string): string {
  const what = one === null ? "表里有一处" : inForm(one);
  return `${what}填不了：${REASONS[reason] ?? "放的位置不对，请放在一个段落或一格里面"}。`;
}

export const noTemplate = "请用 --template 写明要填哪份 .docx。";
export const forWhom = "请写明填给谁：--class 班级、--unit 单位 或 --people 学员。";
export const soMany = (people: number): string => `${people}人`;
export function filled(kind: FormKind, people: number, file: string | null): string {
  const what = { once: "一份", each: `${people}人，每人一份`, list: `${people}人的名单` }[kind];
  return file === null ? `可以填，${what}；试运行，没有写。` : `写了 ${file}，${what}。`;
}
export const repeatedPeople = (people: number): string =>
  `有${people}行名册和别的行用同一个报名编号，没有填进去；请先改正，再填一次。`;
export const peopleElsewhere = (people: number): string =>
  `写了名字的人里，有${people}人不在这个班或这家单位，没有填进去；要填他们，班级和单位空着再填一次。`;
export const FIELD_COLUMNS = ["可以填", "也可以写成", "是谁的"] as const;
export const HOW_TO_WRITE: readonly string[] = [
  "在 Word 表里写 {姓名}、｛姓名｝或【姓名】都可以，括号里的空格不算。没有内容的，表格里空着，表格外留一条线。",
  "表里有哪一行写了 {序号}，就是一班一份，这一行每人一行；不是一行的，把每人一份的内容放在 {#学员} 和 {/学员} 之间。",
  "别的表是每人一份，都在一个文件里，每人从新的一页开始。照片请另贴；模拟卡密码不填。",
];
