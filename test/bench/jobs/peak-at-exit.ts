import { writeSync } from "node:fs";
import { peakMb } from "./report";

/** Loaded before a program that knows nothing of benchmarks: tells its peak memory on the standard error when it ends. */
process.on("exit", () => writeSync(2, `\npeak ${peakMb()}\n`));
