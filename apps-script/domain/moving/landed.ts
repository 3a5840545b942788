import type { Value } from "../snapshot/value";
import type { Landed } from "./content";
import type { Sight } from "./sight";

/** How far blocks that were written may have reached, seen from a later moment. */
interface Reach {
  /** The columns that may hold something of ours: those that were meant, and those that stand there now. */
  readonly forms: ReadonlySet<string>;
  /** Whether a value is one that we wrote into that column, whatever row it stands in. */
  isOurs(form: string, column: number, value: Value): boolean;
  /** Whether a cell holds just what a block put at that place. */
  fellOn(row: number, column: number, value: Value): boolean;
}

export function afterMove(landed: readonly Landed[], now: Sight): Reach {
  const forms = new Set<string>();
  const byForm = new Map<string, Set<Value>>();
  const byColumn = new Map<number, Set<Value>>();
  const names = new Map([...now.columns].map(([form, column]) => [column, form]));
  for (const block of landed) {
    block.forms.forEach((form, index) => {
      const column = block.column + index;
      const name = names.get(column);
      if (form !== "") forms.add(form);
      if (name !== undefined) forms.add(name);
      for (const line of [...block.values, ...(block.otherwise ?? [])]) {
        add(byForm, form, line[index] ?? null);
        add(byColumn, column, line[index] ?? null);
      }
    });
  }
  return {
    forms,
    isOurs: (form, column, value) => byForm.get(form)?.has(value) === true || byColumn.get(column)?.has(value) === true,
    fellOn: (row, column, value) =>
      value !== null &&
      landed.some(({ values, otherwise, row: top, column: left }) =>
        [values, otherwise].some((lines) => lines?.[row - top]?.[column - left] === value),
      ),
  };
}

function add<K>(sets: Map<K, Set<Value>>, key: K, value: Value): void {
  const known = sets.get(key);
  if (known) known.add(value);
  else sets.set(key, new Set([value]));
}
