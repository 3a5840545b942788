import type { AskOf } from "../../domain/serving/calls";
import { rowWith } from "../../domain/snapshot/by-key";
import type { Snapshot } from "../../domain/snapshot/snapshot";
import type { TodoLine } from "../../domain/views/lines";

/** A place in the workbook. */
export type Place = AskOf<"jump">;

/** The row of 名册 that a key names; also of one without a number of its own. */
export const placeOfPerson = (row: string): Place => ({ table: "roster", row, column: "name" });

/** Where a matter stands in 待办; one that is not written there yet is at the one person whom it is about. */
export function placeOfTodo({ todo }: Pick<Snapshot, "todo">, { id, people }: Pick<TodoLine, "id" | "people">): Place | null {
  if (rowWith(todo, id) !== null) return { table: "todo", row: id, column: "content" };
  const [only, ...more] = people;
  return only === undefined || more.length > 0 ? null : placeOfPerson(only);
}
