import { documentTypeOf, educationOf, kindOf, postOf } from "../people/aliases";
import { canonicalId, canonicalMobile, canonicalName, foldWidth } from "../people/canonical";
import { samePersonKey } from "../people/same-person";
import { ROSTER } from "../schema/roster";
import { textOf, type Value } from "../snapshot/value";

/** The columns of 名册 that a unit's file may fill, in the order of the tab. */
export const UNIT_COLUMNS = [
  "name",
  "idType",
  "idNumber",
  "mobile",
  "unit",
  "post",
  "education",
  "kind",
  "certificate",
  "validUntil",
  "note",
] as const;

export type UnitColumn = (typeof UNIT_COLUMNS)[number];
export type UnitValues = { readonly [C in UnitColumn]: Value };

export const titleOfColumn = (column: UnitColumn): string => ROSTER.columns[column].title;

const BY_TITLE: ReadonlyMap<string, UnitColumn> = new Map(UNIT_COLUMNS.map((column) => [titleOfColumn(column), column]));

/** The unit column with this title; `null` for 班级 and anything else that is not taken from a unit. */
export function unitColumnTitled(title: string): UnitColumn | null {
  return BY_TITLE.get(title) ?? null;
}

/** The form in which a post is compared: the entry of the list, else what was written. */
export function postForm(value: Value): string {
  const post = postOf(textOf(value));
  return post !== null && "post" in post ? post.post : foldWidth(textOf(value));
}

export function kindForm(value: Value): string {
  const kind = kindOf(textOf(value));
  return kind !== null && "kind" in kind ? kind.kind : foldWidth(textOf(value));
}

/** How a workbook writes characters that XML lacks (ECMA-376 part 1, 22.9.2.19); programs disagree on who escapes and who reads it. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/gu;

function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  const plain = text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return plain === text ? text : unescaped(plain);
}

/** The form in which two values of a column are compared; equal forms are no difference. 工作单位 is not compared here. */
export function formOf(column: UnitColumn, value: Value): string {
  const text = unescaped(textOf(value));
  switch (column) {
    case "name":
      return canonicalName(text);
    case "idType":
      return documentTypeOf(text) ?? foldWidth(text);
    case "idNumber":
      return samePersonKey(canonicalId(text));
    case "mobile":
      return canonicalMobile(text);
    case "post":
      return postForm(value);
    case "kind":
      return kindForm(value);
    case "education": {
      const education = educationOf(text);
      return education !== null && "education" in education ? education.education : foldWidth(text);
    }
    default:
      return foldWidth(text);
  }
}
