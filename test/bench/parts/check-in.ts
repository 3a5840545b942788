import { copyFile, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { BENCH_DAY, peopleAhead } from "../data/book";
import { buildCommandLine, interleave, type Job, median, runCommand, runJob, type Sample } from "../measure";
import { count, dataSet, type Plan } from "../plan";
import { number, type Row, ratioTo, rowOf } from "../table";

/** Milliseconds by the clock of a machine that does nothing else: of one written check-in, by enrolments. */
const HELD_GOALS: Readonly<Record<number, number>> = { 3000: 150, 20000: 600 };
const PROCESS_GOAL = 1_000;
const GROWTH_GOAL = 600;

/** (e) One person reports in, on a workbook on which `run all` was done: as a command, and in a process that holds the workbook. */
export async function checkIns(plan: Plan): Promise<Row[]> {
  await buildCommandLine(plan.folder);
  const rows: Row[] = [];
  for (const size of plan.sizes ?? [3_000, 20_000]) rows.push(...(await checkInAt(plan, size)));
  return rows;
}

async function checkInAt(plan: Plan, size: number): Promise<Row[]> {
  const source = await dataSet(plan, "centre", size);
  const folder = join(plan.folder, "check-in");
  const [settled, book] = [join(folder, "settled.xlsx"), join(folder, "名册.xlsx")];
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await copyFile(source, settled);
  await runJob(plan.folder, "run-all", settled);
  const before = async (): Promise<void> => copyFile(settled, book);
  const [first = ""] = peopleAhead(size);
  const words = ["do", "check-in", "--people", first, "--papers", "全部", "--method", "现金", "--reason", "测速"];
  const times = plan.quick ? 30 : 300;
  const jobs: readonly Job[] = [
    { name: "command", run: () => runCommand(plan.folder, [...words, "--today", BENCH_DAY, "--book", book]), before },
    { name: "held", run: () => runJob(plan.folder, "check-in", book, size, times), before },
    { name: "run all", run: () => runJob(plan.folder, "run-all", book), before },
    { name: "exceljs", run: () => runJob(plan.folder, "save-exceljs", settled, join(folder, "saved.xlsx")) },
  ];
  const samples = await interleave(jobs, plan.rounds);
  const of = (name: string): readonly Sample[] => samples.get(name) ?? [];
  const held = of("held").map(
    ({ extra, peakMb }): Sample => ({ ms: extra.one ?? Number.NaN, cpuMs: extra.oneCpu ?? Number.NaN, peakMb, extra }),
  );
  const [what, growth] = [`${count(size)} people`, median(of("held").map(({ extra }) => extra.growth ?? Number.NaN))];
  await rm(folder, { recursive: true, force: true });
  return [
    rowOf(what, "check-in as a command", of("command"), [
      ratioTo("run all", of("command"), of("run all")),
      ratioTo("exceljs", of("command"), of("exceljs")),
      ...(size === 3_000 ? [number("ms", median(of("command").map(({ ms }) => ms)), PROCESS_GOAL)] : []),
    ]),
    rowOf(what, `check-in, held (one of ${times})`, held, [
      ratioTo("command", held, of("command")),
      number("ms", median(held.map(({ ms }) => ms)), HELD_GOALS[size]),
      number("bytes each", growth, GROWTH_GOAL),
    ]),
    rowOf(what, "run all", of("run all")),
    rowOf(what, "exceljs", of("exceljs")),
  ];
}
