import { foldWidth } from "../../people/canonical";

/** A score of an exam, 0 to 100 and halves too; `null` for what is none. */
export function readMarks(text: string): number | null {
  const folded = foldWidth(text);
  return /^\d{1,3}(?:\.\d)?$/u.test(folded) && Number(folded) <= 100 ? Number(folded) : null;
}
