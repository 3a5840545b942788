import type { StatedPost } from "../people/stated-post";
import { firstOf } from "../snapshot/text-length";
import { presentValue, textOf, type Value } from "../snapshot/value";
import { addressOf, type TableRow } from "./table-file";

/** What lines of a list that are no person's say. */

/** What a row is shows at the beginning of its cells. */
const GLANCE = 200;

export function glanceAt(cell: Value | undefined): string {
  return firstOf(textOf(presentValue(cell)), GLANCE);
}

export function textsOf(row: Pick<TableRow, "cells">): string[] {
  return row.cells.map(glanceAt);
}

/** How many lines right above a header may be its titles. */
export const MOST_TITLES = 5;
const LONGEST_TITLE = 60;
/** What a title does not have: the marks of a sentence, of a label, or of a request to many units. */
const NO_TITLE = /[。；;，,：:？?！!]|请|各|说明|注意/u;

/** A line with one text, as long as a title may be. */
export function titleIn(row: TableRow): string[] {
  const texts = new Set(textsOf(row).filter((text) => text !== ""));
  return [...texts].filter((text) => texts.size === 1 && text.length <= LONGEST_TITLE && !NO_TITLE.test(text));
}

/** What a line says that says one thing alone, or a title with it in it. */
export function sectionIn(row: TableRow, read: (text: string, address: string) => StatedPost | null): StatedPost | null {
  const written = row.cells.flatMap((cell, index) => (textOf(cell) === "" ? [] : [{ text: glanceAt(cell), index }]));
  const [only] = written;
  return only && new Set(written.map(({ text }) => text)).size === 1 ? read(only.text, addressOf(only.index, row.at)) : null;
}

const FAR = 100;

/** A value or two far below the last person, as a slip of the hand leaves them: nobody's row. */
export function isStray(row: TableRow, above: Pick<TableRow, "at"> | undefined): boolean {
  return above !== undefined && row.at - above.at > FAR && textsOf(row).filter((text) => text !== "").length <= 2;
}
