import type { FormJson } from "../files/job-json";

/** What the screen 文件 says of the centre's own Word forms. */
export const FORM_TITLE = "填 Word 表";
export const FORM_HINT =
  "把推荐表、登记表、备案表这类 Word 文件（.docx）里要填的地方写成 {姓名}、{工作单位} 或【姓名】，在这里选它。一般每人一页；表里有一行写了 {序号} 的，一份一个名单。";
export const CHOOSE_FORM = "选择 Word 表";
export const chosenForm = (file: string): string => `已选 ${file}，换一份`;
export const FORM_CLASS = "填给哪个班";
export const FORM_UNIT = "填给哪家单位的人";
export const ANY = "不限";
export const FORM_PEOPLE = "或者填给谁（姓名、证件号后几位，几个人用顿号隔开）";
export const FOR_WHOM = "请选班级、单位，或者写上姓名。";
export const FILL = "填好";
export const FILLING = "正在填表…";
export const filled = ({ kind, people }: FormJson): string =>
  ({ once: "填好了，一份。", each: `填好了，${people}人，每人一份。`, list: `填好了，${people}人的名单。` })[kind];
