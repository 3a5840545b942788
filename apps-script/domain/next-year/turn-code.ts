import { digestOf } from "../changes/change-set";

/**
 * What staff take from a copied Sheet, once it is the book of the next year, into the old one, which it cannot open: the new
 * 工作簿编号, a check that it was made out of this very book, and what cards it took along. Nothing of it is secret.
 *
 * @example turnCode("a1b2c3d4e5f6", "0f1e2d3c4b5a", ["K1", "K2"]) // "0f1e2d3c4b5a-5f0c21-9d3e"
 */
export function turnCode(old: string, workbook: string, cards: readonly string[]): string {
  return [workbook, checkOf(old, workbook), cardsMark(cards)].join("-");
}

/** The new book that a code names, and the mark of the cards it took; null for one that is mistyped or of another book. */
export function readTurnCode(text: string, old: string): { readonly workbook: string; readonly cards: string } | null {
  const typed = text.normalize("NFKC").replace(/\s/gu, "").toLowerCase();
  const [, workbook = "", check, cards = ""] = /^(.+)-([0-9a-f]{6})-([0-9a-f]{4})$/u.exec(typed) ?? [];
  return check !== undefined && check === checkOf(old, workbook) ? { workbook, cards } : null;
}

export function cardsMark(cards: readonly string[]): string {
  return digestOf(JSON.stringify([...cards].sort())).slice(6, 10);
}

const checkOf = (old: string, workbook: string): string => digestOf(JSON.stringify([old, workbook])).slice(0, 6);
