import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** The program of the processes that read files, as it is shipped. */
export const builtReader = pathToFileURL(resolve(__dirname, "../../node-sync/dist/reader-process.mjs"));

/** What a file can do to the process that reads it: the first letters of its name. */
const MISDEEDS = {
  挂起: "for (;;);",
  睡着: "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);",
  堆满: "for (const all = []; ; ) all.push(new Array(100_000).fill(all.length));",
  缓冲: "for (const all = []; ; ) all.push(Buffer.alloc(1 << 24, 1));",
  退出: "process.exit(1);",
  被杀: 'process.kill(process.pid, "SIGKILL");',
  // Only its first process: the second one reads the file.
  一次: 'try { fs.writeFileSync(given[0].path + ".seen", "", { flag: "wx" }); process.exit(1); } catch {}',
} as const;

/** The shipped program, but for files of certain names. */
export function misbehavingReader(folder: string): URL {
  const cases = Object.entries(MISDEEDS).map(([name, deed]) => `if (label.startsWith("${name}")) { ${deed} }`);
  const program = join(folder, "reader.mjs");
  writeFileSync(
    program,
    `import fs from "node:fs";
process.on("message", ({ label, given }) => { ${cases.join("\n")} });
await import(${JSON.stringify(builtReader.href)});
`,
  );
  return pathToFileURL(program);
}
