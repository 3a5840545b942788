import type { Day } from "../../apps-script/domain/days/civil-day";

/** The day in Yantai now; the whole program's one look at the clock for days. */
export function dayInShanghai(now: Date = new Date()): Day {
  return momentInShanghai(now).slice(0, 10);
}

/** The moment now with Yantai's offset, `2024-03-01T09:00:00+08:00`. China has had no summer time since 1991. */
export function momentInShanghai(now: Date = new Date()): string {
  return `${new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}
