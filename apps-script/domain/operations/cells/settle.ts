import { compare } from "../../changes/outcome";
import { settleConflict } from "../../merge/choices";
import { FileAnswers } from "../../merge/file-answers";
import { blankedConflict, type ConflictRow } from "../../merge/returned/conflict-book";
import { foldWidth } from "../../people/canonical";
import { LONGEST_NOTE } from "../../schema/column";
import type { Enrolment } from "../../schema/roster";
import { CONFLICTS } from "../../schema/tables";
import { titleOfColumn, UNIT_COLUMNS, unitColumn, unitColumnTitled } from "../../schema/unit-columns";
import { textOf } from "../../snapshot/value";
import * as say from "../../wording/cells";
import { PEOPLE_TITLE } from "../../wording/desk";
import { keepsOurs, takesTheirs } from "../../wording/exchange";
import type { ClerkRun } from "../clerk-run";
import { defineOperation } from "../define-operation";
import { toldOf } from "../desk/told";
import type { InputOf } from "../inputs/define-input";
import { optional } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";
import { worldOf } from "../inputs/read-input";
import { openConflicts } from "./open-conflicts";
import { typedValue } from "./typed-value";

const SIDES = [keepsOurs, takesTheirs] as const;

const input = {
  people: optional(people({ title: PEOPLE_TITLE, note: say.conflictPeopleNote })),
  unit: optional(field.unit({ title: CONFLICTS.columns.unit.title, note: say.conflictUnitNote })),
  source: optional(field.text({ title: CONFLICTS.columns.source.title, note: say.conflictSourceNote })),
  columns: optional(
    field.choices({
      title: CONFLICTS.columns.column.title,
      note: say.conflictColumnNote,
      words: UNIT_COLUMNS.map(titleOfColumn),
    }),
  ),
  side: optional(
    field.choice({
      title: CONFLICTS.columns.choice.title,
      note: say.sideNote,
      words: SIDES,
      meaning: (written) => say.sideMeant(foldWidth(written)),
    }),
  ),
  value: optional(field.text({ title: say.typedValueTitle, note: say.typedValueNote, longest: LONGEST_NOTE })),
};

/**
 * 处理冲突: the conflicts of people, of a unit or of a file (`source`), of some columns or all, are answered by a side or by the
 * value itself. What is chosen goes into 名册, and the rows of 冲突 are closed, in the same run.
 */
export const settle = defineOperation({
  id: "settle",
  title: say.SETTLE_TITLE,
  about: say.settleAbout,
  input,
  tables: ["conflicts"],
  example: { input: { people: "钱秀英", columns: "学历", side: takesTheirs }, today: "2024-03-20" },
  decide: (run, given) => {
    const found = chosenConflicts(run, given);
    const people = run.asks(found.map(({ enrolment }) => textOf(enrolment)));
    const chosen = found.filter(({ enrolment }) => !run.isLeftOut(textOf(enrolment)));
    const choice = choiceOf(run, given, chosen);
    if (choice === null || chosen.length === 0) return () => ({ said: "", people: {} });
    const rows = new Map(people.map((row) => [row.key, row]));
    const settled = chosen.filter((conflict) => isSettled(run, conflict, choice, rows.get(textOf(conflict.enrolment))));
    keepFileAnswers(run, settled);
    return (after) => {
      const partsOf = ({ key }: Enrolment, now: Enrolment): readonly string[] =>
        settled.flatMap((one) =>
          textOf(one.enrolment) === key ? [say.settledAs(textOf(one.column), choice, valueNow(now, one))] : [],
        );
      const touched = [...rows.values()].filter(({ key }) => settled.some(({ enrolment }) => textOf(enrolment) === key));
      const told = toldOf(touched, after, partsOf, () => "");
      return { people: told.people, said: told.said || say.settledMany(settled.length, touched.length, choice) };
    };
  },
});

