import { maskMarkup, type Tag, tags, withAttribute, withoutAttributes } from "../xlsx/patch/xml-scan";
import { type Edit, edited } from "./elements";
import { PEOPLE } from "./form-plan";
import { tag } from "./tagged-markup";

/** Begins a person's copy while a form is rendered. */
const COPY = "<anpeiCopy/>";
/** Stands for the number of a drawing, of which a document has each once. */
const DRAWING = "anpeiDrawing";

const loop = (name: string): string => `<w:p><w:r><w:t>${tag(name)}</w:t></w:r></w:p>`;

/** Content that is rendered once a person. */
export const repeated = (content: string): string => `${loop(`#${PEOPLE}`)}${COPY}${repeatable(content)}${loop(`/${PEOPLE}`)}`;

/** The copies that became of it, one a person. */
export const copiesIn = (rendered: string): readonly string[] => rendered.split(COPY).slice(1);

/** Numbers the drawings of one copy after the other, through the whole document. */
export function drawingNumbers(): (copy: string) => string {
  let number = 0;
  return (copy) => {
    const [first = "", ...others] = copy.split(DRAWING);
    return first + others.map((part) => `${++number}${part}`).join("");
  };
}

/** What a document may hold only once: bookmarks, comments, ids of content controls and of paragraphs. */
const ONCE: ReadonlySet<string> = new Set([
  "w:bookmarkStart",
  "w:bookmarkEnd",
  "w:commentRangeStart",
  "w:commentRangeEnd",
  "w:commentReference",
  "w:id",
]);
const OWN_IDS = ["w14:paraId", "w14:textId"];

function repeatable(content: string): string {
  return tagsEdited(content, ({ prefix, name, kind }, text) => {
    if (ONCE.has(prefix + name) && kind === "empty") return "";
    if (prefix + name === "wp:docPr") return withAttribute(text, "id", DRAWING);
    return text.includes("w14:") ? withoutAttributes(text, OWN_IDS) : text;
  });
}

/** What a content control shows is what was filled in, not what it is bound to elsewhere in the file. */
export const unbound = (xml: string): string =>
  xml.includes("<w:dataBinding")
    ? tagsEdited(xml, ({ prefix, name, kind }, text) => (prefix + name === "w:dataBinding" && kind === "empty" ? "" : text))
    : xml;

function tagsEdited(xml: string, edit: (tag: Tag, text: string) => string): string {
  const edits: Edit[] = [];
  for (const one of tags(maskMarkup(xml))) {
    if (one.kind === "close") continue;
    const before = xml.slice(one.start, one.end);
    const text = edit(one, before);
    if (text !== before) edits.push({ start: one.start, end: one.end, text });
  }
  return edited(xml, edits);
}
