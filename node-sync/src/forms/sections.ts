import { attribute, maskMarkup, type Tag, tags, withAttribute } from "../xlsx/patch/xml-scan";

/** Stands where a section ends, with the section's number, while a form is rendered. */
const MARK = "anpeiSection";
const MARKS = new RegExp(`<${MARK} n="(\\d+)"/>`, "gu");
/** A section without properties of its own. */
const PLAIN = "<w:sectPr/>";
/** A paragraph that takes no room: Word wants one behind a table. */
const SMALL = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>';

/** The body of a form, from which copies can be made that follow each other as sections. */
export interface SectionedBody {
  /** Up to and with `<w:body>`. */
  readonly head: string;
  /** What stands in the body; where a section ends there is a mark, the last one's end too. */
  readonly content: string;
  /** `</w:body>` and what follows. */
  readonly tail: string;
  /** `w:sectPr` of each section. */
  readonly sections: readonly string[];
}

/** Cuts a document open, so that its content can be repeated (ECMA-376 part 1, 17.6). `null` for one without a body. */
export function sectioned(xml: string): SectionedBody | null {
  const masked = maskMarkup(xml);
  const body = [...tags(masked)].filter(({ prefix, name }) => prefix === "w:" && name === "body");
  const [open, close] = [body.find(({ kind }) => kind === "open"), body.findLast(({ kind }) => kind === "close")];
  if (!open || !close) return null;
  const found = outermost(masked, open.end, close.start, ["sectPr", "p", "tbl", "sdt"]);
  const last = found.at(-1);
  const isLastSection = last?.name === "sectPr";
  const end = isLastSection ? last.start : close.start;
  const lastSection = isLastSection ? xml.slice(last.start, last.end) : PLAIN;
  const sections: string[] = [];
  const marked = xml.slice(open.end, end).replace(/<w:sectPr\b[^>]*?(?:\/>|>[\s\S]*?<\/w:sectPr>)/gu, (section) => {
    sections.push(section);
    return `<${MARK} n="${sections.length - 1}"/>`;
  });
  const mark = `<${MARK} n="${sections.length}"/>`;
  return {
    head: xml.slice(0, open.end),
    content: withLastMark(marked, mark),
    tail: xml.slice(close.start),
    sections: [...sections, lastSection],
  };
}

interface Element {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The elements of these names that lie in no other one of them. */
function outermost(masked: string, from: number, to: number, names: readonly string[]): Element[] {
  const found: Element[] = [];
  let [depth, start] = [0, 0];
  for (const tag of tags(masked, from, to)) {
    if (tag.prefix !== "w:" || !names.includes(tag.name)) continue;
    if (tag.kind === "close") depth -= 1;
    else if (depth === 0) start = tag.start;
    if (tag.kind === "open") depth += 1;
    if (depth === 0) found.push({ name: tag.name, start, end: tag.end });
  }
  return found;
}

/** Puts the end of the last section into the last paragraph: a paragraph of its own could begin a page. */
function withLastMark(content: string, mark: string): string {
  const last = outermost(maskMarkup(content), 0, content.length, ["p", "tbl", "sdt"]).at(-1);
  const paragraph = last && content.slice(last.start, last.end);
  if (last?.name !== "p" || paragraph === undefined || paragraph.includes(`<${MARK} `))
    return `${content}<w:p><w:pPr>${SMALL}${mark}</w:pPr></w:p>`;
  return content.slice(0, last.start) + withMark(paragraph, mark) + content.slice(last.end);
}

/** A mark at the end of a paragraph's properties, before what tells of a change in them. */
function withMark(paragraph: string, mark: string): string {
  const [first, second] = firstTags(maskMarkup(paragraph));
  if (first === undefined) return paragraph;
  const opening = paragraph.slice(0, first.end);
  if (first.kind === "empty") return `${opening.replace(/\s*\/>$/u, ">")}<w:pPr>${mark}</w:pPr></w:p>`;
  const rest = paragraph.slice(first.end);
  if (second?.name !== "pPr") return `${opening}<w:pPr>${mark}</w:pPr>${rest}`;
  if (second.kind === "empty") return `${opening}<w:pPr>${mark}</w:pPr>${paragraph.slice(second.end)}`;
  return opening + rest.replace(/(?=<w:pPrChange\b|<\/w:pPr>)/u, mark);
}

function firstTags(masked: string): readonly Tag[] {
  const found: Tag[] = [];
  for (const tag of tags(masked)) {
    found.push(tag);
    if (found.length === 2) break;
  }
  return found;
}

/** The sections of one copy, each beginning where it should: the first of a later copy on a new page, all counting their pages from 1. */
export function sectionsOfCopy(
  sections: readonly string[],
  copy: number,
  referred: (section: string) => string,
): readonly string[] {
  return sections.map((section, place) => {
    const own = referred(section);
    return place === 0 ? countedFromOne(copy === 0 ? own : onNewPage(own)) : own;
  });
}

const onNewPage = (section: string): string => section.replace(/<w:type w:val="(?:continuous|nextColumn)"\s*\/>/u, "");

/** Elements that come before `w:pgNumType` in a section (ECMA-376 part 1, 17.6.17). */
const BEFORE_NUMBERS = [
  "headerReference",
  "footerReference",
  "footnotePr",
  "endnotePr",
  "type",
  "pgSz",
  "pgMar",
  "paperSrc",
  "pgBorders",
  "lnNumType",
];

function countedFromOne(section: string): string {
  const known = /<w:pgNumType\b[^>]*>/u.exec(section)?.[0];
  if (known !== undefined)
    return attribute(known, "w:start") === undefined ? section.replace(known, withAttribute(known, "w:start", "1")) : section;
  const numbers = '<w:pgNumType w:start="1"/>';
  const [, opening = "", content = ""] = /^(<w:sectPr\b[^>]*?)(?:\/>|>([\s\S]*)<\/w:sectPr>)$/u.exec(section) ?? [];
  const before = outermost(content, 0, content.length, BEFORE_NUMBERS).at(-1)?.end ?? 0;
  return `${opening}>${content.slice(0, before)}${numbers}${content.slice(before)}</w:sectPr>`;
}

/** A copy's content with its sections in place of the marks. The last section of the last copy is the document's. */
export function withSections(content: string, sections: readonly string[], isLastCopy: boolean): string {
  const last = sections.length - 1;
  const filled = content.replace(MARKS, (_, number: string) =>
    isLastCopy && Number(number) === last ? "" : (sections[Number(number)] ?? ""),
  );
  return isLastCopy ? filled + (sections[last] ?? "") : filled;
}
