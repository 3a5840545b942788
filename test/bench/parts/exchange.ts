import { copyFile, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { BENCH_DAY } from "../data/book";
import { EXCHANGE_SET } from "../data/exchange";
import { buildCommandLine, interleave, type Job, runCommand, runJob, type Sample } from "../measure";
import { count, dataSet, type Plan } from "../plan";
import { type Mark, type Row, rate, ratioTo, rowOf } from "../table";

const PEOPLE = 50;
const WRITES = "export: the files alone";
const WRITES_SAME = "exceljs writes the same";
const WRITES_BARE = "exceljs writes bare values";
const READS_TWICE = "import: the files alone";
const READS_ONCE = "import --no-verify: the files alone";
const READS = "exceljs only reads";
const READS_VALUES = "exceljs reads without validations";

/**
 * Out to all units and back with 3 % of the cells changed, each as the whole command; against exceljs in a loop that only
 * reads the same files, or only writes as many.
 */
export async function exchange(plan: Plan): Promise<Row[]> {
  await buildCommandLine(plan.folder);
  const sizes = plan.sizes ?? (plan.quick ? [20, 200] : [200, 2_000]);
  const rows: Row[] = [];
  let smaller: Measured | undefined;
  for (const units of sizes) {
    const measured = await measuredAt(plan, units);
    rows.push(...rowsOf(measured, smaller));
    smaller = measured;
  }
  return rows;
}

interface Measured {
  readonly units: number;
  readonly of: (name: string) => readonly Sample[];
}

async function measuredAt(plan: Plan, units: number): Promise<Measured> {
  const source = await dataSet(plan, "exchange", units, PEOPLE);
  const folder = join(plan.folder, "exchange");
  const [book, out, replies] = ["名册.xlsx", "发件", "回执"].map((name) => join(folder, name)) as [string, string, string];
  const [before, back] = [join(source, EXCHANGE_SET.before), join(source, EXCHANGE_SET.back)];
  const reader = join(plan.folder, "anpei/reader-process.mjs");
  const freshly = (from: string) => async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await copyFile(join(source, from), book);
  };
  const call = (name: string, from: string, ...args: readonly string[]): Job => ({
    name,
    before: freshly(from),
    run: () => runCommand(plan.folder, [...args, "--book", book, "--today", BENCH_DAY]),
  });
  const job = (name: string, script: string, ...args: readonly (string | number)[]): Job => ({
    name,
    run: () => runJob(plan.folder, script, ...args),
  });
  const jobs: readonly Job[] = [
    call("export", EXCHANGE_SET.before, "export", "--out", out),
    { name: WRITES, run: async () => writing(await runJob(plan.folder, "write-ours", before, join(folder, "ours"))) },
    job(WRITES_SAME, "write-exceljs", "same", join(folder, "same"), units, PEOPLE),
    job(WRITES_BARE, "write-exceljs", "bare", join(folder, "bare"), units, PEOPLE),
    call("import", EXCHANGE_SET.sent, "import", back, "--replies", replies),
    call("import --no-verify", EXCHANGE_SET.sent, "import", back, "--replies", replies, "--no-verify"),
    job(READS_TWICE, "read-incoming", back, reader, "twice"),
    job(READS_ONCE, "read-incoming", back, reader, "once"),
    job(READS, "read-exceljs", back),
    job(READS_VALUES, "read-exceljs", back, "values"),
  ];
  const samples = await interleave(jobs, plan.rounds);
  await rm(folder, { recursive: true, force: true });
  return { units, of: (name) => samples.get(name) ?? [] };
}

/** Without the reading of the workbook before. */
function writing({ extra, peakMb }: Sample): Sample {
  return { ms: extra.ms ?? Number.NaN, peakMb, extra };
}

function rowsOf({ units, of }: Measured, smaller: Measured | undefined): Row[] {
  const what = `${count(units)} files × ${PEOPLE}`;
  const growth = (name: string): Mark[] =>
    smaller ? [ratioTo(`${count(smaller.units)} files`, of(name), smaller.of(name))] : [];
  const ours = (name: string, marks: readonly Mark[]): Row =>
    rowOf(what, name, of(name), [rate("files/s", units, of(name)), ...marks, ...growth(name)]);
  const other = (name: string): Row => rowOf(what, name, of(name), [rate("files/s", units, of(name))]);
  const against = (name: string, rival: string, atMost?: number): Mark => ratioTo(rival, of(name), of(rival), atMost);
  return [
    ours("export", [against("export", WRITES_SAME, 1.1), against("export", WRITES_BARE)]),
    ours(WRITES, [against(WRITES, WRITES_SAME, 0.25), against(WRITES, WRITES_BARE)]),
    other(WRITES_SAME),
    other(WRITES_BARE),
    ours("import", [against("import", READS, 0.65), against("import", READS_VALUES)]),
    ours("import --no-verify", [against("import --no-verify", READS, 0.35), against("import --no-verify", READS_VALUES)]),
    ours(READS_TWICE, [against(READS_TWICE, READS)]),
    ours(READS_ONCE, [against(READS_ONCE, READS)]),
    other(READS),
    other(READS_VALUES),
  ];
}
