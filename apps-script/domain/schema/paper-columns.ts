import type { Paper } from "./column";
import { PAPERS } from "./papers";

type Columns = (typeof PAPERS)["columns"];

/** A column of 资料 that holds the answer about one paper or one check of a paper. */
export type PaperColumn = { [C in keyof Columns]: Columns[C] extends { readonly paper: Paper } ? C : never }[keyof Columns];

/** In the order of the tab, which is the order in which they are said. */
export const PAPER_COLUMNS = (Object.keys(PAPERS.columns) as (keyof Columns)[]).filter(
  (name): name is PaperColumn => "paper" in PAPERS.columns[name],
);

export const paperOf = (column: PaperColumn): Paper => PAPERS.columns[column].paper;
