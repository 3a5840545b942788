import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { aheadView } from "../../../apps-script/domain/views/ahead";
import { bookOf } from "../../support/books";

type Todo = Pick<Snapshot["todo"][number], "severity" | "state" | "answer">;

const line = (todo: Todo, at: number) => ({ key: `T${at}`, at, id: `T${at}`, ...todo }) as Snapshot["todo"][number];
const run = (time: string, at: number) => ({ key: `R${at}`, at, id: `R${at}`, time }) as Snapshot["runs"][number];
const view = (today: string, todo: readonly Todo[], times: readonly string[]) => {
  const book: Snapshot = { ...bookOf(), todo: todo.map(line), runs: times.map(run) };
  return aheadView(book, contextOf(book, today));
};

test("counts what blocks and is open: neither what is answered, nor what is over, nor less", () => {
  const open = { severity: "阻断", state: null, answer: null } as const;
  const lines = [open, open, { ...open, severity: "警告" }, { ...open, answer: "忽略" }, { ...open, state: "已解决" }] as const;
  expect(view("2024-03-20", lines, []).blocking).toBe(2);
});

test("the day on which the year was ended is told", () => {
  const ended = bookOf({ settings: { endedOn: "2025-02-20" } });
  expect(aheadView(ended, contextOf(ended, "2025-02-21")).endedOn).toBe("2025-02-20");
  expect(view("2025-02-21", [], []).endedOn).toBeNull();
});

test.each([
  ["2024-03-20", ["2024-03-19T09:00:00+08:00", "2024-03-20T17:00:00+08:00"], null],
  ["2024-03-18", ["2024-03-20T17:00:00+08:00", "2024-03-19T09:00:00+08:00"], "2024-03-20"],
  ["2024-03-20", ["昨天", "", "2024-03-21T08:00:00+08:00"], "2024-03-21"],
  ["2024-03-20", [], null],
])("a run that is later than today (%s) is told", (today, times, told) => {
  expect(view(today, [], times).lastRunOn).toBe(told);
});
