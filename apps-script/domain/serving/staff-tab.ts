import { PASSWORD_TITLES } from "../operations/add-cards";
import { TABLES, type Table } from "../schema/index";
import { headerForm } from "../snapshot/layout";

/** What columns that nobody may see are called, by us and by suppliers of cards. */
const SECRET_WORDS: readonly string[] = [
  ...PASSWORD_TITLES,
  ...Object.values<Table>(TABLES).flatMap(({ columns }) =>
    Object.values(columns).flatMap(({ title, secret }) => (secret ? [title] : [])),
  ),
];
/** A longer cell is a sentence that speaks of them. */
const LONGEST_HEADER = 20;

/**
 * Whether a tab of staff's may hold secrets: a list of cards, a copy of a tab with some, or what is left of one. A header is looked
 * for in every row, under whatever name and beside whatever column; what is held back for nothing can be pasted.
 */
export function holdsSecrets(cells: readonly (readonly string[])[]): boolean {
  return cells.some((row) => row.some((cell) => cell.length <= LONGEST_HEADER && isSecret(headerForm(cell))));
}

function isSecret(header: string): boolean {
  return SECRET_WORDS.some((word) => header.includes(word));
}
