import { foldWidth } from "../../people/canonical";
import { PAPER_COLUMNS, type PaperColumn, paperOf } from "../../schema/paper-columns";
import { PAPERS } from "../../schema/papers";
import * as say from "../../wording/desk";
import type { NotMeant } from "../inputs/fields";

/** The columns of 资料 as words that staff choose from: by title, or by what follows the stage in it where one paper alone is so called. */
interface PaperWords {
  readonly words: readonly string[];
  readonly columnOf: (word: string) => PaperColumn | null;
  readonly meaning: (written: string) => string | NotMeant | null;
}

export const ALL_PAPERS = paperWords(PAPER_COLUMNS);
export const DESK_PAPERS = paperWords(PAPER_COLUMNS.filter((column) => paperOf(column).stage === "desk"));

function paperWords(columns: readonly PaperColumn[]): PaperWords {
  const titles = new Map(columns.map((column) => [PAPERS.columns[column].title, column]));
  const short = (title: string): string => foldWidth(title.slice(title.indexOf("·") + 1));
  return {
    words: [...titles.keys()],
    columnOf: (word) => titles.get(word) ?? null,
    meaning: (written) => {
      const form = foldWidth(written);
      const called = [...titles].filter(([title, column]) => short(title) === form || foldWidth(paperOf(column).called) === form);
      const [one, ...more] = called.map(([title]) => title);
      if (one === undefined) return null;
      return more.length === 0 ? one : { why: say.severalPapers, possible: [one, ...more] };
    },
  };
}
