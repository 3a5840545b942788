import { interleave, type Job, runJob, type Sample } from "../measure";
import { count, type Plan, told } from "../plan";
import { type Mark, number, type Row, ratioTo, rowOf } from "../table";

const COLUMNS = 25;
/** Goals are those of this size: before, the warming up of the machine is most of it. */
const GOAL_AT = 100_000;
const MERGERS = ["ours", "daff"] as const;

type Merger = (typeof MERGERS)[number];

/**
 * The merge alone: tables of 25 columns, a twentieth of all cells edited on each side, some rows removed, some new; against
 * daff on the same tables. Rows that one side removed and the other changed must not be gone without a word.
 */
export async function merge(plan: Plan): Promise<Row[]> {
  const sizes = plan.sizes ?? (plan.quick ? [1_000, 10_000] : [10_000, 100_000]);
  const name = (merger: Merger, size: number): string => `${merger} ${size}`;
  const jobs = sizes.flatMap((size) =>
    MERGERS.map(
      (merger): Job => ({ name: name(merger, size), run: () => runJob(plan.folder, `merge-${merger}`, size, COLUMNS) }),
    ),
  );
  const samples = await interleave(jobs, plan.rounds);
  const of = (merger: Merger, size: number): Sample[] => (samples.get(name(merger, size)) ?? []).map(merging);
  return sizes.flatMap((size, place) =>
    MERGERS.map((merger) => {
      const smaller = sizes[place - 1];
      const own = of(merger, size);
      const ratio: readonly Mark[] =
        merger === "ours" ? [ratioTo("daff", own, of("daff", size), size >= GOAL_AT ? 1 / 50 : undefined)] : [];
      const goal = merger === "ours" && size >= GOAL_AT ? 14 : undefined;
      const growth = smaller === undefined ? [] : [ratioTo(`${count(smaller)} rows`, own, of(merger, smaller), goal)];
      const lost = number(
        `of ${told(own, "contested")} contested rows lost`,
        told(own, "lost") ?? Number.NaN,
        merger === "ours" ? 0 : undefined,
      );
      return rowOf(`${count(size)} rows × ${COLUMNS}`, merger, own, [...ratio, ...growth, lost]);
    }),
  );
}

/** The merge without the making of the tables; the processor time of that alone is not known. */
function merging({ extra, peakMb }: Sample): Sample {
  return { ms: extra.ms ?? Number.NaN, peakMb, extra };
}
