import { compare } from "../../changes/outcome";
import { hasEnded } from "../../rules/standing";
import { ENROLMENT } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import { titleOfColumn, UNIT_COLUMNS } from "../../schema/unit-columns";
import { textOf } from "../../snapshot/value";
import * as desk from "../../wording/desk";
import * as say from "../../wording/enrolment";
import { whoIs } from "../../wording/roster";
import type { ClerkRun } from "../clerk-run";
import { defineOperation } from "../define-operation";
import { toldOf } from "../desk/told";
import { optional } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";
import { keepNote } from "../state-note";

/**
 * 合并人员: rows of one person get one 人员编号. Of two that count for one post the other is closed as 转班, so that its papers, money
 * and card are counted with the one that is kept; cells that the kept one lacks are filled, those that differ stay and are said.
 */
export const mergePerson = defineOperation({
  id: "merge-person",
  title: say.MERGE_TITLE,
  about: say.mergeAbout,
  input: {
    people: people({ title: desk.PEOPLE_TITLE, note: say.mergePeopleNote }),
    keep: optional(people({ title: say.keepTitle, note: say.keepNote })),
    reason: field.text({ title: desk.REASON_TITLE, note: say.mergeReasonNote }),
  },
  example: { input: { people: "褚晓东、周永强", reason: "改过名，身份证已核对" }, today: "2024-03-20" },
  decide: (run, { people: keys, keep: chosen, reason }) => {
    const rows = [...run.asks(keys)].sort((a, b) => compare(a.key, b.key));
    const keep = keptRow(run, rows, chosen);
    if (rows.length < 2) run.complain("people", { given: rows.map(whoIs).join("、"), message: say.twoWanted, possible: [] });
    if (keep === null) return () => ({ said: "", people: {} });
    const person = rows.find((row) => row.person !== null)?.person ?? null;
    const others = rows.filter((row) => row !== keep);
    for (const row of rows) run.out.set("roster", row, "person", person, say.MERGE_TITLE);
    const closed = others.filter((row) => row.post === keep.post && !hasEnded(row));
    for (const row of closed) {
      run.out.set("roster", row, "state", ENROLMENT.moved, say.MERGE_TITLE);
      keepNote(run, row, say.keptMerge(run.context.today, keep.key, reason), say.MERGE_TITLE);
    }
    const differing = fill(run, keep, closed);
    keepNote(run, keep, say.keptMerge(run.context.today, others.map(({ key }) => key).join("、"), reason), say.MERGE_TITLE);
    const partsOf = (row: Enrolment): readonly string[] =>
      row === keep
        ? [say.oneNumber(textOf(person)), ...(differing.length === 0 ? [] : [say.differs(differing)])]
        : [closed.includes(row) ? say.closedInto(keep.key) : say.oneNumber(textOf(person))];
    return (after) => toldOf(rows, after, partsOf, () => say.merged(rows.length, keep.key));
  },
});

/** The one that staff chose, else of those that still count the one whose booking or class is furthest, else the first. */
function keptRow(run: ClerkRun, rows: readonly Enrolment[], chosen: readonly string[] | null): Enrolment | null {
  if (chosen === null) return [...rows].sort((a, b) => standing(b) - standing(a) || compare(a.key, b.key))[0] ?? null;
  const found = rows.filter(({ key }) => chosen.includes(key));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  run.complain("keep", { given: chosen.join("、"), message: say.keepOneOf, possible: rows.map(whoIs) });
  return null;
}

/** How far an enrolment has come. */
function standing(row: Enrolment): number {
  if (row.state !== null && hasEnded(row) && row.exam === null) return 0;
  return (
    [row.class, row.booking, row.bookedClass, row.reportedInOn, row.trained, row.exam].filter((cell) => cell !== null).length + 1
  );
}

/** Fills what the kept row lacks, and gives back the titles of cells that say something else. */
function fill(run: ClerkRun, keep: Enrolment, others: readonly Enrolment[]): readonly string[] {
  return UNIT_COLUMNS.flatMap((column) => {
    const own = textOf(keep[column]);
    const [first, ...more] = new Set(others.map((row) => textOf(row[column])).filter((text) => text !== "" && text !== own));
    if (first === undefined) return [];
    if (own !== "" || more.length > 0) return [titleOfColumn(column)];
    run.out.set("roster", keep, column, first, say.MERGE_TITLE);
    return [];
  });
}
