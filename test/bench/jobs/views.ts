import { withChanges } from "../../../apps-script/domain/changes/advance";
import { runAll } from "../../../apps-script/domain/rules/actions";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { boardView } from "../../../apps-script/domain/views/board";
import { classView } from "../../../apps-script/domain/views/class";
import { deskView } from "../../../apps-script/domain/views/desk";
import { personView } from "../../../apps-script/domain/views/person";
import { remindersView } from "../../../apps-script/domain/views/reminders";
import { runsView } from "../../../apps-script/domain/views/runs";
import { search } from "../../../apps-script/domain/views/search";
import { todayView } from "../../../apps-script/domain/views/today";
import { unitView } from "../../../apps-script/domain/views/unit";
import { bookOf } from "../../support/books";
import { gridsOfBook } from "../../support/counted-workbook";
import { BENCH_DAY, benchBook } from "../data/book";
import { argument, report } from "./report";

const CLASS = "再培训班第二期";

type Show = (...known: Parameters<typeof boardView>) => unknown;

const VIEWS: Readonly<Record<string, Show>> = {
  today: (snapshot, context) => todayView(snapshot, context, { clerk: "", since: null }),
  person: (snapshot, context) => personView(snapshot, context, { person: snapshot.roster[7]?.key ?? "" }),
  desk: (snapshot, context) => deskView(snapshot, context, { class: CLASS }),
  reminders: (snapshot, context) => remindersView(snapshot, context, { class: null, unit: null }),
  class: (snapshot, context) => classView(snapshot, context, { class: CLASS }),
  unit: (snapshot, context) => unitView(snapshot, context, { unit: snapshot.roster[7]?.unit ?? "" }),
  board: boardView,
  runs: (snapshot) => runsView(snapshot, { run: null }),
};

/**
 * Milliseconds of each view on a workbook just read, and of the same asked again (`again`): enrolments. Of searches the median of
 * many, after the first one, which files everybody.
 */
void report(async () => {
  const settled = bookOf(benchBook(Number(argument(0))));
  const grids = gridsOfBook(withChanges(settled, runAll(settled, contextOf(settled, BENCH_DAY))));
  const read = () => snapshotOf(grids.map((grid) => ({ ...grid, rows: grid.rows.map((row) => ({ ...row })) })));
  const times: Record<string, number> = {};
  for (const [name, show] of Object.entries(VIEWS)) {
    const snapshot = read();
    const context = contextOf(snapshot, BENCH_DAY);
    times[name] = timeOf(() => show(snapshot, context));
    times[`${name} again`] = timeOf(() => show(snapshot, context));
  }
  const snapshot = read();
  const [person] = snapshot.roster;
  const { name, idNumber, unit } = person ?? { name: "", idNumber: "", unit: "" };
  const find = (text: string) => search(snapshot, { find: text, class: null, limit: 50 });
  times["search first"] = timeOf(() => find("w"));
  for (const text of [
    String(idNumber),
    String(idNumber).slice(-4),
    "w",
    "wj",
    String(name),
    String(name).slice(0, 1),
    String(unit),
  ]) {
    const all = Array.from({ length: 21 }, () => timeOf(() => find(text))).sort((a, b) => a - b);
    times[`search ${text}`] = all[10] ?? Number.NaN;
  }
  return times;
});

function timeOf(work: () => unknown): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}
