import type { RefObject } from "preact";
import { useEffect, useLayoutEffect } from "preact/hooks";

/**
 * Puts the focus on something when it appears or `since` changes, before the next key comes; and once more where the heading
 * of a new step has taken it meanwhile.
 */
export function useFirstFocus(wanted: RefObject<HTMLElement | null>, isWanted: boolean, since: unknown): void {
  const focus = (): void => {
    const one = wanted.current;
    if (isWanted && one && !one.contains(document.activeElement)) one.focus();
  };
  useLayoutEffect(focus, [since]);
  useEffect(focus, []);
}
