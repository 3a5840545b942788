import { maskAs } from "../people/masks";
import { unitColumn, unitColumnTitled } from "../schema/unit-columns";

/** What a cell of the unit column with this title says, as a sentence may quote it. */
export function quotedCell(title: string, text: string): string {
  const column = unitColumnTitled(title);
  return maskAs(column === null ? undefined : unitColumn(column).personal, text);
}
