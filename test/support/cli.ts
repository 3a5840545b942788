import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const bin = resolve(__dirname, "../../node-sync/bin/anpei.mjs");

export interface Called {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
  /** The one JSON document on stdout. */
  readonly json: unknown;
}

/** Calls the built command line as a shell would. */
export function anpei(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Called {
  const { ANPEI_BOOK: _book, ANPEI_SHEET: _sheet, ...inherited } = process.env;
  const env = { ...inherited, ANPEI_CLERK: "测试", ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { encoding: "utf8", env, maxBuffer: 1e9 });
  return { exit: status, out: stdout, err: stderr, json: args.includes("--json") ? (JSON.parse(stdout) as unknown) : null };
}

export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), "anpei-cli-"));
}
