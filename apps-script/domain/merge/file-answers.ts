import { foldWidth } from "../people/canonical";
import { presentValue, textOf } from "../snapshot/value";
import * as say from "../wording/exchange";
import type { ConflictRow } from "./returned/conflict-book";

/** The answer to a row of 冲突, or why what staff wrote is none. */
type Choice = { readonly choice: string | number } | { readonly why: string };

/** What a word that answers a whole file means for one of its rows. */
const WHOLE_FILE: ReadonlyMap<string, string> = new Map([
  [say.allTheirs, say.takesTheirs],
  [say.allOurs, say.keepsOurs],
]);

const wordOf = ({ choice }: ConflictRow): string => (typeof choice === "string" ? foldWidth(choice) : "");

/** The answers to the rows of 冲突, with the words that answer a whole file. Linear, however many rows a file has. */
export class FileAnswers {
  private readonly words = new Map<string, Set<string>>();

  /** Whether a row answers the others of its file too. */
  static isForFile(row: ConflictRow): boolean {
    return WHOLE_FILE.has(wordOf(row));
  }

  constructor(conflicts: readonly ConflictRow[]) {
    for (const row of conflicts) {
      const word = wordOf(row);
      if (WHOLE_FILE.has(word)) this.of(textOf(row.source)).add(word);
    }
  }

  /** `null` for a row that waits for an answer. */
  to(row: ConflictRow): Choice | null {
    const own = presentValue(row.choice);
    const word = wordOf(row);
    if (own !== null && !WHOLE_FILE.has(word)) return { choice: own };
    const source = textOf(row.source);
    if (source === "") return own === null ? null : { why: say.choiceWithoutSource(word) };
    const [said, ...more] = this.of(source);
    if (said === undefined) return null;
    if (more.length > 0) return own === null ? null : { why: say.choicesContradict(source) };
    return { choice: WHOLE_FILE.get(said) ?? "" };
  }

  private of(source: string): Set<string> {
    const known = this.words.get(source) ?? new Set();
    this.words.set(source, known);
    return known;
  }
}
