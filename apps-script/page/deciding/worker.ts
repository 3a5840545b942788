import type { Question } from "./decide";
import { type Said, saidTo } from "./decider";

/**
 * Asks a worker, which ends with its answer; null where the page may not have one.
 *
 * @param program the script element that the page runs from: the worker is the same program without a page
 */
export async function askWorker(program: HTMLOrSVGScriptElement | null, question: Question): Promise<Said | null> {
  let worker: Worker | null = null;
  try {
    const made = workerOf(program);
    worker = made;
    return await new Promise<Said | null>((resolve) => {
      made.onmessage = ({ data }: MessageEvent<Said>) => resolve(data);
      made.onerror = () => resolve(null);
      made.postMessage(question);
    });
  } catch {
    return null;
  } finally {
    worker?.terminate();
  }
}

/** From its file, or, where it stands inside the page, from its text. */
function workerOf(program: HTMLOrSVGScriptElement | null): Worker {
  const source = program instanceof HTMLScriptElement ? program.src : "";
  if (source !== "") return new Worker(source);
  const address = URL.createObjectURL(new Blob([program?.textContent ?? ""], { type: "text/javascript" }));
  try {
    return new Worker(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** As much of the world of a worker as it needs. https://html.spec.whatwg.org/multipage/workers.html */
interface WorkerScope {
  onmessage: ((event: MessageEvent<Question>) => void) | null;
  postMessage(said: Said): void;
}

/** The worker's side: one question, one answer. */
export function answerQuestions(scope: WorkerScope): void {
  scope.onmessage = ({ data }) => scope.postMessage(saidTo(data));
}
