import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { BENCH_DAY } from "../data/book";
import { HOSTILE_SET } from "../data/hostile";
import { buildCommandLine, interleave, type Job, runCommand } from "../measure";
import { dataSet, type Plan, told } from "../plan";
import { memory, number, type Row, rowOf, within } from "../table";

/** Read, or refused with a sentence. */
const CODES = [0, 3, 4];

/** Of 0 bytes: what its process takes is the start of the program. */
const EMPTY = "空.xlsx";

/** Hostile files, each imported into a small workbook by a process of its own, from its start to its end. */
export async function hostile(plan: Plan): Promise<Row[]> {
  await buildCommandLine(plan.folder);
  const folder = await dataSet(plan, "hostile");
  const files = join(folder, HOSTILE_SET.files);
  const [book, replies] = [join(folder, HOSTILE_SET.book), join(plan.folder, "hostile-replies")];
  const args = ["--book", book, "--today", BENCH_DAY, "--replies", replies, "--dry-run"];
  const jobs = (await readdir(files)).map((name): Job => {
    return { name, run: () => runCommand(plan.folder, ["import", join(files, name), ...args], CODES) };
  });
  const samples = await interleave(jobs, plan.rounds);
  return jobs.map(({ name }) => {
    const own = samples.get(name) ?? [];
    return rowOf("import --dry-run", name, own, [
      within(own, samples.get(EMPTY) ?? [], 1000),
      memory(own, 200),
      number("exit", told(own, "exit") ?? Number.NaN),
    ]);
  });
}
