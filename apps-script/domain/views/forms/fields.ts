import { type Day, isDay } from "../../days/civil-day";
import { foldWidth } from "../../people/canonical";
import { readResidentId } from "../../people/resident-id";
import type { TrainingClass } from "../../plan/training-class";
import type { Settings } from "../../rules/context";
import { DOCUMENT } from "../../schema/allowed";
import type { RowOf } from "../../schema/column";
import type { UNITS } from "../../schema/index";
import type { Enrolment } from "../../schema/roster";
import { textOf, type Value } from "../../snapshot/value";
import { FIELD_NAMES, fromTo, longDay, longMonth, reportInAt, TRADE, termOf } from "../../wording/form-fields";

/** What a form is filled from; what it is not about is `null`. */
export interface FormFacts {
  readonly person: Enrolment | null;
  /** The person's place in the list, from 1. */
  readonly number: number | null;
  readonly unit: Pick<RowOf<typeof UNITS>, "name" | "contact" | "phone" | "creditCode" | "category"> | null;
  readonly class: TrainingClass | null;
  /** People in all. */
  readonly count: number;
  readonly settings: Pick<Settings, "planYear" | "centreName" | "centrePhone" | "place">;
  readonly today: Day;
}

export type FieldId = keyof typeof FIELD_NAMES;
/** What a field is about. A whole list has one of what it was asked for, and one a person of everything else. */
export type FieldGroup = "person" | "unit" | "class" | "centre";

interface FieldOf<G extends FieldGroup> {
  readonly of: G;
  readonly value: (facts: FormFacts) => Value;
}

const ofPerson = (read: (person: Enrolment, facts: FormFacts) => Value): FieldOf<"person"> => ({
  of: "person",
  value: (facts) => (facts.person === null ? null : read(facts.person, facts)),
});
const ofUnit = (read: (unit: NonNullable<FormFacts["unit"]>) => Value): FieldOf<"unit"> => ({
  of: "unit",
  value: ({ unit }) => (unit === null ? null : read(unit)),
});
const ofClass = (read: (one: TrainingClass, facts: FormFacts) => Value): FieldOf<"class"> => ({
  of: "class",
  value: (facts) => (facts.class === null ? null : read(facts.class, facts)),
});
const ofCentre = (read: (facts: FormFacts) => Value): FieldOf<"centre"> => ({ of: "centre", value: read });

/** A cell that is no day stays as it is written. */
const day = (value: Value): Value => (isDay(value) ? longDay(value) : value);

/** Every field that a form may ask for. Passwords are none: they go on slips alone. */
const FIELDS: Readonly<Record<FieldId, FieldOf<FieldGroup>>> = {
  number: { of: "person", value: ({ number }) => number },
  enrolment: ofPerson(({ id }) => id),
  name: ofPerson(({ name }) => name),
  sex: ofPerson((person, { today }) => identity(person, today)?.sex ?? null),
  born: ofPerson((person, { today }) => day(identity(person, today)?.birth ?? null)),
  bornMonth: ofPerson((person, { today }) => {
    const birth = identity(person, today)?.birth ?? null;
    return birth === null ? null : longMonth(birth);
  }),
  idType: ofPerson((person, { today }) => person.idType ?? (identity(person, today) ? DOCUMENT.idCard : null)),
  idNumber: ofPerson(({ idNumber }) => idNumber),
  mobile: ofPerson(({ mobile }) => mobile),
  unit: ofUnit(({ name }) => name),
  post: ofPerson(({ post }) => post),
  education: ofPerson(({ education }) => education),
  kind: ofPerson(({ kind }) => kind),
  certificate: ofPerson(({ certificate }) => certificate),
  validUntil: ofPerson(({ validUntil }) => day(validUntil)),
  note: ofPerson(({ note }) => note),
  reportedInOn: ofPerson(({ reportedInOn }) => day(reportedInOn)),
  feeDue: ofPerson(({ feeDue }) => feeDue),
  feePaid: ofPerson(({ feePaid }) => feePaid),
  card: ofPerson(({ card }) => card),
  exam: ofPerson(({ exam }) => exam),
  examOn: ofPerson(({ examOn }) => day(examOn)),
  score: ofPerson(({ score }) => score),
  issuedOn: ofPerson(({ issuedOn }) => day(issuedOn)),
  newValidUntil: ofPerson(({ newValidUntil }) => day(newValidUntil)),
  contact: ofUnit(({ contact }) => contact),
  unitPhone: ofUnit(({ phone }) => phone),
  creditCode: ofUnit(({ creditCode }) => creditCode),
  unitCategory: ofUnit(({ category }) => category),
  class: ofClass(({ name }) => name),
  classKind: ofClass(({ kind }) => kind),
  term: ofClass(({ term }) => (term === null ? null : termOf(term))),
  reportIn: ofClass(({ reportIn }) => day(reportIn)),
  reportInTime: ofClass(({ reportIn, reportHours }) => (reportIn === null ? null : reportInAt(reportIn, reportHours))),
  study: ofClass(({ studyFrom, studyTo }) => (studyFrom === null || studyTo === null ? null : fromTo(studyFrom, studyTo))),
  studyFrom: ofClass(({ studyFrom }) => day(studyFrom)),
  studyTo: ofClass(({ studyTo }) => day(studyTo)),
  place: ofClass(({ place }, { settings }) => place ?? settings.place),
  count: ofCentre(({ count }) => count),
  year: ofCentre(({ settings }) => settings.planYear),
  centreName: ofCentre(({ settings }) => settings.centreName),
  centrePhone: ofCentre(({ settings }) => settings.centrePhone),
  today: ofCentre(({ today }) => day(today)),
  trade: ofCentre(() => TRADE),
};

/** Sex and birth as a resident id says them; a wrong one says nothing. */
function identity({ idNumber }: Enrolment, today: Day) {
  const reading = readResidentId(textOf(idNumber), today);
  return reading.valid ? reading : null;
}

/** A field as placeholders and lists know it. */
export interface FormField {
  readonly id: FieldId;
  readonly of: FieldGroup;
  /** What it is called, its usual name first. */
  readonly names: readonly string[];
}

export const FORM_FIELDS: readonly FormField[] = (Object.keys(FIELD_NAMES) as FieldId[]).map((id) => ({
  id,
  of: FIELDS[id].of,
  names: FIELD_NAMES[id],
}));

/** Width, blanks and what joins words do not count. */
export const fieldForm = (written: string): string =>
  foldWidth(written)
    .replace(/[\s　:：]/gu, "")
    .toUpperCase();

const BY_NAME: ReadonlyMap<string, FormField> = new Map(
  FORM_FIELDS.flatMap((field) => field.names.map((name) => [fieldForm(name), field] as const)),
);

/** The field that a placeholder names; `null` for none. @example fieldNamed(" 姓 名 ")?.id // "name" */
export function fieldNamed(written: string): FormField | null {
  return BY_NAME.get(fieldForm(written)) ?? null;
}

export type FormValues = Readonly<Record<FieldId, string>>;

/** Every field's value as text, `""` where there is none. */
export function valuesOf(facts: FormFacts): FormValues {
  const entries = FORM_FIELDS.map(({ id }) => [id, textOf(FIELDS[id].value(facts))] as const);
  return Object.fromEntries(entries) as Readonly<Record<FieldId, string>>;
}
