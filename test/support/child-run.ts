import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";
import { OFFICE_DAY } from "./office-workbook";

const root = resolve(__dirname, "../..");

/** The terms of every run here: with the same moment the same workbook comes out, byte for byte. */
export const terms = {
  today: OFFICE_DAY,
  head: { time: "2024-03-12T08:00:00+08:00", clerk: "前台", source: "命令行" },
} as const;

/**
 * 全部执行 on a workbook, in a process of its own. Says `writing` when it begins to write; with `wait` it says `reading`
 * once it holds the lock, and goes on when its standard input ends. At the end: `done <run>` or `refused <code> <sentence>`.
 */
const program = `
import { once } from "node:events";
import { operationOf } from ${JSON.stringify(join(root, "apps-script/domain/operations/operation"))};
import { ALL_TITLE, runAll } from ${JSON.stringify(join(root, "apps-script/domain/rules/actions"))};
import { perform } from ${JSON.stringify(join(root, "node-sync/src/perform"))};
import { XlsxHost } from ${JSON.stringify(join(root, "node-sync/src/xlsx/xlsx-host"))};
const [path, wait] = process.argv.slice(2);
const say = (text) => process.stdout.write(text + "\\n");
class SpokenHost extends XlsxHost {
  async read() {
    if (wait === "wait") {
      say("reading");
      process.stdin.resume();
      await once(process.stdin, "end");
    }
    return super.read();
  }
  async write(stages) {
    say("writing");
    return super.write(stages);
  }
}
perform(new SpokenHost(path), operationOf("all", ALL_TITLE, runAll), ${JSON.stringify(terms)}).then(
  ({ run }) => say("done " + run),
  (error) => say("refused " + error.code + " " + error.message),
);
`;

/** Compiles the program once into a folder; gives back the script. */
export function compileRunAll(folder: string): string {
  const outfile = join(folder, "run-all.cjs");
  const stdin = { contents: program, loader: "ts" as const, resolveDir: root };
  buildSync({ stdin, bundle: true, platform: "node", target: "node20", outfile, logLevel: "error", external: ["exceljs"] });
  return outfile;
}

/** A process that runs the script, and what it has said so far. */
export class RunAll {
  private said = "";
  private readonly child: ChildProcess;
  private readonly gone: Promise<unknown>;
  private readonly wakers: (() => void)[] = [];

  constructor(script: string, path: string, mode: "go" | "wait" = "go") {
    this.child = spawn(process.execPath, [script, path, mode], { stdio: ["pipe", "pipe", "inherit"] });
    this.gone = once(this.child, "close");
    this.child.stdout?.on("data", (chunk: Buffer) => {
      this.said += chunk.toString();
      this.wake();
    });
    void this.gone.then(() => this.wake());
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Waits for a word, or the end. */
  async until(word: string): Promise<void> {
    while (!this.said.includes(word) && this.child.exitCode === null && this.child.signalCode === null)
      await new Promise<void>((next) => this.wakers.push(next));
  }

  goOn(): void {
    this.child.stdin?.end();
  }

  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.gone;
  }

  /** Everything it said, after its end. */
  async end(): Promise<string> {
    await this.gone;
    return this.said;
  }

  private wake(): void {
    for (const waker of this.wakers.splice(0)) waker();
  }
}
