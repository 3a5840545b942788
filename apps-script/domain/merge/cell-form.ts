import { documentTypeOf, educationOf, kindOf, postOf } from "../people/aliases";
import { canonicalId, canonicalMobile, canonicalName, foldWidth } from "../people/canonical";
import { samePersonKey } from "../people/same-person";
import type { Meaning } from "../schema/column";
import { type UnitColumn, unitColumn } from "../schema/unit-columns";
import { textOf, type Value } from "../snapshot/value";

/** The form in which a post is compared: the entry of the list, else what was written. */
export function postForm(value: Value): string {
  const post = postOf(textOf(value));
  return post !== null && "post" in post ? post.post : foldWidth(textOf(value));
}

export function kindForm(value: Value): string {
  const kind = kindOf(textOf(value));
  return kind !== null && "kind" in kind ? kind.kind : foldWidth(textOf(value));
}

function educationForm(text: string): string {
  const education = educationOf(text);
  return education !== null && "education" in education ? education.education : foldWidth(text);
}

/** How a workbook writes characters that XML lacks (ECMA-376 part 1, 22.9.2.19); programs disagree on who escapes and who reads it. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/gu;

function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  const plain = text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return plain === text ? text : unescaped(plain);
}

/** Columns of a meaning that is not named here are compared by their text without regard to width and blanks. */
const FORMS: { readonly [M in Meaning]?: (text: string) => string } = {
  name: canonicalName,
  documentType: (text) => documentTypeOf(text) ?? foldWidth(text),
  documentNumber: (text) => samePersonKey(canonicalId(text)),
  mobile: canonicalMobile,
  post: postForm,
  enrolmentKind: kindForm,
  education: educationForm,
};

/** The form in which two values of a column are compared; equal forms are no difference. 工作单位 is not compared here. */
export function formOf(column: UnitColumn, value: Value): string {
  const { means } = unitColumn(column);
  const form = (means && FORMS[means]) ?? foldWidth;
  return form(unescaped(textOf(value)));
}
