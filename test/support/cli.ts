import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { bin } from "./program";
import { WaitedProcess } from "./waited-process";

export interface Called {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
  /** The one JSON document on stdout. */
  readonly json: unknown;
}

let staying: WaitedProcess | undefined;
afterAll(() => staying?.close());

/** Calls the built command line, in a process that stays for the calls of a test file: starting one takes the longest. */
export function anpei(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Called {
  staying ??= new WaitedProcess(join(__dirname, "many-commands.mjs"), environmentWith({}));
  const { exit, out, err } = staying.ask({ args, environment, without: [] }) as Called;
  return called(args, exit, out, err);
}

/** Calls the built command line as a shell would. */
export function anpeiAnew(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Called {
  const env = environmentWith(environment);
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { encoding: "utf8", env, maxBuffer: 1e9 });
  return called(args, status, stdout, stderr);
}

/** `anpei` while this process goes on, to answer as Google for example. */
export async function anpeiBeside(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Called> {
  const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];
  const child = spawn(process.execPath, [bin, ...args], { env: environmentWith(environment), stdio });
  const [out, err, [exit]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return called(args, exit as number | null, out, err);
}

function environmentWith(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { ANPEI_BOOK: _book, ANPEI_SHEET: _sheet, ...inherited } = process.env;
  return { ...inherited, ANPEI_CLERK: "测试", ...more };
}

function called(args: readonly string[], exit: number | null, out: string, err: string): Called {
  return { exit, out, err, json: args.includes("--json") ? (JSON.parse(out) as unknown) : null };
}

export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), "anpei-cli-"));
}
