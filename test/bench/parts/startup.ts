import { spawnSync } from "node:child_process";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { interleave, type Job, root, type Sample } from "../measure";
import type { Plan } from "../plan";
import { type Row, ratioTo, rowOf } from "../table";

/** (d) The shortest command against node doing nothing, from start to end of the process. */
export async function startUp(plan: Plan): Promise<Row[]> {
  await buildIfMissing();
  const programs: readonly (readonly [string, readonly string[]])[] = [
    ["anpei --version", [join(root, "node-sync/bin/anpei.mjs"), "--version"]],
    ["node -e 0", ["-e", "0"]],
  ];
  const jobs = programs.map(([name, args]): Job => {
    const peakMb = peakOf(plan, args);
    return { name, run: async () => timed(args, peakMb) };
  });
  const samples = await interleave(jobs, plan.quick ? 5 : Math.max(20, plan.rounds));
  const [ours = [], node = []] = jobs.map(({ name }) => samples.get(name));
  return [rowOf("start-up", "anpei --version", ours, [ratioTo("node", ours, node, 2)]), rowOf("start-up", "node -e 0", node)];
}

function timed(args: readonly string[], peakMb: number): Sample {
  const begin = performance.now();
  const { status } = spawnSync(process.execPath, args);
  const ms = performance.now() - begin;
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}.`);
  return { ms, peakMb, extra: {} };
}

/** Asked in a run of its own, since what asks takes time too. */
function peakOf({ folder }: Plan, args: readonly string[]): number {
  const hook = pathToFileURL(join(folder, "jobs/peak-at-exit.mjs")).href;
  const { stderr } = spawnSync(process.execPath, ["--import", hook, ...args], { encoding: "utf8" });
  return Number(/^peak (\S+)/m.exec(stderr)?.[1]);
}

async function buildIfMissing(): Promise<void> {
  const isBuilt = await access(join(root, "node-sync/dist/main.mjs")).then(
    () => true,
    () => false,
  );
  if (!isBuilt) spawnSync(process.execPath, [join(root, "node-sync/build.mjs")], { stdio: "inherit" });
}
