import { maskMarkup, tags } from "../xlsx/patch/xml-scan";

/** Elements and edits of markup, found in one pass: a template is a file of others, and may be made to be slow. */

/** An element, `[start, end)`, with the name that it has in the prefix `w:`. */
interface Element {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The elements of these names in `[from, to)` that lie in no other one of them. */
export function outermost(xml: string, names: readonly string[], from = 0, to = xml.length): Element[] {
  const found: Element[] = [];
  let [depth, start] = [0, 0];
  for (const tag of tags(maskMarkup(xml), from, to)) {
    if (tag.prefix !== "w:" || !names.includes(tag.name)) continue;
    if (tag.kind === "close") depth -= 1;
    else if (depth === 0) start = tag.start;
    if (tag.kind === "open") depth += 1;
    if (depth === 0) found.push({ name: tag.name, start, end: tag.end });
  }
  return found;
}

/** Other text for `[start, end)`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** @param edits none over another */
export function edited(xml: string, edits: readonly Edit[], between: (xml: string) => string = (same) => same): string {
  const done: string[] = [];
  let at = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    done.push(between(xml.slice(at, start)), text);
    at = end;
  }
  done.push(between(xml.slice(at)));
  return done.join("");
}
