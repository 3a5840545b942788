import { attribute, maskMarkup, type Tag, tagEnd, tags, withAttribute } from "../xlsx/patch/xml-scan";
import { edited, outermost } from "./elements";

/** Stands where a section ends, with the section's number, while a form is rendered. */
const MARK = "anpeiSection";
const MARKS = /<anpeiSection n="(\d{1,6})"\/>/gu;
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
  const body = [...tags(maskMarkup(xml))].filter(({ prefix, name }) => prefix === "w:" && name === "body");
  const [open, close] = [body.find(({ kind }) => kind === "open"), body.findLast(({ kind }) => kind === "close")];
  if (!open || !close) return null;
  const last = outermost(xml, ["sectPr", ...BLOCKS], open.end, close.start).at(-1);
  const end = last?.name === "sectPr" ? last.start : close.start;
  const content = xml.slice(open.end, end);
  const inner = outermost(content, ["sectPr"]);
  const marked = edited(
    content,
    inner.map(({ start, end: to }, place) => ({ start, end: to, text: markOf(place) })),
  );
  const sections = inner.map(({ start, end: to }) => content.slice(start, to));
  return {
    head: xml.slice(0, open.end),
    content: withLastMark(marked, markOf(inner.length)),
    tail: xml.slice(close.start),
    sections: [...sections, last?.name === "sectPr" ? xml.slice(last.start, last.end) : PLAIN],
  };
}

const BLOCKS: readonly string[] = ["p", "tbl", "sdt"];
const markOf = (section: number): string => `<${MARK} n="${section}"/>`;

/** Puts the end of the last section into the last paragraph: a paragraph of its own could begin a page. */
function withLastMark(content: string, mark: string): string {
  const last = outermost(content, BLOCKS).at(-1);
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
  if (first.kind === "empty") return `${opening.slice(0, -"/>".length)}><w:pPr>${mark}</w:pPr></w:p>`;
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

function onNewPage(section: string): string {
  const types = outermost(section, ["type"]).filter(({ start, end }) => {
    const type = attribute(section.slice(start, end), "w:val");
    return type === "continuous" || type === "nextColumn";
  });
  return edited(
    section,
    types.map((type) => ({ ...type, text: "" })),
  );
}

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
  const [known] = outermost(section, ["pgNumType"]);
  if (known) {
    const numbers = section.slice(known.start, known.end);
    const counted = attribute(numbers, "w:start") === undefined ? withAttribute(numbers, "w:start", "1") : numbers;
    return edited(section, [{ ...known, text: counted }]);
  }
  const whole = withRoom(section);
  const at = outermost(whole, BEFORE_NUMBERS).at(-1)?.end ?? tagEnd(whole, 0);
  return `${whole.slice(0, at)}<w:pgNumType w:start="1"/>${whole.slice(at)}`;
}

/** A section with more references to headers and footers, which come first in it. */
export function withReferences(section: string, references: readonly string[]): string {
  if (references.length === 0) return section;
  const whole = withRoom(section);
  const at = tagEnd(whole, 0);
  return whole.slice(0, at) + references.join("") + whole.slice(at);
}

/** A section that has a closing tag. */
function withRoom(section: string): string {
  const opening = tagEnd(section, 0);
  return section.slice(opening - 2, opening) === "/>" ? `${section.slice(0, opening - 2)}></w:sectPr>` : section;
}

/** A copy's content with its sections in place of the marks. The last section of the last copy is the document's. */
export function withSections(content: string, sections: readonly string[], isLastCopy: boolean): string {
  const last = sections.length - 1;
  const filled = content.replace(MARKS, (_, number: string) =>
    isLastCopy && Number(number) === last ? "" : (sections[Number(number)] ?? ""),
  );
  return isLastCopy ? filled + (sections[last] ?? "") : filled;
}
