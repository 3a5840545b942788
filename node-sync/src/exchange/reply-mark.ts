import { digestOf } from "../../../apps-script/domain/changes/change-set";
import type { TableFile, TableRow } from "../../../apps-script/domain/merge/table-file";
import { textOf } from "../../../apps-script/domain/snapshot/value";

/** The hidden sheet that marks our own replies: A1 the magic, A2 and A3 what `ReplyMark` says. */
export const MARK_SHEET = "_anpei";
export const REPLY_MAGIC = "anpei-reply";

/** The hash of a list's cells as text; blank rows and trailing blank cells play no part, as programs add and drop them. */
export function contentHash(rows: readonly Pick<TableRow, "cells">[]): string {
  const texts = rows.map(({ cells }) => {
    const row = cells.map((cell) => textOf(cell).replace(/\r\n?/gu, "\n"));
    while (row.length > 0 && row[row.length - 1] === "") row.pop();
    return row;
  });
  return digestOf(JSON.stringify(texts.filter((row) => row.length > 0)));
}

/** What a reply says about itself: the hash of its list as written, and which files it answers (`answersOf`). */
export interface ReplyMark {
  readonly hash: string;
  readonly answers: string;
}

/** The fingerprints of the files that a reply answers, as its mark says them. */
export function answersOf(files: readonly { readonly fingerprint: string }[]): string {
  return [...new Set(files.map(({ fingerprint }) => fingerprint))].sort().join("+");
}

/** Whether a reply that answers `some` says all that one to `others` would. */
export function answersAll(some: string, others: string): boolean {
  const known = new Set(some.split("+"));
  return others.split("+").every((one) => known.has(one));
}

/** What stands at the third place of the mark of a reply or of an annotated copy. */
export function answeredIn(file: Pick<TableFile, "sheets">): string {
  return markTexts(file)[2] ?? "";
}

/** The mark of a reply of ours, `null` for any other file. */
export function replyMark(file: Pick<TableFile, "sheets">): ReplyMark | null {
  const [magic = "", hash = "", answers = ""] = markTexts(file);
  return magic === REPLY_MAGIC ? { hash, answers } : null;
}

function markTexts({ sheets }: Pick<TableFile, "sheets">): string[] {
  const rows = sheets.find(({ name }) => name === MARK_SHEET)?.rows ?? [];
  return [1, 2, 3].map((at) => textOf(rows.find((row) => row.at === at)?.cells[0]));
}

/** Whether a file is a reply of ours in which nothing was changed, so that there is nothing to import from it. */
export function isUneditedReply(file: Pick<TableFile, "sheets">): boolean {
  const mark = replyMark(file);
  const lists = file.sheets.filter(({ name }) => name !== MARK_SHEET);
  return mark !== null && lists.every(({ rows }) => contentHash(rows) === mark.hash);
}
