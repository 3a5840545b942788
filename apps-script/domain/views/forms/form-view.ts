import type { InputOf } from "../../operations/inputs/define-input";
import { optional } from "../../operations/inputs/field";
import * as field from "../../operations/inputs/fields";
import { people as peopleField } from "../../operations/inputs/people-field";
import type { TrainingClass } from "../../plan/training-class";
import type { Context } from "../../rules/context";
import { isWithdrawn } from "../../rules/standing";
import { ROSTER } from "../../schema/roster";
import { rowWith } from "../../snapshot/by-key";
import type { Snapshot } from "../../snapshot/snapshot";
import { PEOPLE_TITLE } from "../../wording/desk";
import { byUnit, classPeople, everybody, type Listed } from "../everybody";
import { unitReader } from "../papers/of-unit";
import { shownUnit } from "../question-fields";
import { unitNames } from "../unit-names";
import { type FieldGroup, type FormFacts, type FormValues, valuesOf } from "./fields";

/** Whom a form is filled for: the people of a class, of a unit, of both; of people by name those whom class and unit fit. */
export const FORM_QUESTION = {
  class: optional(field.trainingClass({ title: ROSTER.columns.class.title })),
  unit: optional(shownUnit({ title: ROSTER.columns.unit.title })),
  people: optional(peopleField({ title: PEOPLE_TITLE })),
};

type FormQuestion = InputOf<typeof FORM_QUESTION>;

/** What a form is filled with. */
export interface FormView {
  readonly class: string | null;
  readonly unit: string | null;
  /** Of what the whole form has one. */
  readonly whole: FormValues;
  readonly wholeGroups: readonly FieldGroup[];
  /** Everything there is about each, in the order of the form. */
  readonly people: readonly FormValues[];
  /** People whose number several rows have: they are not among `people`. */
  readonly repeated: number;
  /** People by name who are not of the class or the unit that is asked for too: they are not among `people`. */
  readonly elsewhere: number;
}

/** The people that are asked for, by unit and number as on every list of a class; people by name in the order of their names. */
export function formView(snapshot: Snapshot, context: Context, question: FormQuestion): FormView {
  const { classes } = classPeople(snapshot);
  const named = classes.named(question.class);
  const { meant, elsewhere } = peopleMeant(snapshot, named, question);
  const people = meant.filter(({ isRepeated }) => !isRepeated);
  const { settings, today } = context;
  const common = { count: people.length, settings, today };
  const unitOf = (name: string | null): FormFacts["unit"] => {
    if (name === null) return null;
    const full = unitNames(snapshot).nameFor(name);
    return (
      snapshot.units.find((unit) => unit.name === full) ?? {
        name: full,
        contact: null,
        phone: null,
        creditCode: null,
        category: null,
      }
    );
  };
  const whole = { ...common, person: null, number: null, unit: unitOf(question.unit), class: named };
  return {
    class: named?.name ?? null,
    unit: question.unit,
    whole: valuesOf(whole),
    wholeGroups: ["centre", ...(named === null ? [] : ["class" as const]), ...(question.unit === null ? [] : ["unit" as const])],
    people: people.map(({ row }, place) =>
      valuesOf({ ...common, person: row, number: place + 1, unit: unitOf(row.unit), class: named ?? classes.of(row) }),
    ),
    repeated: meant.length - people.length,
    elsewhere,
  };
}

type Meant = Pick<FormView, "elsewhere"> & { readonly meant: readonly Listed[] };

function peopleMeant(snapshot: Snapshot, one: TrainingClass | null, { unit, people }: FormQuestion): Meant {
  const isOfUnit = unitReader(snapshot).isOf(unit);
  if (people === null) {
    const all = one === null ? everybody(snapshot) : classPeople(snapshot).of(one);
    const meant = all.filter((listed) => !isWithdrawn(listed.row) && isOfUnit(listed)).sort(byUnit);
    return { meant, elsewhere: 0 };
  }
  const { classes } = classPeople(snapshot);
  const named = people.flatMap((key) => {
    const row = rowWith(snapshot.roster, key);
    return row === null ? [] : [{ row, isRepeated: false }];
  });
  const isOfClass = ({ row }: Listed): boolean => one === null || classes.named(row.class)?.key === one.key;
  const meant = named.filter((listed) => isOfClass(listed) && isOfUnit(listed));
  return { meant, elsewhere: named.length - meant.length };
}
