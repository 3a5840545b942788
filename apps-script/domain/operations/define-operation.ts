import { withChanges } from "../changes/advance";
import { withoutBlanked } from "../changes/blanked";
import { sizeOf } from "../changes/change-set";
import { combine } from "../changes/combine";
import type { Day } from "../days/civil-day";
import { Refusal } from "../refusal";
import { type Context, contextOf } from "../rules/context";
import { numberRows } from "../rules/number-rows";
import { recomputeRows } from "../rules/row-local";
import { CLERK_TABLES, type TableName } from "../schema/index";
import type { Enrolment } from "../schema/roster";
import { rowWith } from "../snapshot/by-key";
import type { Snapshot } from "../snapshot/snapshot";
import { ClerkRun } from "./clerk-run";
import { BadInput, type FieldProblem } from "./inputs/bad-input";
import { type FieldInfo, fieldsOf, type InputOf, type InputSpec } from "./inputs/define-input";
import type { Written } from "./inputs/field";
import { problemOf, type RawInput, readInput, worldOf, writtenInput } from "./inputs/read-input";
import type { Reporting } from "./operation";

/** An input that the operation can be tried with on the workbook of the demonstration, and the day on which. */
export interface Example {
  readonly input: Readonly<Record<string, Written>>;
  readonly today: Day;
}

/** The workbook once the run is written, with its row-local columns. */
export interface AfterRun {
  readonly snapshot: Snapshot;
  readonly context: Context;
  readonly row: (key: string) => Enrolment | null;
}

/** What there is to tell of a run: in one sentence, and of each person by number. */
export interface Told {
  readonly said: string;
  readonly people: Readonly<Record<string, string>>;
  /** It tells of what staff should still see to, as a finding would. */
  readonly isOpen?: boolean;
  /** Texts to hand on, each with whom it is for. */
  readonly texts?: readonly TextFor[];
}

/** A text that staff copy into a message or onto the website. */
export interface TextFor {
  readonly to: string;
  readonly text: string;
}

/** The input as it was understood, which means the same when it is given again. */
export interface Done extends Told {
  readonly input: Readonly<Record<string, Written>>;
}

interface Definition<S extends InputSpec> {
  readonly id: string;
  readonly title: string;
  /** One line of what it does. */
  readonly about: string;
  readonly input: S;
  readonly example: Example;
  /** Tables besides those of the actions. */
  readonly tables?: readonly TableName[];
  /** Pure. Gives back what to tell once the row-local columns are known. */
  readonly decide: (run: ClerkRun, input: InputOf<S>) => (after: AfterRun) => Told;
}

/** An operation with an input, as the command line and the dialogs know it. */
export interface ClerkOperation {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly fields: readonly FieldInfo[];
  readonly example: Example;
  /**
   * The operation with this input, or what is wrong with the input's texts. What they mean is asked when it is decided. `clerk`
   * is who does it, for what keeps an 经手人.
   */
  readonly bind: (raw: RawInput, clerk?: string) => Reporting<Done> | { readonly problems: readonly FieldProblem[] };
}

/**
 * Binds an operation's input to what every operation is: rows are numbered, the input is asked of the workbook, the cells are
 * decided, and the row-local columns of the rows it touches follow in the same run.
 */
export function defineOperation<const S extends InputSpec>(definition: Definition<S>): ClerkOperation {
  const { id, title, about, input: spec, example, tables = [] } = definition;
  return {
    id,
    title,
    about,
    fields: fieldsOf(spec),
    example,
    bind: (raw, clerk = "") => {
      const read = readInput(spec, raw);
      if ("problems" in read) return read;
      return {
        id,
        title,
        tables: [...CLERK_TABLES, ...tables],
        decide: (snapshot, context) => {
          const numbered = numberRows(snapshot, context);
          const now = withChanges(snapshot, numbered);
          const { today, leftOut } = context;
          const at = contextOf(now, today, leftOut);
          const meant = read.meant(worldOf(now, at));
          if ("problems" in meant) throw new BadInput(meant.problems);
          return decided(definition, new ClerkRun(now, at, clerk), meant.input, {
            ...numbered,
            findings: [],
          });
        },
      };
    },
  };
}

function decided<S extends InputSpec>(
  { input: spec, decide }: Definition<S>,
  run: ClerkRun,
  input: InputOf<S>,
  numbered: ReturnType<typeof numberRows>,
) {
  const tell = decide(run, input);
  if (run.isForNobody) return nothingFor(writtenInput(spec, input));
  const problems = run.complaints.map(([field, complaint]) => problemOf(field, spec[field], complaint));
  if (problems.length > 0) throw new BadInput(problems);
  const own = run.done();
  const { blanked } = run;
  if (sizeOf({ ...own, blanked }) === 0 && run.leftOut.length > 0) throw new Refusal("not-possible", run.leftOut);
  const written = withoutBlanked(withChanges(run.snapshot, own), blanked);
  const { today, leftOut } = run.context;
  const followed = recomputeRows(written, contextOf(written, today, leftOut), run.touched);
  const after = withChanges(written, followed);
  const row = (key: string): Enrolment | null => rowWith(after.roster, key);
  const told = tell({ snapshot: after, context: contextOf(after, today), row });
  const outcome = combine([numbered, own, followed], { said: told.said, people: told.people });
  const choices = run.asked.filter((key) => told.people[key] !== undefined && !leftOut.has(key));
  return { ...outcome, blanked, choices, report: { ...told, input: writtenInput(spec, input) } };
}

/** Everybody was left out, so nothing that goes beyond them is done either, such as booking what they pay. */
function nothingFor(input: Done["input"]) {
  const told = { said: "", people: {} };
  return { cells: [], rows: [], findings: [], summary: told, blanked: [], choices: [], report: { ...told, input } };
}
