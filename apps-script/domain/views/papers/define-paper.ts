import { BadInput, type FieldProblem } from "../../operations/inputs/bad-input";
import { type FieldInfo, fieldsOf, type InputOf, type InputSpec } from "../../operations/inputs/define-input";
import { type RawInput, readInput, worldOf } from "../../operations/inputs/read-input";
import type { Context } from "../../rules/context";
import type { TableName } from "../../schema/index";
import type { Snapshot } from "../../snapshot/snapshot";
import type { Paper } from "./paper";

interface Definition<S extends InputSpec> {
  readonly id: string;
  readonly title: string;
  /** One line of what it is for. */
  readonly about: string;
  /** What it is printed for: a class, a unit, a day. */
  readonly question: S;
  /** Tables that it reads besides those of the actions. */
  readonly tables?: readonly TableName[];
  /** Shows what nobody but its holder may know: it is printed alone, and never kept. */
  readonly isSecret?: true;
  /** Pure. */
  readonly make: (snapshot: Snapshot, context: Context, question: InputOf<S>) => Omit<Paper, "kind">;
}

/** A paper as the page and the command line know it. */
export interface PaperKind {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly fields: readonly FieldInfo[];
  readonly tables: readonly TableName[];
  readonly isSecret: boolean;
  /** The paper that was asked for, or what is wrong with the question's texts. */
  readonly bind: (
    raw: RawInput,
  ) => ((snapshot: Snapshot, context: Context) => Paper) | { readonly problems: readonly FieldProblem[] };
}

/**
 * Binds a paper to what it is asked for.
 *
 * `bind` gives back a function that throws {BadInput} where the question means nothing, or several things, in the workbook.
 */
export function definePaper<const S extends InputSpec>(definition: Definition<S>): PaperKind {
  const { id, title, about, question: spec, tables = [], isSecret = false } = definition;
  return {
    id,
    title,
    about,
    fields: fieldsOf(spec),
    tables,
    isSecret,
    bind: (raw) => {
      const read = readInput(spec, raw);
      if ("problems" in read) return read;
      return (snapshot, context) => {
        const meant = read.meant(worldOf(snapshot, context));
        if ("problems" in meant) throw new BadInput(meant.problems);
        return { kind: id, ...definition.make(snapshot, context, meant.input) };
      };
    },
  };
}
