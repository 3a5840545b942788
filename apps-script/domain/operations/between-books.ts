/** Carries people over into the book of the next year, in that book. */
export const CARRY = "carry-over";

/** Tells the old book that it was carried over. */
export const MARK_CARRIED = "mark-carried";

/** Operations of which each of two books holds one half. */
export const BETWEEN_BOOKS: readonly string[] = [CARRY, MARK_CARRIED];

/** Ends the year of a book, or opens it again. */
export const CLOSE_YEAR = "close-year";

/** What a book of an ended year still takes. */
export const AFTER_THE_END: readonly string[] = [CLOSE_YEAR, MARK_CARRIED];
