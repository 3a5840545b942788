import { watch as watchFolder } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { Inbox } from "./inbox";
import { stateOf } from "./take-in";

/** Some disks (shares, Drive folders) tell nobody of new files, and settling files tell nobody when they have settled. */
const POLL_EVERY = 5_000;
/** Files arrive in handfuls, and each in several writes. */
const DEBOUNCE = 500;

/** Waits for the next look: until something happens in the folder, or a while. Ends at once when `signal` is given. */
export type Pause = (signal: AbortSignal) => Promise<void>;

/** Waits by the folder's own events and, where there are none, by the clock. */
export function pauseBy(folder: string): Pause {
  return async (signal) => {
    if (signal.aborted) return;
    const woken = new AbortController();
    const wake = (): void => woken.abort();
    signal.addEventListener("abort", wake, { once: true });
    const watcher = watcherOf(folder, wake);
    await pause(POLL_EVERY, undefined, { signal: woken.signal }).catch(() => undefined);
    watcher?.close();
    signal.removeEventListener("abort", wake);
    if (woken.signal.aborted && !signal.aborted) await pause(DEBOUNCE, undefined, { signal }).catch(() => undefined);
  };
}

/** Waits by the clock alone. */
export function pauseFor(milliseconds: number): Pause {
  return (signal) => pause(milliseconds, undefined, { signal }).catch(() => undefined);
}

function watcherOf(folder: string, wake: () => void) {
  try {
    return watchFolder(folder, wake).on("error", () => undefined);
  } catch {
    return null;
  }
}

/**
 * Syncs now and whenever files arrive, until `signal` is given; never breaks off a sync. Files that the last sync left lying
 * count as new only once they have changed.
 *
 * @param syncOnce gives back the states of the files that it left lying; `null` when it was refused, to be tried again
 */
export async function keepSyncing(
  inbox: Pick<Inbox, "look">,
  syncOnce: () => Promise<ReadonlySet<string> | null>,
  wait: Pause,
  signal: AbortSignal,
): Promise<void> {
  let left = await syncOnce();
  while (!signal.aborted) {
    await wait(signal);
    if (signal.aborted) return;
    const known = left;
    const isNew = known === null || (await inbox.look()).ready.some((file) => !known.has(stateOf(file)));
    if (isNew) left = await syncOnce();
  }
}
