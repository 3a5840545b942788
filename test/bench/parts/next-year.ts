import { copyFile, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { interleave, type Job, runJob } from "../measure";
import { count, dataSet, type Plan, told } from "../plan";
import { type Row, ratioTo, rowOf } from "../table";

const GOAL = 1.5;

/** A whole workbook of people who passed, carried over into the next year, against one first `run all` on the same people. */
export async function nextYear(plan: Plan): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of plan.sizes ?? (plan.quick ? [2_000] : [10_000])) rows.push(...(await nextYearAt(plan, size)));
  return rows;
}

async function nextYearAt(plan: Plan, size: number): Promise<Row[]> {
  const source = await dataSet(plan, "centre", size);
  const folder = join(plan.folder, "next-year");
  const [first, ended, old, next] = ["名册.xlsx", "年底.xlsx", "上年.xlsx", "新年.xlsx"].map((name) => join(folder, name));
  if (!first || !ended || !old || !next) throw new Error("no names");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await copyFile(source, ended);
  await runJob(plan.folder, "run-all", ended);
  await runJob(plan.folder, "year-end", ended);
  const jobs: readonly Job[] = [
    {
      name: "first run",
      before: () => copyFile(source, first),
      run: () => runJob(plan.folder, "run-all", first),
    },
    {
      name: "next year",
      before: async () => {
        await rm(next, { force: true });
        await copyFile(ended, old);
      },
      run: () => runJob(plan.folder, "next-year", old, next),
    },
  ];
  const samples = await interleave(jobs, plan.rounds);
  const of = (name: string) => samples.get(name) ?? [];
  await rm(folder, { recursive: true, force: true });
  const what = `${count(size)} rows`;
  const carried = count(told(of("next year"), "carried") ?? Number.NaN);
  return [
    rowOf(what, "first run", of("first run")),
    rowOf(what, `next year (${carried} carried over)`, of("next year"), [
      ratioTo("first run", of("next year"), of("first run"), GOAL),
    ]),
  ];
}
