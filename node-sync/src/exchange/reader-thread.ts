import { parentPort } from "node:worker_threads";
import { readIncoming } from "./read-incoming";
import type { Answer, Question } from "./readers";

/** The program of a thread that reads files. */
parentPort?.on("message", async ([found, verify]: Question) => {
  const answer: Answer = await readIncoming(found, verify).then(
    (read) => ({ read }),
    () => ({ failed: true }),
  );
  parentPort?.postMessage(answer);
});
