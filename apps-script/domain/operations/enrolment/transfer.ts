import { isBooked } from "../../rules/standing";
import { type Enrolment, ROSTER } from "../../schema/roster";
import * as desk from "../../wording/desk";
import * as say from "../../wording/enrolment";
import { whoIs } from "../../wording/roster";
import type { ClerkRun } from "../clerk-run";
import { defineOperation } from "../define-operation";
import { stillEnrolled } from "../desk/standing-check";
import { toldOf } from "../desk/told";
import { optional, orToday } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";
import { keepNote } from "../state-note";

/**
 * 变更单位: the enrolment and all it holds go along. 单位推荐表 bears the seal of the unit (附件3, 三), so the new one's is wanted
 * as long as nothing is booked.
 */
export const transfer = defineOperation({
  id: "transfer",
  title: say.TRANSFER_TITLE,
  about: say.transferAbout,
  input: {
    people: people({ title: desk.PEOPLE_TITLE }),
    unit: field.unit({ title: say.newUnitTitle, note: say.newUnitNote }),
    day: orToday(field.day({ title: say.dayTitle, isPast: true })),
    reason: optional(field.text({ title: desk.REASON_TITLE, note: say.keptInNote })),
  },
  example: { input: { people: "王春生", unit: "示例石英矿" }, today: "2024-03-20" },
  decide: (run, { people: keys, unit, day, reason }) => {
    const rows = stillEnrolled(run, keys, say.TRANSFER_TITLE).filter((row) => isElsewhere(run, row, unit));
    for (const row of rows) {
      run.out.set("roster", row, "unit", unit, say.TRANSFER_TITLE);
      keepNote(run, row, say.keptTransfer(day, row.unit, unit, reason), say.TRANSFER_TITLE);
    }
    const partsOf = (before: Enrolment): readonly string[] => [
      say.transferred(before.unit, unit),
      ...(isBooked(before) ? [] : [say.newForm]),
      ...(before.unit === null ? [] : [say.oldUnitTold(before.unit)]),
    ];
    return (after) => toldOf(rows, after, partsOf, (count) => say.manyTransferred(count, unit));
  },
});

function isElsewhere(run: ClerkRun, row: Enrolment, unit: string): boolean {
  if (row.unit !== unit) return true;
  run.refuse(row, "K25", "unit", say.sameUnit(whoIs(row), ROSTER.columns.unit.title, unit));
  return false;
}
