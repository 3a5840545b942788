import { setTimeout as pause } from "node:timers/promises";
import { printAside } from "../terminal/terminal";
import * as say from "../wording/google";
import type { BackoffTerms } from "./backoff";
import { faultOf } from "./failure";

/** How the program waits for Google; a person at the terminal is told why. */
export const patience: Omit<BackoffTerms, "isIdempotent"> = {
  wait: async (milliseconds) => void (await pause(milliseconds)),
  random: Math.random,
  onWait: (milliseconds, error) => {
    if (!process.stderr.isTTY) return;
    const { status } = faultOf(error);
    printAside(say.waiting(Math.ceil(milliseconds / 1000), status === null ? say.noAnswer : String(status)));
  },
};
