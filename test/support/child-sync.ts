import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";

const root = resolve(__dirname, "../..");
const from = (path: string): string => JSON.stringify(join(root, path));

/**
 * A sync of an office's folder in a process of its own. It counts the moments right before and right after whatever it
 * changes (the workbook, a file in the outbox, a held answer, a file moved) and kills itself at one of them when told to.
 * At the end it says how many there were. Files are read once only: that is a third faster, and reading changes nothing.
 */
const program = `
import { sync } from ${from("node-sync/src/exchange/sync/sync")};
import { SyncOffice, syncTerms } from ${from("test/support/sync-office")};
const [folder, killAt] = process.argv.slice(2);
const places = new SyncOffice(folder).places();
let moments = 0;
const moment = () => {
  moments += 1;
  if (moments === Number(killAt)) process.kill(process.pid, "SIGKILL");
};
const changing = ["write", "create", "replace", "rename", "hold", "forget", "moveToDone"];
const observed = (place) => new Proxy(place, {
  get: (target, name) => {
    const own = target[name];
    if (typeof own !== "function") return own;
    return async (...given) => {
      if (changing.includes(name)) moment();
      const result = await own.apply(target, given);
      if (changing.includes(name)) moment();
      return result;
    };
  },
});
for (const name of Object.keys(places)) places[name] = observed(places[name]);
sync(places, syncTerms, { verify: false }).then(
  () => process.stdout.write("moments " + moments),
  (error) => process.stdout.write("refused " + error.stack),
);
`;

/** Compiles the program once into a folder; gives back the script. */
export function compileSync(folder: string): string {
  const outfile = join(folder, "sync.cjs");
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
  const stdin = { contents: program, loader: "ts" as const, resolveDir: root };
  buildSync({ stdin, bundle: true, platform: "node", target: "node20", outfile, logLevel: "error", external: ["exceljs"] });
  return outfile;
}

/** A process that syncs; `killAt` is the moment at which it kills itself. */
export class SyncProcess {
  private said = "";
  private readonly child: ChildProcess;
  private readonly gone: Promise<unknown>;

  constructor(script: string, folder: string, killAt = 0) {
    this.child = spawn(process.execPath, [script, folder, String(killAt)], { stdio: ["ignore", "pipe", "inherit"] });
    this.child.stdout?.on("data", (chunk: Buffer) => {
      this.said += chunk.toString();
    });
    this.gone = once(this.child, "close");
  }

  /** Kills it, unless it has come to its end. */
  kill(): void {
    this.child.kill("SIGKILL");
  }

  /** Whether it was killed, and everything it said. */
  async end(): Promise<{ readonly isKilled: boolean; readonly said: string }> {
    await this.gone;
    return { isKilled: this.child.signalCode === "SIGKILL", said: this.said };
  }
}
