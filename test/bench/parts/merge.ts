import { interleave, type Job, runJob, type Sample } from "../measure";
import { count, type Plan, told } from "../plan";
import { type Mark, number, type Row, ratioTo, rowOf } from "../table";

const COLUMNS = 12;
/** Goals are those of this size: before, the warming up of the machine is most of it. */
const GOAL_AT = 10_000;
const MERGERS = ["ours", "daff"] as const;

type Merger = (typeof MERGERS)[number];

/**
 * One file of so many people, a twentieth of the cells of four columns edited on each side, taken in as `import` does it once
 * the file is read: checked, merged, bases and answers made; against daff, which merges the same rows as plain text.
 */
export async function merge(plan: Plan): Promise<Row[]> {
  const sizes = plan.sizes ?? (plan.quick ? [300, 1_000] : [1_000, 10_000]);
  const name = (merger: Merger, size: number): string => `${merger} ${size}`;
  const jobs = sizes.flatMap((size) =>
    MERGERS.map((merger): Job => ({ name: name(merger, size), run: () => runJob(plan.folder, `merge-${merger}`, size) })),
  );
  const samples = await interleave(jobs, plan.rounds);
  const of = (merger: Merger, size: number): Sample[] => (samples.get(name(merger, size)) ?? []).map(merging);
  return sizes.flatMap((size, place) =>
    MERGERS.map((merger) => {
      const smaller = sizes[place - 1];
      const own = of(merger, size);
      const ratio: readonly Mark[] = merger === "ours" ? [ratioTo("daff", own, of("daff", size))] : [];
      const goal = merger === "ours" && size >= GOAL_AT ? 14 : undefined;
      const growth = smaller === undefined ? [] : [ratioTo(`${count(smaller)} rows`, own, of(merger, smaller), goal)];
      const conflicts = number("conflicts", told(own, "conflicts") ?? Number.NaN);
      return rowOf(`${count(size)} people × ${COLUMNS}`, merger, own, [...ratio, ...growth, conflicts]);
    }),
  );
}

/** The merge without the making of the tables; the processor time of that alone is not known. */
function merging({ extra, peakMb }: Sample): Sample {
  return { ms: extra.ms ?? Number.NaN, peakMb, extra };
}
