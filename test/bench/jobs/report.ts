import { readFileSync } from "node:fs";

/** Numbers that a job tells besides its time: how much it read, or the times of its steps. */
export type Extra = Readonly<Record<string, number>>;

/**
 * Runs the work of a job and prints its time (with the loading of packages, without the start of node), the processor time
 * of all its threads, and its peak memory.
 */
export async function report(work: () => Promise<Extra>): Promise<void> {
  const begin = performance.now();
  const before = process.cpuUsage();
  const extra = await work();
  const ms = performance.now() - begin;
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(`\n${JSON.stringify({ ms, cpuMs: (user + system) / 1000, peakMb: peakMb(), extra })}\n`);
}

/** Linux carries ru_maxrss of the parent over exec, which would set a floor under small jobs; VmHWM starts afresh. */
export function peakMb(): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
    if (kilobytes !== undefined) return Number(kilobytes) / 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS / 1024;
}

/** The argument of a job by its place. */
export function argument(place: number): string {
  const value = process.argv[2 + place];
  if (value === undefined) throw new Error(`The job needs an argument number ${place + 1}.`);
  return value;
}
