import { contextOf } from "../../../apps-script/domain/rules/context";
import { bringTodo, isTodoWanted, leaveTodo, todoNow, todoOutcome } from "../../../apps-script/domain/rules/todo-now";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { todayView } from "../../../apps-script/domain/views/today";
import { BENCH_DAY, benchBook } from "../../bench/data/book";
import { bookOf } from "../../support/books";

/** 待办 that somebody else works out is as written until then, and then the same as if it had been worked out here. */

const read = (): Snapshot => bookOf(benchBook(30));
const contextIn = (snapshot: Snapshot) => contextOf(snapshot, BENCH_DAY);

test("left to somebody else it is as written, and wanted once it is asked for", () => {
  const snapshot = read();
  const context = contextIn(snapshot);
  leaveTodo(snapshot, context);
  expect(isTodoWanted(snapshot, context)).toBe(false);
  expect(todoNow(snapshot, context)).toBe(snapshot);
  expect(isTodoWanted(snapshot, context)).toBe(true);
});

test.each([
  ["what somebody else has worked out", (snapshot: Snapshot) => todoOutcome(read(), contextIn(snapshot))],
  ["nothing, where nobody could", () => null],
])("brought %s it says what it would say now, and so do screens", (_, worked) => {
  const snapshot = read();
  const context = contextIn(snapshot);
  const look = () => todayView(snapshot, context, { clerk: "", since: null });
  leaveTodo(snapshot, context);
  expect(look().lines).toEqual([]);
  bringTodo(snapshot, context, worked(snapshot));
  const here = read();
  expect(todoNow(snapshot, context).todo).toEqual(todoNow(here, contextIn(here)).todo);
  expect(look().lines.length).toBeGreaterThan(3);
  expect(look()).toEqual(todayView(here, contextIn(here), { clerk: "", since: null }));
});
