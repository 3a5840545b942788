declare const forTheCentre: unique symbol;
declare const forTheUnit: unique symbol;

/**
 * Who may read a sentence. One for staff may name any unit and any person, so it never leaves the centre. One for a unit
 * says only what the sender wrote, what is the unit's own, and neutral words: never another unit, its people or where
 * somebody works. Staff may read it too; a plain text, and a sentence for staff, is never taken for it.
 *
 * @example
 * const shown: StaffSentence = forUnit("没有填写姓名。"); // fine
 * const leaked: UnitSentence = forStaff("此人是“乙矿”的人员。"); // does not compile
 */
export type StaffSentence = string & { readonly [forTheCentre]: true };
export type UnitSentence = StaffSentence & { readonly [forTheUnit]: true };

/** Only sentences in `wording/` are made with these two, and held answers when they are read back. */
export const forStaff = (text: string): StaffSentence => text as StaffSentence;
export const forUnit = (text: string): UnitSentence => text as UnitSentence;

/** One matter as each of the two is told of it. */
export interface Sentences {
  readonly message: StaffSentence;
  readonly told: UnitSentence;
}

export const sameForBoth = (sentence: UnitSentence): Sentences => ({ message: sentence, told: sentence });

/** Sentences of one matter in a row. */
export const joinedForStaff = (sentences: readonly StaffSentence[]): StaffSentence => forStaff(sentences.join(""));

/** Sentences for a unit, put together with marks that say nothing. */
export function joinedForUnit(sentences: readonly UnitSentence[], between: "" | "\n" | "；" = ""): UnitSentence {
  return forUnit(sentences.join(between));
}
