import { interleave, type Job, runJob, type Sample } from "../measure";
import { count, dataSet, type Plan, told } from "../plan";
import { type Mark, number, type Row, rowOf } from "../table";

const SYNC = { units: 200, people: 50 };
const FAULTY = "sync, 1 request in 20 goes wrong";
/** What a run tells, and how the table calls it. */
const NAMES = {
  requests: "requests",
  writes: "of them writes",
  refused: "refused for quota",
  waited: "s of waiting, virtual",
  megabytes: "MB sent",
};

/** The same of all syncs with faults together. */
const TROUBLE_NAMES = {
  requests: "requests",
  faults: "of them went wrong",
  retries: "retries after a wait",
  waited: "s of waiting, virtual",
  begunAnew: "syncs begun anew",
};
/** A Sheet has room for ten million cells: that is some 89,000 enrolments with all that belongs to them. */
const SIZES = [100, 10_000, 85_000, 100_000];

/**
 * What the command line asks of Google: 全部执行 at several sizes, and a sync of many files, under the loopback's quota; the
 * sync once more while one request in twenty goes wrong, with another seed each round.
 */
export async function sheetsApi(plan: Plan): Promise<Row[]> {
  const sizes = plan.sizes ?? (plan.quick ? [100, 1_000] : SIZES);
  const set = await dataSet(plan, "exchange", plan.quick ? 20 : SYNC.units, SYNC.people);
  const job = (name: string, ...args: readonly (string | number)[]): Job => ({
    name,
    run: () => runJob(plan.folder, "sheets-api", ...args),
  });
  let seed = 0;
  const faulty: Job = { name: FAULTY, run: () => runJob(plan.folder, "sheets-api", "faults", set, ++seed) };
  const steady = [...sizes.map((size) => job(`all at ${count(size)}`, "run", size)), job("sync", "sync", set)];
  const samples = await interleave([...steady, faulty], plan.rounds);
  const of = (name: string) => samples.get(name) ?? [];
  return [...steady.map(({ name }) => steadyRow(name, of(name))), faultyRow(of(FAULTY))];
}

function steadyRow(name: string, own: readonly Sample[]): Row {
  const what = told(own, "tooLarge") ? `${name}: refused, more than a Sheet holds` : name;
  const marks = marksOf(NAMES, (mark) => told(own, mark) ?? Number.NaN);
  return rowOf(what, "Sheets API", own, marks);
}

/** Only the sync with faults is timed, not the undisturbed one that it is held against. */
function faultyRow(all: readonly Sample[]): Row {
  const own = all.map(({ extra, peakMb }): Sample => ({ ms: extra.ms ?? Number.NaN, peakMb, extra }));
  const sum = (name: string): number => own.reduce((total, { extra }) => total + (extra[name] ?? Number.NaN), 0);
  const marks = [...marksOf(TROUBLE_NAMES, sum), number("cells lost", sum("lost"), 0)];
  return rowOf(`${FAULTY}, seeds 1 to ${own.length}`, "Sheets API", own, marks);
}

function marksOf(names: Readonly<Record<string, string>>, value: (mark: string) => number): Mark[] {
  return Object.entries(names).map(([mark, name]) => number(name, value(mark)));
}
