import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { interleave, root, runJob, type Sample } from "../measure";
import { count, type Plan, told } from "../plan";
import { number, type Row, ratioTo, rowOf } from "../table";

/** Google ends an execution after six minutes; a tenth of it is far enough from there. */
const FAR_UNDER = 36;
/** What the page calls, each an execution of its own. */
const EXECUTIONS = ["open", "read", "commit"] as const;

/** 全部执行 in the built script against the stand-in for Google's services: what is computed, without Google's own time. */
export async function addOn(plan: Plan): Promise<Row[]> {
  const script = join(plan.folder, "add-on");
  execFileSync(process.execPath, [join(root, "apps-script/build.mjs"), script, join(plan.folder, "page")]);
  const sizes = plan.sizes ?? (plan.quick ? [2_000] : [2_000, 20_000]);
  const jobs = sizes.map((size) => ({ name: String(size), run: () => runJob(plan.folder, "add-on", script, size) }));
  const samples = await interleave(jobs, plan.rounds);
  const of = (size: number, execution: string): Sample[] =>
    (samples.get(String(size)) ?? []).map(({ extra, peakMb }) => ({ ms: extra[execution] ?? Number.NaN, peakMb, extra }));
  for (const size of sizes) {
    if (told(samples.get(String(size)), "ends") !== 1) process.stderr.write(`  Nothing was changed at ${size} enrolments.\n`);
  }
  return sizes.flatMap((size, place) =>
    EXECUTIONS.map((execution) => {
      const own = of(size, execution);
      const smaller = sizes[place - 1];
      const growth = smaller === undefined ? [] : [ratioTo(`${count(smaller)} enrolments`, own, of(smaller, execution))];
      const longest = Math.max(...own.map(({ ms }) => ms)) / 1000;
      const calls = number("calls of services", told(own, `${execution} calls`) ?? Number.NaN);
      return rowOf(`${count(size)} enrolments`, execution, own, [number("s of 360", longest, FAR_UNDER), calls, ...growth]);
    }),
  );
}
