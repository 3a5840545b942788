import type { RowChange } from "../../domain/changes/change-set";
import type { Snapshot } from "../../domain/snapshot/snapshot";
import { textOf } from "../../domain/snapshot/value";
import { choiceName } from "../wording/report";

/** 报名编号 wherever they stand in a text. */
const NUMBERS = /B\d{4}-\d{5,}/gu;

/** Says of each 报名编号 in a text whose it is: `B2024-00039=300` is 钱秀英（B2024-00039）=300. Others stay as they are. */
export type Who = (text: string) => string;

/** By the roster, and by rows that are about to be added to it. */
export function whoIn(roster: Snapshot["roster"], added: readonly RowChange[] = []): Who {
  const names = new Map(roster.flatMap(({ key, name }) => (name === null ? [] : [[key, name] as const])));
  for (const { table, row, values } of added) {
    const name = textOf(values.name ?? null);
    if (table === "roster" && name !== "") names.set(textOf(values.id ?? row), name);
  }
  const named = (key: string): string => {
    const name = names.get(key);
    return name === undefined ? key : choiceName(name, key);
  };
  return (text) => text.replace(NUMBERS, named);
}
