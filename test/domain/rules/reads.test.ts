import fc from "fast-check";
import { withChanges } from "../../../apps-script/domain/changes/advance";
import { OutcomeBuilder } from "../../../apps-script/domain/changes/outcome";
import { runAll } from "../../../apps-script/domain/rules/actions";
import { assign } from "../../../apps-script/domain/rules/assign/assign";
import { cards } from "../../../apps-script/domain/rules/cards";
import { checkPlanRule } from "../../../apps-script/domain/rules/check-plan";
import { checkRows, checkSiteRows } from "../../../apps-script/domain/rules/check-roster";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { fees } from "../../../apps-script/domain/rules/money/fees";
import { papers } from "../../../apps-script/domain/rules/papers";
import { READS } from "../../../apps-script/domain/rules/reads";
import { type Reads, type Rule, remembered } from "../../../apps-script/domain/rules/rule";
import { TABLES, type TableName } from "../../../apps-script/domain/schema/index";
import type { AnyRow, Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { BENCH_DAY, benchBook } from "../../bench/data/book";
import { bookOf } from "../../support/books";
import { oddCell, oddStep } from "../../support/odd-cells";

const RULES: Readonly<Record<keyof typeof READS, Rule>> = {
  plan: checkPlanRule,
  rows: checkRows,
  sites: checkSiteRows,
  assign,
  papers,
  fees,
  cards,
};
const named = Object.entries(RULES).map(([name, rule]) => [name, rule, READS[name as keyof typeof READS] as Reads] as const);
const RUNS = process.env.ANPEI_SOAK ? 200 : 16;
const untouched = bookOf(benchBook(40));
/** A workbook before its first run, and after it: with classes, lights and shortages. */
const people = fc.constantFrom(untouched, withChanges(untouched, runAll(untouched, contextOf(untouched, BENCH_DAY))));
const steps = fc.array(fc.array(oddCell, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 });
const after = (book: Snapshot, changes: Parameters<typeof oddStep>[1]): Snapshot => withChanges(book, oddStep(book, changes));

/** The workbook with every table and cell that is taken out of it told. */
function watched(snapshot: Snapshot, tell: (table: string, column: string) => void): Snapshot {
  const tables = Object.keys(TABLES).map((name) => {
    const rows: readonly AnyRow[] = snapshot[name as TableName];
    return [name, rows.map((row) => watching(row, (column) => tell(name, column)))] as const;
  });
  const book = { repeated: snapshot.repeated, ...Object.fromEntries(tables) } as unknown as Snapshot;
  return watching(book, (table) => tell(table, "key"));
}

/** What is copied with all the rest of its row is not looked at: a copy asks for the descriptor first. */
function watching<T extends object>(watchedOne: T, tell: (name: string) => void): T {
  let copied: PropertyKey | null = null;
  return new Proxy(watchedOne, {
    getOwnPropertyDescriptor: (target, name) => {
      copied = name;
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
    get: (target, name) => {
      if (copied !== name) tell(String(name));
      copied = null;
      return Reflect.get(target, name);
    },
  });
}

/** Setting a cell looks at what it holds: that is no reading. */
let isSetting = false;
const { set } = OutcomeBuilder.prototype;
beforeAll(() => {
  jest.spyOn(OutcomeBuilder.prototype, "set").mockImplementation(function (this: OutcomeBuilder, ...cell) {
    isSetting = true;
    set.apply(this, cell);
    isSetting = false;
  });
});
afterAll(() => jest.restoreAllMocks());

test.each(named)("%s reads no column that it does not declare", (_name, rule, reads) => {
  const known = new Set(Object.entries(reads).flatMap(([table, columns]) => columns.map((column) => `${table} ${column}`)));
  // Where a row stands never changes within a run, and what is set aside does not either.
  const isAlways = (table: string, column: string): boolean =>
    table === "settings" || table === "holidays" || table === "repeated" || column === "at";
  const isKey = (table: TableName, column: string): boolean =>
    table in reads && (column === "key" || TABLES[table].key.some((name) => name === column));
  const isDeclared = (table: string, column: string): boolean =>
    isAlways(table, column) || known.has(`${table} ${column}`) || isKey(table as TableName, column);
  const undeclared = new Set<string>();
  fc.assert(
    fc.property(people, fc.array(oddCell, { maxLength: 120 }), (start, changes) => {
      const book = after(start, changes);
      const tell = (table: string, column: string): void => {
        if (!isSetting && !isDeclared(table, column)) undeclared.add(`${table} ${column}`);
      };
      rule(watched(book, tell), contextOf(book, BENCH_DAY));
    }),
    { numRuns: RUNS },
  );
  expect([...undeclared]).toEqual([]);
});

test.each(named)("%s finds after any changes what it would find afresh", (_name, rule, reads) => {
  let asked = 0;
  let kept = 0;
  const counted: Rule = (snapshot, context) => {
    asked++;
    return rule(snapshot, context);
  };
  fc.assert(
    fc.property(people, steps, (start, all) => {
      const check = remembered(counted, reads);
      let now = { ...start };
      check.rule(now, contextOf(now, BENCH_DAY));
      for (const changes of all) {
        const outcome = oddStep(now, changes);
        const next = withChanges(now, outcome);
        check.follow(now, outcome, next);
        const before = asked;
        const { findings } = check.finds(next, contextOf(next, BENCH_DAY));
        if (asked === before) kept++;
        expect(findings).toEqual(rule(next, contextOf(next, BENCH_DAY)).findings);
        now = next;
      }
    }),
    { numRuns: RUNS },
  );
  expect(kept).toBeGreaterThan(0);
});

test("待办 after a whole run is what it is on a workbook that nothing is remembered of", () => {
  fc.assert(
    fc.property(people, fc.array(oddCell, { maxLength: 60 }), (start, changes) => {
      const book = after(start, changes);
      const first = runAll(book, contextOf(book, BENCH_DAY));
      const written = { ...withChanges(book, first) };
      const again = runAll(written, contextOf(written, BENCH_DAY));
      const todo = [...again.cells, ...again.rows].filter(({ table }) => table === "todo");
      expect(todo).toEqual([]);
    }),
    { numRuns: RUNS / 2 },
  );
});
