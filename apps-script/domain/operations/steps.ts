import type { Steps } from "../moving/hand";
import type { Answer, Host } from "./host";

/**
 * Waits for what a host answers. Work on a host is written once, as steps; one shell walks them at once, another one waits at
 * each. This is the only place that says what comes back for what was yielded.
 */
export function* answered<T>(answer: Answer<T>): Steps<T> {
  return (yield answer) as T;
}

/** Does some work as the only writer of the document. */
export function* alone<T>(host: Pick<Host, "lock">, work: () => Steps<T>): Steps<T> {
  const lock = yield* answered(host.lock());
  try {
    return yield* work();
  } finally {
    yield* answered(lock.release());
  }
}
