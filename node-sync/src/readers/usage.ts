import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a process uses. */
export interface Usage {
  readonly memoryBytes: number;
  /** Of the processor, since the process began. */
  readonly cpuMs: number;
}

/** The latest that is known of a process; undefined before anything is, and once it is gone. */
export type Gauge = () => Usage | undefined;

/** Most files are read in a few milliseconds. In so short a time a process gathers little, and no limit is as fine. */
const FRESH_MS = 25;

/** A process seen from outside, through /proc (Linux), at most every 25 ms: each look costs as much as reading a short list. */
export function gaugeOf({ pid = 0 }: ChildProcess): Gauge {
  let latest: Usage | undefined;
  let seenAt = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (now - seenAt >= FRESH_MS) [latest, seenAt] = [usageOf(pid), now];
    return latest;
  };
}

function usageOf(pid: number): Usage | undefined {
  try {
    const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Its name, in brackets, may hold blanks. Fields 14 and 15 (proc(5)) are in ticks, 100 a second on every Linux.
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13)
      .map(Number);
    return { memoryBytes: Number(kilobytes ?? 0) * 1024, cpuMs: (user + system) * 10 };
  } catch {
    return undefined;
  }
}

/** A process as a thread of its own tells it, a line at a time. */
export function toldGauge({ stdout }: ChildProcess): Gauge {
  let told = "";
  let latest: Usage | undefined;
  stdout?.setEncoding("latin1").on("data", (text: string) => {
    const lines = (told + text).split("\n");
    told = lines.pop()?.slice(-100) ?? "";
    const numbers = /^(\d+) (\d+)$/.exec(lines.pop() ?? "");
    if (numbers) latest = { memoryBytes: Number(numbers[1]), cpuMs: Number(numbers[2]) };
  });
  return () => latest;
}

/** Whether other processes can be seen from outside. */
export const seesProcesses = process.platform === "linux";
