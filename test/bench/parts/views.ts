import { interleave, type Job, runJob } from "../measure";
import { count, type Plan } from "../plan";
import { type Row, ratioTo, rowOf } from "../table";
import { stepsOf } from "./rules";

/** Every view, just after the workbook was read and asked again, and searches, at growing numbers of enrolments. */
export async function views(plan: Plan): Promise<Row[]> {
  const sizes = plan.sizes ?? [3_000, 20_000];
  const jobs = sizes.map((size): Job => ({ name: String(size), run: () => runJob(plan.folder, "views", size) }));
  const samples = await interleave(jobs, plan.rounds);
  const bySize = sizes.map((size) => stepsOf(samples.get(String(size)) ?? []));
  return [...(bySize[0]?.keys() ?? [])].flatMap((name) =>
    sizes.map((size, place) => {
      const own = bySize[place]?.get(name) ?? [];
      const smaller = place > 0 ? bySize[place - 1]?.get(name) : undefined;
      return rowOf(`${count(size)} enrolments`, name, own, smaller ? [ratioTo(count(sizes[place - 1] ?? 0), own, smaller)] : []);
    }),
  );
}
