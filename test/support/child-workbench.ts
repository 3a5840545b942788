import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { buildSync } from "esbuild";
import { OFFICE_DAY } from "./office-workbook";

const root = resolve(__dirname, "../..");

/** A workbench in a process of its own; it says the address of a page. */
const program = `
import { openWorkbench } from ${JSON.stringify(join(root, "node-sync/src/workbench/workbench"))};
const [book, pages] = process.argv.slice(2);
const start = { book, pages, today: () => ${JSON.stringify(OFFICE_DAY)}, clerk: "前台", command: () => () => Promise.reject(new Error("none")) };
void openWorkbench(start).then((workbench) => process.stdout.write((workbench === null ? "none" : workbench.newPage()) + "\\n"));
`;

/** Compiles the program once into a folder; gives back the script. */
export function compileWorkbench(folder: string): string {
  const outfile = join(folder, "workbench.cjs");
  const stdin = { contents: program, loader: "ts" as const, resolveDir: root };
  const external = ["exceljs", "@e965/xlsx", "cli-progress", "commander"];
  buildSync({ stdin, bundle: true, platform: "node", target: "node20", outfile, logLevel: "error", external });
  return outfile;
}

export class ChildWorkbench {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(script: string, book: string, pages: string): Promise<ChildWorkbench> {
    const env = { ...process.env, NODE_PATH: join(root, "node_modules") };
    const child = spawn(process.execPath, [script, book, pages], { stdio: ["ignore", "pipe", "inherit"], env });
    if (!child.stdout) throw new Error("nothing to read from");
    const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
    return new ChildWorkbench(child, line);
  }

  async kill(): Promise<void> {
    const gone = once(this.child, "close");
    this.child.kill("SIGKILL");
    await gone;
  }
}