/** The conflicts that all that was given fits. */
function chosenConflicts(run: ClerkRun, { people: keys, unit, source, columns }: InputOf<typeof input>): readonly ConflictRow[] {
  const open = openConflicts(run.snapshot);
  const { conflicts } = run.snapshot;
  const asked = (name: string, text: string, message: string): readonly ConflictRow[] => {
    run.complain(name, { given: text, message, possible: say.conflictSources(conflicts) });
    return [];
  };
  if (conflicts.length === 0) return asked("people", "", say.noConflicts);
  if (keys === null && unit === null && source === null && columns === null) return asked("people", "", say.whichConflicts);
  if (source !== null && !conflicts.some((row) => open.isOfSource(row, source))) return asked("source", source, say.noSuchSource);
  const chosen = conflicts.filter(
    (row) =>
      (keys === null || keys.includes(textOf(row.enrolment))) &&
      (unit === null || open.isOfUnit(row, unit)) &&
      (source === null || open.isOfSource(row, source)) &&
      (columns === null || columns.includes(textOf(row.column))),
  );
  const name = keys !== null ? "people" : unit !== null ? "unit" : source !== null ? "source" : "columns";
  if (chosen.length === 0) return asked(name, "", say.noneOfThese);
  return [...chosen].sort((a, b) => compare(a.key, b.key));
}

/** The side or the value, of which one has to be given; a value fits one column. */
function choiceOf(run: ClerkRun, { side, value }: InputOf<typeof input>, chosen: readonly ConflictRow[]): string | null {
  if (side !== null && value !== null) run.complain("value", { given: value, message: say.sideOrValue, possible: [] });
  else if (side === null && value === null) run.complain("side", { given: "", message: say.sideWanted, possible: SIDES });
  const columns = [...new Set(chosen.map(({ column }) => textOf(column)))];
  if (value !== null && columns.length > 1)
    run.complain("columns", { given: "", message: say.valueOfOneColumn, possible: columns });
  else if (value !== null && side === null) askAboutValue(run, value, chosen);
  return run.complaints.length > 0 ? null : (side ?? value);
}

/** A typed value has to be one that the column takes, as when it is typed into 名册. */
function askAboutValue(run: ClerkRun, value: string, chosen: readonly ConflictRow[]): void {
  const world = worldOf(run.snapshot, run.context);
  for (const { enrolment, column: title } of chosen) {
    const name = unitColumnTitled(textOf(title));
    const [row] = run.people([textOf(enrolment)]);
    if (name === null || row === undefined) continue;
    const typed = typedValue({ table: "roster", row, name, column: unitColumn(name) }, value, world);
    if ("value" in typed) continue;
    run.complain("value", { given: value, message: typed.why, possible: typed.possible });
    return;
  }
}

/** Writes what was chosen and closes the conflict. What cannot be taken is left open: a typed value is asked about. */
function isSettled(run: ClerkRun, conflict: ConflictRow, choice: string, row: Enrolment | undefined): boolean {
  const question = settleConflict(run.out, conflict, choice, row, run.context.today);
  if (question === null) {
    run.close(blankedConflict(conflict));
    return true;
  }
  run.leaveOut(question);
  run.out.find("E23", "conflicts", conflict.key, "choice", question);
  return false;
}

/** A word that answers the rest of a file (全部采用对方) moves on to a row that stays. */
function keepFileAnswers(run: ClerkRun, settled: readonly ConflictRow[]): void {
  const gone = new Set(settled.map(({ key }) => key));
  const stay = run.snapshot.conflicts.filter(({ key }) => !gone.has(key));
  for (const row of settled) {
    if (!FileAnswers.isForFile(row) || stay.some((one) => isOfSameFile(one, row) && FileAnswers.isForFile(one))) continue;
    const heir = stay.find((one) => isOfSameFile(one, row) && one.choice === null);
    if (heir) run.out.set("conflicts", heir, "choice", row.choice, say.SETTLE_TITLE);
  }
}

const isOfSameFile = (one: ConflictRow, other: ConflictRow): boolean => one.source === other.source && other.source !== null;

function valueNow(now: Enrolment, { column }: ConflictRow): string {
  const name = unitColumnTitled(textOf(column));
  return name === null ? "" : textOf(now[name]);
}
