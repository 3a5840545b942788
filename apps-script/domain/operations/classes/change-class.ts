import { statedIn } from "../../plan/classes";
import { touchedRows } from "../../plan/touched-people";
import { normaliseClass, type StatedCell, type StatedClass } from "../../plan/training-class";
import { classFinder } from "../../rules/class-finder";
import { CLASS_STATE, LIGHT, YES_NO } from "../../schema/allowed";
import { PLAN, type PlanRow } from "../../schema/plan";
import type { Enrolment } from "../../schema/roster";
import { groupedBy } from "../../snapshot/grouped-by";
import * as say from "../../wording/change-class";
import { changesOf } from "../../wording/plan-load";
import type { ClerkRun } from "../clerk-run";
import { defineOperation, type TextFor } from "../define-operation";
import { toldOf } from "../desk/told";
import { fittingClasses } from "../enrolment/fitting-classes";
import type { InputOf } from "../inputs/define-input";
import { optional } from "../inputs/field";
import * as field from "../inputs/fields";
import { loadPlanOperation } from "../load-plan";

const { columns } = PLAN;
const stated = (title: string) => optional(field.text({ title, note: say.cellNote, longest: 100 }));
const input = {
  class: field.trainingClass({ title: columns.name.title }),
  deadline: stated(columns.statedDeadline.title),
  booking: stated(columns.statedBooking.title),
  reportIn: stated(columns.statedReportIn.title),
  study: stated(columns.statedStudy.title),
  stopped: optional(field.choice({ title: CLASS_STATE.stopped, note: say.stoppedNote, words: [YES_NO.yes] })),
};
type Given = InputOf<typeof input>;
const CELLS = ["deadline", "booking", "reportIn", "study"] as const satisfies readonly StatedCell[];

/**
 * 培训安排变更 (the notice, 一.6: changes are published at once): a new version of the class, or 停办, as the same table of a later notice
 * would. Says whom it touches, who can't make it any more and where they could go, and gives the texts to publish and to send.
 */
export const changeClass = defineOperation({
  id: "change-class",
  title: say.CHANGE_TITLE,
  about: say.changeAbout,
  input,
  tables: ["todo"],
  example: { input: { class: "再三", reportIn: "5月21日9:00-11:00", study: "5月21日-5月24日" }, today: "2024-03-20" },
  decide: (run, given) => {
    const row = rowOf(run, given.class);
    const wanted = row === null ? null : wantedClass(run, row, given);
    if (row === null || wanted === null) return () => ({ said: "", people: {} });
    const before = statedIn(row);
    const loaded = loadPlanOperation([wanted], yearOf(run, row)).decide(run.snapshot, run.context);
    const keys = [row.key, ...loaded.rows.map((added) => added.row)];
    run.out.absorb({ ...loaded, findings: loaded.findings.filter((found) => keys.includes(found.row ?? "")) });
    const rows = run.people(touchedRows(run.snapshot.roster, given.class).map(({ key }) => key));
    const change = wanted.stopped ? say.stopped(given.class) : say.changed(given.class, changesOf(before, wanted));
    return (after) => {
      const fitting = fittingClasses(after.snapshot, after.context);
      const cannot = (now: Enrolment): boolean => wanted.stopped === true || NOT_IN_TIME.includes(now.light ?? "");
      const partsOf = (_: Enrolment, now: Enrolment): readonly string[] =>
        cannot(now) ? [say.cannotMake(fitting(now))] : [say.stays];
      const together = (count: number): string => `${change}，${say.touches(count)}`;
      const told = toldOf(rows, after, partsOf, together);
      const people = rows.map((one) => ({ row: one, others: cannot(after.row(one.key) ?? one) ? fitting(one) : null }));
      return {
        ...told,
        said: together(rows.length),
        texts: textsFor(run, given.class, { change, isStopped: wanted.stopped === true }, people),
      };
    };
  },
});

const yearOf = ({ context }: ClerkRun, { year }: PlanRow): number => Number(year ?? context.settings.planYear);

const NOT_IN_TIME: readonly string[] = [LIGHT.late, LIGHT.expired];

function rowOf({ snapshot }: ClerkRun, name: string): PlanRow | null {
  const key = classFinder(snapshot).named(name)?.key;
  return snapshot.plan.find((row) => row.key === key) ?? null;
}

/** The class as it is to be stated; `null` when a cell can't be read or nothing changes. */
function wantedClass(run: ClerkRun, row: PlanRow, given: Given): StatedClass | null {
  const changing = CELLS.filter((cell) => given[cell] !== null);
  const wanted: StatedClass = {
    ...statedIn(row),
    ...Object.fromEntries(changing.map((cell) => [cell, given[cell]])),
    ...(given.stopped === null ? {} : { stopped: true as const }),
  };
  const { problems } = normaliseClass(wanted, yearOf(run, row));
  const wrong = problems.filter(({ cell }) => changing.some((one) => one === cell));
  for (const { cell, message } of wrong)
    run.complain(cell, { given: given[cell as (typeof CELLS)[number]] ?? "", message, possible: [] });
  if (given.stopped !== null && changing.length > 0) {
    run.complain("stopped", { given: YES_NO.yes, message: say.eitherOr, possible: [] });
  } else if (given.stopped === null && changing.every((cell) => given[cell] === statedIn(row)[cell])) {
    run.complain("class", { given: given.class, message: say.nothingChanges, possible: [] });
  } else return wrong.length > 0 ? null : wanted;
  return null;
}

interface Touched {
  readonly row: Enrolment;
  /** Other classes of who can't make it; `null` of who can. */
  readonly others: readonly string[] | null;
}

/** For the website, for the class's group, and one for each unit. */
function textsFor(
  { context: { settings } }: ClerkRun,
  name: string,
  { change, isStopped }: { readonly change: string; readonly isStopped: boolean },
  people: readonly Touched[],
): readonly TextFor[] {
  const centre = { name: settings.centreName, phone: settings.centrePhone };
  const byUnit = groupedBy(people, ({ row }) => row.unit ?? "");
  const units = [...byUnit].map(([unit, touched]) => {
    const names = touched.map(({ row }) => row.name ?? "");
    const lost = touched.flatMap(({ row, others }) => (others === null ? [] : [{ name: row.name ?? "", others }]));
    return { to: unit === "" ? say.noUnit : unit, text: say.unitText(change, names, lost, centre) };
  });
  return [
    { to: say.forWebsite, text: say.websiteText(change, centre) },
    { to: say.forGroup(name), text: say.groupText(change, isStopped, centre) },
    ...units,
  ];
}
