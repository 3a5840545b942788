import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Ends the workbench of a workbook in that folder: the lock of the one that runs says its process. */
export function endWorkbenchOf(place: string): void {
  const names = readdirSync(join(place, ".anpei")).filter((name) => name.endsWith(".lock"));
  const pids = names.map((name) => (JSON.parse(readFileSync(join(place, ".anpei", name), "utf8")) as { pid: number }).pid);
  for (const pid of pids) process.kill(pid, "SIGKILL");
}
