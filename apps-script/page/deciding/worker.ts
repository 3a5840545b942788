import { type Said, saidTo, type Task } from "./decider";

/** What a worker says: that its program runs, then what it was asked for; `unread` where it could not take in the question. */
export type FromWorker = Said | { readonly is: "ready" } | { readonly is: "unread" };

/** As much of a worker as is used of it. https://html.spec.whatwg.org/multipage/workers.html */
export interface Asked {
  addEventListener(type: "message", listener: (event: { readonly data: FromWorker }) => void): void;
  addEventListener(type: "messageerror" | "error", listener: () => void): void;
  postMessage(task: Task): void;
  terminate(): void;
}

/** In milliseconds: a program that does not run by then may never do. */
const STARTS_WITHIN = 5_000;

/** Asks a worker, which ends with its answer; null where there is none (`start` throws), it does not run, or it is given up. */
export async function askWorker(start: () => Asked, task: Task, givenUp: AbortSignal): Promise<Said | null> {
  let worker: Asked | null = null;
  let limit: ReturnType<typeof setTimeout> | undefined;
  try {
    const asked = start();
    worker = asked;
    return await new Promise<Said | null>((resolve, reject) => {
      const giveUp = (): void => resolve(null);
      limit = setTimeout(giveUp, STARTS_WITHIN);
      givenUp.addEventListener("abort", giveUp);
      asked.addEventListener("error", giveUp);
      asked.addEventListener("messageerror", giveUp);
      asked.addEventListener("message", ({ data }) => {
        clearTimeout(limit);
        if (data.is === "unread") giveUp();
        else if (data.is !== "ready") resolve(data);
        else attempt(() => asked.postMessage(task), reject);
      });
    });
  } catch {
    return null;
  } finally {
    clearTimeout(limit);
    worker?.terminate();
  }
}

function attempt(work: () => void, failed: (error: unknown) => void): void {
  try {
    work();
  } catch (error) {
    failed(error);
  }
}

/** As much of the world of a worker as it needs. */
interface WorkerScope {
  addEventListener(type: "message", listener: (event: { readonly data: Task }) => void): void;
  addEventListener(type: "messageerror", listener: () => void): void;
  postMessage(said: FromWorker): void;
}

/** The worker's side: it is there, then one question, one answer. */
export function answerQuestions(scope: WorkerScope): void {
  scope.addEventListener("message", ({ data }) => scope.postMessage(saidTo(data)));
  scope.addEventListener("messageerror", () => scope.postMessage({ is: "unread" }));
  scope.postMessage({ is: "ready" });
}
