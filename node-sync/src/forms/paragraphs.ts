import { attribute, maskMarkup, type Tag, tags } from "../xlsx/patch/xml-scan";

/** A piece of text of a paragraph, where it stands in the part: `[start, end)`. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** A table row, by where it begins: rows of tables inside its cells are others. */
export interface Row {
  readonly start: number;
}

/** A paragraph that holds text. Text boxes have paragraphs of their own. */
export interface Paragraph {
  readonly pieces: readonly Piece[];
  /** The row that it stands in. */
  readonly row: Row | null;
  /** Page breaks before it, as far as the file tells. */
  readonly breaks: number;
}

interface Open {
  readonly pieces: Piece[];
  readonly row: Row | null;
  readonly breaks: number;
}

/** The paragraphs of a part of a .docx (ECMA-376 part 1, 17.3) that hold text, those inside others first. */
export function paragraphsIn(xml: string): Paragraph[] {
  const masked = maskMarkup(xml);
  const found: Paragraph[] = [];
  const open: Open[] = [];
  const rows: Row[] = [];
  let breaks = 0;
  let text: Tag | null = null;
  for (const tag of tags(masked)) {
    const { prefix, name, kind } = tag;
    if (prefix !== "w:") continue;
    if (name === "lastRenderedPageBreak" || (name === "br" && attribute(masked.slice(tag.start, tag.end), "w:type") === "page"))
      breaks += 1;
    else if (name === "p" && kind === "open") open.push({ pieces: [], row: rows.at(-1) ?? null, breaks });
    else if (name === "p" && kind === "close") {
      const paragraph = open.pop();
      if (paragraph && paragraph.pieces.length > 0) found.push(paragraph);
    } else if (name === "tr" && kind === "open") rows.push({ start: tag.start });
    else if (name === "tr" && kind === "close") rows.pop();
    else if (name === "t" && kind === "open") text = tag;
    else if (name === "t" && kind === "close" && text) {
      open.at(-1)?.pieces.push({ start: text.end, end: tag.start });
      text = null;
    }
  }
  return found;
}
