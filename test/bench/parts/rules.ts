import { interleave, type Job, runJob, type Sample } from "../measure";
import { count, type Plan } from "../plan";
import { type Row, ratioTo, rowOf } from "../table";

/** (a) Every rule at growing numbers of enrolments: what ten times the rows cost. Linear is 10. */
export async function rules(plan: Plan): Promise<Row[]> {
  const sizes = plan.sizes ?? (plan.quick ? [1_000, 10_000] : [1_000, 10_000, 100_000]);
  const jobs = sizes.flatMap((size) =>
    (["each", "together"] as const).map(
      (mode): Job => ({ name: `${mode} ${size}`, run: () => runJob(plan.folder, "rules", mode, size) }),
    ),
  );
  const samples = await interleave(jobs, plan.rounds);
  const bySize = sizes.map((size) =>
    stepsOf([...(samples.get(`each ${size}`) ?? []), ...(samples.get(`together ${size}`) ?? [])]),
  );
  const names = [...(bySize[0]?.keys() ?? [])];
  return names.flatMap((name) =>
    sizes.map((size, place) => {
      const own = bySize[place]?.get(name) ?? [];
      const smaller = place > 0 ? bySize[place - 1]?.get(name) : undefined;
      return rowOf(`${count(size)} enrolments`, name, own, smaller ? [ratioTo(count(sizes[place - 1] ?? 0), own, smaller)] : []);
    }),
  );
}

/** The samples of every step; the memory is that of the whole process. */
export function stepsOf(samples: readonly Sample[]): Map<string, Sample[]> {
  const steps = new Map<string, Sample[]>();
  for (const { extra, peakMb } of samples) {
    for (const [name, ms] of Object.entries(extra)) steps.set(name, [...(steps.get(name) ?? []), { ms, peakMb, extra: {} }]);
  }
  return steps;
}
