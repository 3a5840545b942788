import type { CellChange } from "../../domain/changes/change-set";
import type { Day } from "../../domain/days/civil-day";
import { contextOf } from "../../domain/rules/context";
import { type TodoChanges, todoOutcome } from "../../domain/rules/todo-now";
import type { PackedGrid } from "../../domain/serving/packed-grid";
import { screenSnapshot } from "../book/screen-snapshot";

/** What a reading of the workbook asks for on a day, which all rules are asked for, is to be worked out. */
export interface TodoQuestion {
  readonly kind: "todo";
  readonly tabs: readonly PackedGrid[];
  readonly today: Day;
}

/** What 待办 is brought up to now with, as text: a page takes in one long text sooner than many small things. */
export function todoText({ tabs, today }: TodoQuestion): string {
  const snapshot = screenSnapshot(tabs);
  const { cells, rows } = todoOutcome(snapshot, contextOf(snapshot, today));
  const changes: TodoChanges = { cells: cells.map(inShort), rows: rows.map((row) => ({ ...row, reason: "" })) };
  return JSON.stringify(changes);
}

/** Nothing is written: what stood there, and why it changes, need not go along. */
const inShort = (cell: CellChange): CellChange => ({ ...cell, before: null, reason: "" });

export const todoIn = (text: string): TodoChanges => JSON.parse(text) as TodoChanges;
