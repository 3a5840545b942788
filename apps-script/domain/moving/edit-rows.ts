import type { Lost } from "../changes/lost";
import type { CellWrite } from "../changes/write-plan";
import { type Content, contentNow, type Landed } from "./content";
import type { Steps } from "./hand";
import { afterMove } from "./landed";
import { matchRows, type Rows } from "./match-rows";
import { isMisread, isMoment } from "./misread";
import { ROUNDS, restlessIn } from "./restless";
import { Sight } from "./sight";
import type { TabMemory } from "./tab-memory";

/** A cell as it has to be in the end; `write` says that it is a change, else it is a value that was put back. */
interface Goal extends Content {
  readonly write: CellWrite | null;
}
type Goals = Map<number, Map<string, Goal>>;

/**
 * Writes changes into rows that are there. The rows are found anew right before; right after, everything is read once
 * more. When rows or columns moved in between, the block fell on other rows: these get back what they held, and the
 * changes go where they belong, until nothing is out of place. A cell that someone changed is left as it is.
 */
export class RowEditor {
  private landed: Landed[] = [];

  constructor(
    private readonly memory: TabMemory,
    private readonly lost: Lost[],
  ) {}

  *write(writes: readonly CellWrite[], seen: Sight | null = null): Steps<Sight | null> {
    if (writes.length === 0) return seen;
    let now = yield* this.withFormulas(seen ?? (yield* this.look()), writes);
    let goals = this.goalsFor(now, writes);
    let fixes = goals;
    for (let round = 0; round < ROUNDS; round++) {
      if (fixes.size === 0) return this.remembered(writes, now);
      this.landed = this.landed.concat(yield* this.memory.hand.put(now, placed(fixes, now), oursIn(this.memory, now)));
      const next = yield* this.look(now.knowsFormulas);
      ({ goals, fixes } = yield* this.compare(now, goals, next));
      now = next;
    }
    throw restlessIn(this.memory.table.title);
  }

  private *look(withFormulas = false): Steps<Sight> {
    const { hand, key, table } = this.memory;
    let values = yield* hand.values();
    if (!withFormulas) return this.memory.keep(new Sight(table, values, hand));
    // Formulas and values are asked for apart: they belong together when the values stand the same before and after.
    for (let round = 0; round < ROUNDS; round++) {
      const formulas = yield* hand.formulas();
      const again = yield* hand.values();
      const sight = new Sight(table, again, hand, formulas);
      const wasSame = !matchRows(new Sight(table, values, hand, formulas), sight, new Set(), key).moved;
      if (wasSame) return this.memory.keep(sight);
      values = again;
    }
    throw restlessIn(table.title);
  }

  /** Formulas are asked for when there can be any among the columns to write: there were some, or something changed. */
  private *withFormulas(now: Sight, writes: readonly CellWrite[]): Steps<Sight> {
    const { memory } = this;
    const columns = [...new Set([...writes.map((write) => write.column), ...oursIn(memory, memory)])];
    const same = matchRows(memory, now, new Set(), memory.key);
    const isUntouched =
      same.before.size === now.rows.length &&
      [...same.before].every(([row, then]) =>
        columns.every((column) => memory.value(then, column) === now.value(row, now.columns.get(memory.formOf(column)) ?? -1)),
      );
    return isUntouched && !memory.mayHaveFormulaIn(columns) ? now : yield* this.look(true);
  }

  /** The changes by the rows of now. What someone changed since it was read, or holds a formula, is not among them. */
  private goalsFor(now: Sight, writes: readonly CellWrite[]): Goals {
    const { memory } = this;
    const { after } = matchRows(memory, now, new Set(), memory.key);
    const goals: Goals = new Map();
    for (const write of writes) {
      const form = memory.formOf(write.column);
      const row = after.get(write.at);
      const column = now.columns.get(form);
      if (row === undefined || column === undefined) {
        this.lost.push(memory.lost(write, "gone"));
        continue;
      }
      const value = now.value(row, column);
      const content = memory.hand.contentOf(write.value, write.kind);
      if (memory.same(form, value, write.value) && !isMisread(content.raw, now.raw(row, column))) continue;
      if (now.formula(row, column) !== "") this.lost.push(memory.lost(write, "formula", value));
      else if (memory.same(form, value, memory.value(write.at, write.column))) {
        setIn(goals, row, form, { ...content, write });
      } else this.lost.push(memory.lost(write, "changed", value));
    }
    return goals;
  }

