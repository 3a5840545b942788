import type { TrainingClass } from "../../plan/training-class";
import * as say from "../../wording/printed";
import type { Block, Fact, Paper, TableBlock } from "./paper";

interface OneTable {
  readonly title: string;
  readonly look: Paper["look"];
  /** How many people stand in the table. */
  readonly people: number;
  readonly leftOut: readonly string[];
  /** Besides what every paper of a class says of it. */
  readonly facts?: readonly Fact[];
  readonly table: TableBlock;
  /** Lines below the table that are filled in by hand, and how many stand beside each other. */
  readonly below?: readonly string[];
  readonly across?: 2 | 3;
}

/** A paper of a class that is one table, with lines to write on below it. */
export function oneTable(one: TrainingClass, paper: OneTable): Omit<Paper, "kind"> {
  const { title, look, people, leftOut, facts = say.classFacts(one, people), table, below = [], across = 3 } = paper;
  const lines: Block = { kind: "facts", across, facts: below.map((label) => ({ label, value: null })) };
  const blocks = below.length > 0 ? [table, lines] : [table];
  const parts = [{ name: title, title: say.titleOf(one.name, title), facts, blocks }];
  return { name: say.nameOf(one.name, title), look, people, leftOut, parts };
}
