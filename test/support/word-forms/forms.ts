import { classFile } from "./class-file";
import { classNotice } from "./class-notice";
import { recommendation } from "./recommendation";
import { registration } from "./registration";

/** The Word forms of `templates/`, by their names. Sections and fonts are `look.ts`. */
export const WORD_FORMS: Readonly<Record<string, () => Promise<Buffer>>> = {
  "报名登记表.docx": registration,
  "单位推荐表.docx": recommendation,
  "开班备案表.docx": classNotice,
  "一期一档封面与目录.docx": classFile,
};
