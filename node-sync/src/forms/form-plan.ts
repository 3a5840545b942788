import type { FieldGroup } from "../../../apps-script/domain/views/forms/fields";
import { refusal } from "../refusal";
import * as say from "../wording/forms";
import type { Row } from "./paragraphs";
import type { Placeholder } from "./placeholders";

/** What a form is: filled once for all it is about, once a person, or once with people as a list in it. */
export type FormKind = "once" | "each" | "list";

/** What is written where a placeholder stands: names that the renderer knows. */
export interface Tagged {
  readonly placeholder: Placeholder;
  readonly tags: readonly string[];
}

export interface FormPlan {
  readonly kind: FormKind;
  /** By part. */
  readonly parts: ReadonlyMap<string, readonly Tagged[]>;
}

/** The list of the people. */
export const PEOPLE = "people";
/** Behind a field whose lack is a line to write on: in a table an empty cell is. */
export const OR_LINE = "~";

type Parts = ReadonlyMap<string, readonly Placeholder[]>;

/**
 * A list has `{#学员}` … `{/学员}` around what is repeated, or a table row with `{序号}`, which is repeated by itself. Else a form
 * that asks for anything of a person is one a person.
 *
 * @param groups what the whole form has one of
 * @throws {Refusal} `not-possible` for a list whose ends do not fit, or that asks for a person outside of what is repeated
 */
export function planOf(parts: Parts, groups: readonly FieldGroup[]): FormPlan {
  const all = [...parts.values()].flat();
  const isPersonal = ({ field }: Placeholder): boolean => field !== null && !groups.includes(field.of);
  const isMarked = all.some(({ kind }) => kind !== "field");
  const numbered = new Set(
    [...parts].flatMap(([, found]) => found.flatMap(({ field, row }) => (field?.id === "number" && row ? [row] : []))),
  );
  const isRepeated = ({ row }: Placeholder): boolean => row !== null && numbered.has(row);
  const isList = isMarked || (numbered.size > 0 && all.every((one) => !isPersonal(one) || isRepeated(one)));
  const kind = isList ? "list" : all.some(isPersonal) ? "each" : "once";
  return {
    kind,
    parts: new Map(
      [...parts].map(([part, found]) => [part, isList ? listTags(found, isPersonal, numbered) : found.map(fieldTag)]),
    ),
  };
}

function fieldTag(placeholder: Placeholder): Tagged {
  const { field, row } = placeholder;
  return { placeholder, tags: field === null ? [] : [row === null ? `${field.id}${OR_LINE}` : field.id] };
}

/** The same of a list: the rows with a number begin and end a repetition. */
function listTags(
  found: readonly Placeholder[],
  isPersonal: (one: Placeholder) => boolean,
  numbered: ReadonlySet<Row>,
): Tagged[] {
  let begun: Placeholder | null = null;
  const tagged = found.map((placeholder, place): Tagged => {
    const { kind, row } = placeholder;
    if (kind === "list-begin") {
      if (begun) throw refusal("not-possible", say.listInList(placeholder));
      begun = placeholder;
      return { placeholder, tags: [`#${PEOPLE}`] };
    }
    if (kind === "list-end") {
      if (!begun) throw refusal("not-possible", say.listNotBegun(placeholder));
      begun = null;
      return { placeholder, tags: [`/${PEOPLE}`] };
    }
    const { tags } = fieldTag(placeholder);
    if (begun) return { placeholder, tags };
    if (row === null || !numbered.has(row)) {
      if (isPersonal(placeholder)) throw refusal("not-possible", say.personOutsideList(placeholder));
      return { placeholder, tags };
    }
    const isFirst = !found.slice(0, place).some((one) => one.row === row);
    const isLast = !found.slice(place + 1).some((one) => one.row === row);
    return { placeholder, tags: [...(isFirst ? [`-w:tr ${PEOPLE}`] : []), ...tags, ...(isLast ? [`/${PEOPLE}`] : [])] };
  });
  if (begun) throw refusal("not-possible", say.listNotEnded(begun));
  return tagged;
}
