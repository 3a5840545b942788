import { execFile } from "node:child_process";
import { mkdir, readdir, symlink } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import type { Extra } from "./jobs/report";

/** What one process told about its work. */
export interface Sample {
  readonly ms: number;
  /** Of all threads; says more than `ms` on a machine that has other work. Not known for steps of a job. */
  readonly cpuMs?: number;
  readonly peakMb: number;
  readonly extra: Extra;
}

/** A process to measure; `before` is not measured. */
export interface Job {
  readonly name: string;
  readonly run: () => Promise<Sample>;
  readonly before?: () => Promise<void>;
}

export const root = resolve(__dirname, "../..");
const run = promisify(execFile);
const external = [
  "exceljs",
  "daff",
  "@e965/xlsx",
  "read-excel-file",
  "googleapis",
  "iconv-lite",
  "yauzl",
  "saxes",
  "cli-progress",
  "commander",
  "docxtemplater",
  "pizzip",
];

/** Heap enough for those that hold a workbook of 100,000 rows as objects. */
const HEAP = "--max-old-space-size=12288";

/** Bundles all jobs as the command line is bundled, once: plain node then runs them, since tsx would slow them down. */
export async function bundleJobs(folder: string): Promise<void> {
  const jobs = join(root, "test/bench/jobs");
  await build({
    entryPoints: (await readdir(jobs)).map((name) => join(jobs, name)),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    outdir: join(folder, "jobs"),
    outExtension: { ".js": ".mjs" },
    external,
    logLevel: "warning",
  });
  await mkdir(folder, { recursive: true });
  await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
}

/** Runs a job of `jobs/` in a node of its own. */
export async function runJob(folder: string, script: string, ...args: readonly (string | number)[]): Promise<Sample> {
  const path = join(folder, "jobs", `${script}.mjs`);
  const env = { ...process.env, TZ: "Asia/Shanghai", NODE_OPTIONS: "" };
  const { stdout, stderr } = await run(process.execPath, [HEAP, path, ...args.map(String)], { env, maxBuffer: 1e8 });
  process.stderr.write(stderr);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Sample;
}

/** Builds the command line as it is shipped, but into the folder of the bench. */
export async function buildCommandLine(folder: string): Promise<void> {
  await run(process.execPath, [join(root, "node-sync/build.mjs"), join(folder, "anpei")]);
}

/** Exit codes of a command that did its work: 4 (something needs a person) is as good as 0. */
const DONE = [0, 4];

/** Runs the built command line, from start to end of the process. `extra.exit` is its exit code, one of `codes`. */
export async function runCommand(folder: string, args: readonly string[], codes: readonly number[] = DONE): Promise<Sample> {
  const hook = pathToFileURL(join(folder, "jobs/peak-at-exit.mjs")).href;
  const env = { ...process.env, TZ: "Asia/Shanghai", NODE_OPTIONS: "" };
  const begin = performance.now();
  const options = { env, maxBuffer: 1e9 };
  const { stderr, code } = await run(process.execPath, ["--import", hook, join(folder, "anpei/main.mjs"), ...args], options).then(
    (done) => ({ ...done, code: 0 }),
    (error: { readonly code: number; readonly stderr: string }) => {
      if (!codes.includes(error.code)) throw error;
      return error;
    },
  );
  const ms = performance.now() - begin;
  const [, peakMb, cpuMs] = /^peak (\S+) cpu (\S+)$/m.exec(stderr) ?? [];
  return { ms, cpuMs: Number(cpuMs), peakMb: Number(peakMb), extra: { exit: code } };
}

/** Round after round of all jobs in turn, so that whatever else the machine does hits all of them alike. */
export async function interleave(jobs: readonly Job[], rounds: number): Promise<Map<string, Sample[]>> {
  const samples = new Map<string, Sample[]>(jobs.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    const told: string[] = [];
    for (const { name, run: work, before } of jobs) {
      await before?.();
      const sample = await work();
      samples.get(name)?.push(sample);
      told.push(`${basename(name)} ${Math.round(sample.ms)} ms`);
    }
    if (rounds <= 10 || round === rounds) process.stderr.write(`  ${round}/${rounds}  ${told.join(", ")}\n`);
  }
  return samples;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}
