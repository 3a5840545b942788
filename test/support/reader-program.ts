import { execFileSync } from "node:child_process";
import { renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const root = resolve(__dirname, "../..");
/** The program of the processes that read files, as it is shipped. */
export const builtReader = pathToFileURL(join(root, "node-sync/dist/reader-process.mjs"));

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
  const program = join(folder, "reader.mjs");
  writeFileSync(program, misbehaving(builtReader.href));
  return pathToFileURL(program);
}

function misbehaving(program: string): string {
  const cases = Object.entries(MISDEEDS).map(([name, deed]) => `if (label.startsWith("${name}")) { ${deed} }`);
  return `import fs from "node:fs";
const undo = ({ label, given }) => { ${cases.join("\n")} };
const send = process.send.bind(process);
const left = [];
process.on("message", (questions) => { left.push(...questions.slice(1)); undo(questions[0]); });
process.send = (answer, done) => send(answer, () => {
  if (left.length > 0 && !answer.ready) undo(left.shift());
  done?.();
});
await import(${JSON.stringify(program)});
`;
}

/** The command line as it is shipped, in a folder of its own, but with readers that certain files undo; gives back its entry. */
export function commandLineWithMisbehavingReaders(folder: string): string {
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
  const built = join(folder, "dist");
  execFileSync(process.execPath, [join(root, "node-sync/build.mjs"), built]);
  renameSync(join(built, "reader-process.mjs"), join(built, "real-reader.mjs"));
  writeFileSync(join(built, "reader-process.mjs"), misbehaving("./real-reader.mjs"));
  return join(built, "main.mjs");
}
