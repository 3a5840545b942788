import { interleave, type Job, runJob, type Sample } from "../measure";
import { count, dataSet, type Plan, told } from "../plan";
import { memory, type Row, ratioTo, rowOf } from "../table";

const READERS = [
  { name: "values reader", script: "read-ours" },
  { name: "exceljs", script: "read-exceljs" },
  { name: "SheetJS", script: "read-sheetjs" },
  { name: "read-excel-file", script: "read-read-excel-file" },
  { name: "inflate", script: "inflate" },
] as const;

/** (c) Reading values only: one large sheet, and many small files in one process. */
export async function reading(plan: Plan): Promise<Row[]> {
  const [rows, files] = plan.quick ? [10_000, 100] : [100_000, 2_000];
  const wide = await dataSet(plan, "wide", rows, 25);
  const units = await dataSet(plan, "units", files, 50);
  return [
    ...(await readAt(plan, `${count(rows)} rows × 25`, wide)),
    ...(await readAt(plan, `${count(files)} files × 50 rows`, units)),
  ];
}

async function readAt(plan: Plan, what: string, path: string): Promise<Row[]> {
  const jobs = READERS.map(({ name, script }): Job => ({ name, run: () => runJob(plan.folder, script, path) }));
  const samples = await interleave(jobs, plan.rounds);
  const of = (name: string): readonly Sample[] => samples.get(name) ?? [];
  const ours = of("values reader");
  const values = told(ours, "values");
  for (const { name } of READERS) {
    const theirs = told(of(name), "values") ?? values;
    if (theirs !== values) process.stderr.write(`  ${name} read ${theirs} values where the values reader read ${values}.\n`);
  }
  return READERS.map(({ name }) => {
    if (name === "inflate") return rowOf(what, name, of(name));
    if (name !== "values reader") return rowOf(what, name, of(name), [ratioTo("inflate", of(name), of("inflate"))]);
    const marks = [
      ratioTo("exceljs", ours, of("exceljs"), 0.4),
      ratioTo("SheetJS", ours, of("SheetJS")),
      ratioTo("read-excel-file", ours, of("read-excel-file")),
      ratioTo("inflate", ours, of("inflate"), 12),
      memory(ours, 250),
    ];
    return rowOf(what, name, ours, marks);
  });
}
