import { interleave, type Job, runJob } from "../measure";
import type { Plan } from "../plan";
import { type Row, rowOf } from "../table";
import { stepsOf } from "./rules";

/** Three lists of one class, drawn as they are printed. */
export async function papers(plan: Plan): Promise<Row[]> {
  const sizes = plan.sizes ?? [37, 400];
  const jobs = sizes.map((size): Job => ({ name: String(size), run: () => runJob(plan.folder, "papers", size) }));
  const samples = await interleave(jobs, plan.rounds);
  return sizes.flatMap((size) => {
    const steps = stepsOf(samples.get(String(size)) ?? []);
    return [...steps].map(([name, own]) => rowOf(`${size} people`, name, own, []));
  });
}