  /** What is still to be put right after a round, and everything that has been decided so far, by the rows of `next`. */
  private *compare(then: Sight, decided: Goals, next: Sight): Steps<{ goals: Goals; fixes: Goals }> {
    const { memory } = this;
    const reach = afterMove(this.landed, next);
    const { before, after, moved } = matchRows(then, next, reach.forms, memory.key);
    const goals: Goals = new Map();
    const fixes: Goals = new Map();
    const unformat: { row: number; column: number }[] = [];
    for (const [row, cells] of decided) {
      if (after.has(row)) continue;
      // A row that was to be emptied is not to be seen any more.
      for (const { write } of cells.values()) if (write && write.value !== null) this.lost.push(memory.lost(write, "gone"));
    }
    for (const row of next.rows) {
      const was = before.get(row);
      for (const form of reach.forms) {
        const column = next.columns.get(form);
        if (column === undefined) continue;
        const found = next.value(row, column);
        if (was === undefined) {
          if (moved && reach.fellOn(row, column, found)) setIn(fixes, row, form, emptied);
          continue;
        }
        const goal = decided.get(was)?.get(form) ?? asItWas(then, was, form);
        if (memory.same(form, found, goal.value)) {
          if (isDated(goal, next.raw(row, column))) unformat.push({ row, column });
          if (goal.write) setIn(goals, row, form, goal);
        } else if (isMisread(goal.raw, next.raw(row, column), goal.isFormula)) {
          unformat.push({ row, column });
          setIn(fixes, row, form, goal);
        } else if ((moved && reach.isOurs(form, column, found)) || isUnwritten(goal, found, then, was, form)) {
          if (isDated(goal, next.raw(row, column))) unformat.push({ row, column });
          setIn(fixes, row, form, goal);
        } else if (goal.write) this.lost.push(memory.lost(goal.write, "changed", found));
      }
    }
    if (unformat.length > 0) yield* memory.hand.unformat(unformat);
    for (const [row, cells] of fixes) for (const [form, goal] of cells) setIn(goals, row, form, goal);
    return { goals, fixes };
  }

  private remembered(writes: readonly CellWrite[], now: Sight): Sight {
    for (const { at, column, value } of writes) this.memory.remember(at, column, value);
    return now;
  }
}

const emptied: Goal = { value: null, raw: "", write: null };

function asItWas(then: Sight, row: number, form: string): Goal {
  const column = then.columns.get(form);
  if (column === undefined) return emptied;
  return { ...contentNow(then, row, column), write: null };
}

/** Whether a number is shown as a day: one that fell on its automatic cell made the format a day's. */
function isDated(goal: Goal, found: unknown): boolean {
  return typeof goal.raw === "number" && isMoment(found);
}

function isUnwritten(goal: Goal, found: unknown, then: Sight, row: number, form: string): boolean {
  return goal.write !== null && found === then.value(row, then.columns.get(form) ?? -1);
}

/** Where the columns stand that only the program writes. */
function oursIn(memory: TabMemory, { columns }: Pick<Rows, "columns">): Set<number> {
  return new Set(memory.ours.flatMap((form) => columns.get(form) ?? []));
}

function setIn(goals: Goals, row: number, form: string, goal: Goal): void {
  const cells = goals.get(row) ?? new Map<string, Goal>();
  cells.set(form, goal);
  goals.set(row, cells);
}

function placed(goals: Goals, sight: Sight): Map<number, Map<number, Content>> {
  const cells = new Map<number, Map<number, Content>>();
  for (const [row, line] of goals) {
    const at = new Map<number, Content>();
    for (const [form, goal] of line) {
      const column = sight.columns.get(form);
      if (column !== undefined) at.set(column, goal);
    }
    cells.set(row, at);
  }
  return cells;
}
