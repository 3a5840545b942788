import { PEOPLE } from "./form-plan";
import { tag } from "./tagged-markup";

/** Begins a person's copy while a form is rendered. */
const COPY = "<anpeiCopy/>";

const loop = (name: string): string => `<w:p><w:r><w:t>${tag(name)}</w:t></w:r></w:p>`;

/** Content that is rendered once a person. */
export const repeated = (content: string): string => `${loop(`#${PEOPLE}`)}${COPY}${content}${loop(`/${PEOPLE}`)}`;

/** The copies that became of it, one a person. */
export const copiesIn = (rendered: string): readonly string[] => rendered.split(COPY).slice(1).map(onlyOnce);

/** What a document may hold only once stays in the first copy: ids of paragraphs and fields, bookmarks, comments. */
function onlyOnce(content: string, copy: number): string {
  if (copy === 0) return content;
  return content
    .replace(/<w:(?:bookmarkStart|bookmarkEnd|commentRangeStart|commentRangeEnd|commentReference)\b[^>]*\/>/gu, "")
    .replace(/(<w:sdtPr>(?:(?!<\/w:sdtPr>)[\s\S])*?)<w:id\b[^>]*\/>/gu, "$1")
    .replace(/\sw14:(?:paraId|textId)="[^"]*"/gu, "");
}

/** Drawings are numbered through the whole document. */
export function numberedDrawings(xml: string): string {
  let number = 0;
  return xml.replace(/(<wp:docPr\b[^>]*?\sid=")\d+(")/gu, (_, before: string, after: string) => `${before}${++number}${after}`);
}

/** What a content control shows is what was filled in, not what it is bound to elsewhere in the file. */
export const unbound = (xml: string): string => xml.replace(/<w:dataBinding\b[^>]*\/>/gu, "");
