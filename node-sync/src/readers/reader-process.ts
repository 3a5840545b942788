import { Worker } from "node:worker_threads";
import type { Answer, Question, Told } from "./messages";
import { refusalOf } from "./refusal-of";
import { runTask } from "./tasks";

/** Where the built program stands. */
declare const BUILT_AT: string;

/** The program of a process that reads files: a few questions, each answered before the next is looked at, until whoever asks is gone. */
process.on("message", async (questions: readonly Question[]) => {
  for (const question of questions) await send(await answerTo(question));
});
process.on("disconnect", () => process.exit());
// Ctrl+C reaches every process of a console; who asks decides whether the file at hand is still wanted.
process.on("SIGINT", () => undefined);
process.send?.({ ready: true } satisfies Told);
new Worker(new URL("./reader-watch.mjs", BUILT_AT), { argv: process.argv.slice(2) }).unref();

/** Not before an answer is out may the next file do whatever it does. */
function send(answer: Answer): Promise<void> {
  return new Promise((resolve) => process.send?.(answer, () => resolve()));
}

function answerTo({ task, given, label }: Question): Promise<Answer> {
  return runTask(task, given).then(
    (value) => ({ value }),
    (error: unknown) => ({ refused: refusalOf(error, label) }),
  );
}
