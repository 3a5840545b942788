import type { Field } from "./field";

/** The fields of an input by the names that the command line and JSON know them by, in the order of a form. */
export type InputSpec = { readonly [name: string]: Field<unknown> };

/** What an operation is handed: the value of each field. */
export type InputOf<S extends InputSpec> = { readonly [N in keyof S]: S[N] extends Field<infer T> ? T : never };

/** A field as it is listed. */
export interface FieldInfo extends Pick<Field<unknown>, "kind" | "title" | "note" | "choices"> {
  readonly name: string;
  readonly required: boolean;
  readonly many: boolean;
}

export function fieldsOf(spec: InputSpec): FieldInfo[] {
  return Object.entries(spec).map(([name, { kind, title, note, choices, isRequired, isMany }]) => ({
    name,
    title,
    kind,
    required: isRequired,
    many: isMany,
    choices,
    note,
  }));
}
