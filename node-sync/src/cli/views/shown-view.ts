import { BadInput } from "../../../../apps-script/domain/operations/inputs/bad-input";
import {
  type FieldInfo,
  fieldsOf,
  type InputOf,
  type InputSpec,
} from "../../../../apps-script/domain/operations/inputs/define-input";
import { problemOf, type RawInput, readInput, worldOf } from "../../../../apps-script/domain/operations/inputs/read-input";
import type { Context } from "../../../../apps-script/domain/rules/context";
import type { Snapshot } from "../../../../apps-script/domain/snapshot/snapshot";
import { missing } from "../../../../apps-script/domain/wording/inputs";
import { BadFields } from "../../refusal";
import { linesOf } from "../../wording/plain-text";

/** A view as the command `view` shows it. */
export interface ShownView {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly fields: readonly FieldInfo[];
  /** Its JSON, and the same as text; ids and mobiles are masked in the text. */
  readonly show: (raw: RawInput) => (snapshot: Snapshot, context: Context) => { readonly json: unknown; readonly text: string };
}

interface Definition<S extends InputSpec, V> {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly question: S;
  /** `null` where what is asked about is not there. */
  readonly view: (snapshot: Snapshot, context: Context, question: InputOf<S>) => V | null;
  /** Which field is told of then, and what. */
  readonly missing?: { readonly field: keyof S & string; readonly message: string };
  readonly lines: (view: V) => readonly string[];
}

/** Binds a view to what it is asked; a question that can't be read is told as the input of an operation is. */
export function shownView<const S extends InputSpec, V extends object>(definition: Definition<S, V>): ShownView {
  const { id, title, about, question: spec } = definition;
  const { field, message } = definition.missing ?? { field: "", message: missing };
  return {
    id,
    title,
    about,
    fields: fieldsOf(spec),
    show: (raw) => {
      const read = readInput(spec, raw);
      if ("problems" in read) throw new BadFields(read.problems);
      return (snapshot, context) => {
        const meant = read.meant(worldOf(snapshot, context));
        if ("problems" in meant) throw new BadInput(meant.problems);
        const view = definition.view(snapshot, context, meant.input);
        if (view === null) throw new BadInput([problemOf(field, spec[field], { given: "", message, possible: [] })]);
        return { json: view, text: linesOf(definition.lines(view)) };
      };
    },
  };
}
