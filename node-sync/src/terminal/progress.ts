import type { Phase } from "../perform";
import { phaseTitles } from "../wording/cli";
import { printStatus } from "./terminal";

/** A progress bar on stderr while many things are done; silent unless stderr is a terminal. */
interface Progress {
  step(): void;
  stop(): void;
}

const silent: Progress = { step: () => undefined, stop: () => undefined };

export async function progress(title: string, total: number): Promise<Progress> {
  if (!process.stderr.isTTY || total < 3) return silent;
  const { default: cliProgress } = await import("cli-progress");
  const bar = new cliProgress.SingleBar({
    format: `${title} {bar} {value}/{total}`,
    stream: process.stderr,
    clearOnComplete: true,
  });
  bar.start(total, 0);
  return { step: () => bar.increment(), stop: () => bar.stop() };
}

/** Says on stderr what a long run is at; silent unless stderr is a terminal. */
export function phases(): ((phase: Phase) => void) | undefined {
  if (!process.stderr.isTTY) return undefined;
  return (phase) => printStatus(phase === "done" ? "" : phaseTitles[phase]);
}
