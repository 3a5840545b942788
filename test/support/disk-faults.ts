import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bin } from "./program";

const preload = join(__dirname, "faulty-disk.cjs");

/** From the change numbered `at` on the disk is full or read-only, or at it the program is killed; 0: nothing goes wrong. */
export interface DiskFault {
  readonly kind: "full" | "read-only" | "kill";
  readonly at: number;
  /** The folder below which changes count and go wrong. */
  readonly under: string;
}

export interface Faulted {
  readonly exit: number | null;
  readonly isKilled: boolean;
  readonly out: string;
  readonly err: string;
  /** How many changes there were; not known of a program that was killed. */
  readonly moments: number;
}

/** Calls the built command line on a disk that goes wrong. */
export function anpeiOnDisk(args: readonly string[], fault: DiskFault): Faulted {
  const folder = mkdtempSync(join(tmpdir(), "anpei-fault-"));
  const countIn = join(folder, "moments");
  const env = {
    ...process.env,
    ANPEI_CLERK: "测试",
    NODE_OPTIONS: `--require ${JSON.stringify(preload)}`,
    FAULT: JSON.stringify({ ...fault, countIn }),
  };
  // What a sync says as JSON is longer than the megabyte after which Node would stop it.
  const options = { encoding: "utf8", env, maxBuffer: 1e9 } as const;
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], options);
  const isKilled = signal === "SIGKILL";
  const moments = isKilled ? 0 : Number(readFileSync(countIn, "utf8"));
  rmSync(folder, { recursive: true });
  return { exit: status, isKilled, out: stdout, err: stderr, moments };
}
