import { interleave, runJob } from "../measure";
import { count, dataSet, type Plan, told } from "../plan";
import { number, type Row, rowOf } from "../table";

const SYNC = { units: 200, people: 50 };
const TOLD = ["requests", "writes", "refused", "waited", "megabytes"] as const;
const NAMES: Readonly<Record<(typeof TOLD)[number], string>> = {
  requests: "requests",
  writes: "of them writes",
  refused: "refused for quota",
  waited: "s of waiting, virtual",
  megabytes: "MB sent",
};

/** What the command line asks of Google: 全部执行 at several sizes, and a sync of many files, under the loopback's quota. */
export async function sheetsApi(plan: Plan): Promise<Row[]> {
  const sizes = plan.sizes ?? (plan.quick ? [100, 1_000] : [100, 10_000, 100_000]);
  const set = await dataSet(plan, "exchange", plan.quick ? 20 : SYNC.units, SYNC.people);
  const jobs = [
    ...sizes.map((size) => ({ name: `all at ${count(size)}`, run: () => runJob(plan.folder, "sheets-api", "run", size) })),
    { name: "sync", run: () => runJob(plan.folder, "sheets-api", "sync", set) },
  ];
  const samples = await interleave(jobs, plan.rounds);
  return jobs.map(({ name }) => {
    const own = samples.get(name) ?? [];
    const marks = TOLD.map((what) => number(NAMES[what], told(own, what) ?? Number.NaN));
    return rowOf(name, "Sheets API", own, marks);
  });
}
