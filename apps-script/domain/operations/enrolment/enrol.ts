import { educationOf, kindOf, postOf } from "../../people/aliases";
import { DOCUMENT_TYPES, EDUCATIONS, KIND, KINDS, POSTS } from "../../schema/allowed";
import { LONGEST_UNIT, ROSTER } from "../../schema/roster";
import * as desk from "../../wording/desk";
import * as say from "../../wording/enrol";
import { defineOperation } from "../define-operation";
import { toldOf } from "../desk/told";
import { optional, orToday } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";
import { newcomer } from "./newcomer";
import { closeFor, replacedRow } from "./replaced";

const { columns } = ROSTER;

/**
 * 新增报名: a walk-in or a caller, one person, post and kind. `instead` closes an enrolment that this one takes the place of
 * (转班): 人员编号, papers, money and card go along ("另建初培" of a lapsed certificate, the notice, 三.1).
 */
export const enrol = defineOperation({
  id: "enrol",
  title: say.ENROL_TITLE,
  about: say.enrolAbout,
  input: {
    instead: optional(people({ title: say.insteadTitle, note: say.insteadNote })),
    name: optional(field.text({ title: columns.name.title, longest: 50, note: say.fromOldNote })),
    idNumber: optional(field.text({ title: columns.idNumber.title, longest: 40, note: say.fromOldNote })),
    idType: optional(field.choice({ title: columns.idType.title, words: DOCUMENT_TYPES, note: say.idTypeNote })),
    mobile: optional(field.text({ title: columns.mobile.title, longest: 20, note: say.fromOldNote })),
    unit: optional(field.unit({ title: columns.unit.title, note: say.unitNote })),
    newUnit: optional(field.text({ title: say.newUnitTitle, longest: LONGEST_UNIT, note: say.newUnitNote })),
    post: optional(
      field.choice({
        title: columns.post.title,
        words: POSTS,
        note: say.fromOldNote,
        meaning: (written) => meant(postOf(written), "post"),
      }),
    ),
    kind: field.choice({ title: columns.kind.title, words: KINDS, meaning: (written) => meant(kindOf(written), "kind") }),
    education: optional(
      field.choice({
        title: columns.education.title,
        words: EDUCATIONS,
        meaning: (written) => meant(educationOf(written), "education"),
      }),
    ),
    validUntil: optional(field.day({ title: columns.validUntil.title, note: say.validUntilNote })),
    certificate: optional(field.text({ title: columns.certificate.title, longest: 60 })),
    class: optional(field.trainingClass({ title: columns.lockedClass.title, note: say.classNote })),
    day: orToday(field.day({ title: say.dayTitle, isPast: true })),
    note: optional(field.text({ title: columns.note.title })),
  },
  example: { input: { instead: "孙建国", kind: KIND.initial }, today: "2024-03-20" },
  decide: (run, input) => {
    const old = input.instead === null ? null : replacedRow(run, input.instead);
    const row = newcomer(run, input, old);
    if (row === null) return () => ({ said: "", people: {} });
    if (old !== null) closeFor(run, old, row.key, input);
    return (after) => {
      const now = after.row(row.key);
      if (now === null) return { said: "", people: {} };
      const parts = [
        say.enrolled(input.day, row.key, input.kind, now.unit),
        ...(old === null ? [] : [say.tookPlace(old.key)]),
        ...(row.isNewUnit ? [say.unitToConfirm] : []),
        ...row.remarks,
        now.class === null ? say.classFollows : desk.inClass(now.class),
      ];
      return toldOf(
        [now],
        after,
        () => parts,
        () => "",
      );
    };
  },
});

/** The word that a spelling means; one that staff have to choose is none. */
function meant<K extends string, W extends string>(found: { readonly [N in K]?: W } | object | null, key: K): W | null {
  return found !== null && key in found ? ((found as { readonly [N in K]?: W })[key] ?? null) : null;
}
