import { NUMBERED_ANEW } from "../rules/numberer";
import type { SettingName } from "../schema/settings";
import type { BookTurn } from "./book-turn";
import type { Carried } from "./carried";

/** What changes in 设置: the year, where the book comes from, and the counters. All that staff set stays. */
export const TURNED_SETTINGS: readonly SettingName[] = [
  ...(["planYear", "carriedFrom", "carriedTo", "endedOn", "enrolmentCounter"] as const),
  ...NUMBERED_ANEW,
];

/** @param lastNumber of the 报名编号 that were given */
export function newSettings({ year, from }: Pick<Carried, "year" | "from">, lastNumber: number): BookTurn["settings"] {
  return {
    ...{ planYear: year, carriedFrom: from.join("、"), carriedTo: null, endedOn: null, enrolmentCounter: lastNumber },
    ...Object.fromEntries(NUMBERED_ANEW.map((name) => [name, 0])),
  };
}
