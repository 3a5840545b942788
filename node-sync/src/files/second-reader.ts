import { parentPort } from "node:worker_threads";
import type { Answer, Question } from "./second-readers";
import { secondReading } from "./second-reading";

/** The program of a thread that takes second readings. */
parentPort?.on("message", async ([path, first]: Question) => {
  const answer: Answer = await secondReading(path, first).then(
    (disagreement) => ({ disagreement }),
    () => ({ failed: true }),
  );
  parentPort?.postMessage(answer);
});
