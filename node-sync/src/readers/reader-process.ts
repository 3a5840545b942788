import { Worker } from "node:worker_threads";
import type { Answer, Question } from "./messages";
import { refusalOf } from "./refusal-of";
import { runTask } from "./tasks";

/** Where the built program stands. */
declare const BUILT_AT: string;

/** The program of a process that reads files: one question at a time, until whoever asks is gone. */
process.on("message", async ({ task, given, label }: Question) => {
  const answer: Answer = await runTask(task, given).then(
    (value) => ({ value }),
    (error: unknown) => ({ refused: refusalOf(error, label) }),
  );
  process.send?.(answer);
});
process.on("disconnect", () => process.exit());
// Ctrl+C reaches every process of a console; who asks decides whether the file at hand is still wanted.
process.on("SIGINT", () => undefined);
process.send?.({ ready: true } satisfies Answer);
new Worker(new URL("./reader-watch.mjs", BUILT_AT), { argv: process.argv.slice(2) }).unref();
