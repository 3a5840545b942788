import type { Wish } from "../view";

/** What the person wants: an action, and what of it is filled in. */
export function wishFor(action: string, filled: Partial<Wish> = {}): Wish {
  return { action, text: null, tab: null, year: null, run: null, fields: null, ...filled };
}
