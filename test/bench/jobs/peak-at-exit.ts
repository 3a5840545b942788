import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
import { peakMb } from "./report";

/** Loaded before a program that knows nothing of benchmarks: tells on the standard error when it ends what it took. */
if (isMainThread) {
  process.on("exit", () => {
    const { user, system } = process.cpuUsage();
    writeSync(2, `\npeak ${peakMb()} cpu ${(user + system) / 1000}\n`);
  });
}
