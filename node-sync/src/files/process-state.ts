import { readFile } from "node:fs/promises";
import { systemCode } from "./refused";

/** Whether a process of this PC runs; one of another user counts as running. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== "ESRCH";
  }
}

/**
 * When a process of this PC began, in clock ticks since the PC's start, as text; undefined where there is no /proc.
 * Two processes that had the same number one after the other differ in it.
 */
export async function processStart(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  // The second field is the program's name in brackets and may hold blanks and brackets: count from the last one.
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
}
