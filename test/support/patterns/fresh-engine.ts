import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { AnsweringProcess } from "../answering-process";
import type { Attack } from "./attacks";
import type { Slow } from "./measure";

interface Terms {
  readonly attacks: readonly Attack[];
  readonly longest: number;
  readonly allowed?: number;
}

/** A pattern, or the name of what foreign text meets. */
type Measured = Terms & ({ readonly source: string; readonly flags: string } | { readonly meets: string });

/** Takes what is to be measured as lines of JSON and answers each with what it is slow on, or `null`. */
const program = `
import { createInterface } from "node:readline";
import { slowOn } from "./measure";
import { MEETS } from "./meets";
const asked = (pattern) => (pattern.global ? (text) => text.replace(pattern, "") : (text) => pattern.exec(text));
createInterface({ input: process.stdin }).on("line", (line) => {
  const { source, flags, meets, attacks, longest, allowed } = JSON.parse(line);
  const work = meets === undefined ? asked(new RegExp(source, flags)) : MEETS[meets];
  process.stdout.write(JSON.stringify(slowOn(work, attacks, longest, allowed)) + "\\n");
});
`;

/**
 * Measures patterns in a process of its own, whose engine compiles them as that of a command does. A test worker has
 * compiled so many that its engine leaves new ones in the interpreter (V8's `kRegExpCompiledLimit`).
 */
export class FreshEngine {
  private readonly process: AnsweringProcess;
  private readonly folder = mkdtempSync(join(tmpdir(), "anpei-patterns-"));

  constructor() {
    const outfile = join(this.folder, "measure.cjs");
    const stdin = { contents: program, loader: "ts" as const, resolveDir: __dirname };
    buildSync({ stdin, bundle: true, platform: "node", target: "node20", outfile, logLevel: "error" });
    this.process = new AnsweringProcess(outfile, process.env);
  }

  async slowOn(measured: Measured): Promise<Slow | null> {
    return (await this.process.ask(measured)) as Slow | null;
  }

  async close(): Promise<void> {
    await this.process.close();
    rmSync(this.folder, { recursive: true });
  }
}
