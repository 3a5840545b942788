import type { Snapshot } from "../../domain/snapshot/snapshot";
import { fileAhead } from "../../domain/views/search";

/** A slice ends when so much of the idle time is left, in milliseconds. */
const LEFT = 4;

/**
 * Files everybody for the search while the page has nothing to do, so that the first key of a search need not wait. A newer reading
 * of the workbook takes the place of the one that is being filed.
 */
export class FilingWhileIdle {
  private snapshot: Snapshot | null = null;

  file(snapshot: Snapshot): void {
    if (this.snapshot === snapshot) return;
    this.snapshot = snapshot;
    this.goOn(snapshot);
  }

  private goOn(snapshot: Snapshot): void {
    // Safari has no idle time: there everybody is filed at the first key.
    if (typeof requestIdleCallback !== "function") return;
    requestIdleCallback((idle) => {
      while (this.snapshot === snapshot && idle.timeRemaining() > LEFT) if (!fileAhead(snapshot)) return;
      if (this.snapshot === snapshot) this.goOn(snapshot);
    });
  }
}
