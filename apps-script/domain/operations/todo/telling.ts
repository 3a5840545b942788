import type { Outcome } from "../../changes/outcome";
import type { Day } from "../../days/civil-day";
import { reminders } from "../../rules/reminders/reminders";
import { backOn, type Telling, tellOnce } from "../../rules/todo-answers";
import { idOf } from "../../rules/todo-line";
import { ANSWER } from "../../schema/allowed";
import type { TodoRow } from "../../schema/tables";
import { rowWith } from "../../snapshot/by-key";
import { groupedBy } from "../../snapshot/grouped-by";
import { listed } from "../../snapshot/listed";
import { NOTIFIED_TITLE } from "../../wording/notified";
import type { ClerkRun } from "../clerk-run";

/** By what and on which day somebody was told. */
interface Told {
  readonly by: NonNullable<Telling["by"]>;
  readonly day: Day;
}

/** The columns that telling decides. */
const DECIDED: readonly string[] = ["answer", "told", "toldOn", "toldBy", "toldClerk", "backOn"];

/**
 * Marks a line as told, as `current` brings it up to date, so that only what changes from now on is another matter; gives back the
 * day on which it comes back. Who was told of another class knows it now.
 */
export function telling(run: ClerkRun, current: Outcome, { by, day }: Told): (line: TodoRow) => Day {
  const calls = new Map(reminders(run.snapshot, run.context).map((call) => [idOf(call.finding), call]));
  const ofLines = <T extends { readonly table: string; readonly row: string }>(changes: readonly T[]): Map<string, T[]> =>
    groupedBy(changes, ({ table, row }) => (table === "todo" ? row : null));
  const [cellsOf, rowsOf] = [ofLines(current.cells), ofLines(current.rows)];
  return (line) => {
    const back = backOn(calls.get(line.key) ?? line, day, run.context);
    const told: Telling = { day, back, by, clerk: run.clerk || null };
    const before = rowWith(run.snapshot.todo, line.key);
    if (before === null) addTold(run, rowsOf.get(line.key) ?? [], told);
    else {
      const cells = (cellsOf.get(line.key) ?? []).filter(({ column }) => !DECIDED.includes(column));
      run.out.absorb({ cells, rows: [], findings: [], summary: {} });
      run.out.set("todo", before, "answer", ANSWER.told, NOTIFIED_TITLE);
      tellOnce(run.out, before, told, NOTIFIED_TITLE);
    }
    if (line.code === "A25") rememberTold(run, line);
    return back;
  };
}

/** A line that 待办 does not have yet. */
function addTold(run: ClerkRun, added: Outcome["rows"], { day, back, by, clerk }: Telling): void {
  const told = {
    answer: ANSWER.told,
    told: 1,
    toldOn: day,
    backOn: back,
    toldBy: by,
    ...(clerk === null ? {} : { toldClerk: clerk }),
  };
  const marked = added.map((row) => ({ ...row, values: { ...row.values, ...told }, reason: NOTIFIED_TITLE }));
  run.out.absorb({ cells: [], rows: marked, findings: [], summary: {} });
}

function rememberTold(run: ClerkRun, { people, class: name }: TodoRow): void {
  if (name === null) return;
  for (const row of run.people(listed(people))) run.out.set("roster", row, "toldClass", name, NOTIFIED_TITLE);
}
