import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/**
 * Puts the focus on something when it appears or `since` changes, before anything is painted: later, it would take the focus
 * from whoever is in another field by then, and what they type would go into the wrong one.
 */
export function useFirstFocus(wanted: RefObject<HTMLElement | null>, isWanted: boolean, since: unknown): void {
  useLayoutEffect(() => {
    const one = wanted.current;
    if (isWanted && one && !one.contains(document.activeElement)) one.focus();
  }, [since]);
}
