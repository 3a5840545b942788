import { copyFile, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { interleave, type Job, runJob } from "../measure";
import { count, dataSet, type Plan, told } from "../plan";
import { type Row, ratioTo, rowOf } from "../table";

const GOAL = 0.5;

/**
 * (b) `run all` on a copy of a whole workbook, then once more on the result, which must change nothing; each against
 * exceljs loading and saving the very file that the run was given.
 */
export async function runAllWorkbooks(plan: Plan): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of plan.sizes ?? (plan.quick ? [2_000] : [10_000, 100_000])) rows.push(...(await runAllAt(plan, size)));
  return rows;
}

async function runAllAt(plan: Plan, size: number): Promise<Row[]> {
  const source = await dataSet(plan, "centre", size);
  const folder = join(plan.folder, "run-all");
  const book = join(folder, "名册.xlsx");
  const before = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await copyFile(source, book);
  };
  const job = (name: string, script: string, ...args: readonly string[]): Job => ({
    name,
    run: () => runJob(plan.folder, script, ...args),
  });
  const saved = join(plan.folder, "saved.xlsx");
  const jobs: readonly Job[] = [
    { ...job("first run", "run-all", book), before },
    job("second run", "run-all", book),
    job("exceljs on the file before", "save-exceljs", source, saved),
    job("exceljs on the file after", "save-exceljs", book, saved),
    job("inflate the file before", "inflate", source),
    job("inflate the file after", "inflate", book),
  ];
  const samples = await interleave(jobs, plan.rounds);
  const of = (name: string) => samples.get(name) ?? [];
  const again = told(of("second run"), "changes");
  if (again !== 0) process.stderr.write(`  The second run changed ${again} cells and rows; it should change nothing.\n`);
  const changed = (name: string): string => `${name} (${count(told(of(name), "changes") ?? Number.NaN)} changes)`;
  const ours = (name: string, file: string): Row =>
    rowOf(`${count(size)} rows`, changed(name), of(name), [
      ratioTo("exceljs", of(name), of(`exceljs on the file ${file}`), GOAL),
      ratioTo("inflate", of(name), of(`inflate the file ${file}`)),
    ]);
  const others = jobs.slice(2).map(({ name }) => rowOf(`${count(size)} rows`, name, of(name)));
  await rm(folder, { recursive: true, force: true });
  return [ours("first run", "before"), ours("second run", "after"), ...others];
}
