import type { Cell, Looks } from "./cell";

type Steps = Map<string, Map<unknown, Looks>>;
const steps = new WeakMap<Looks, Steps>();

/** Looks are shared between cells, so a change makes new ones; the same change of the same looks is made once. */
export function setLook<K extends keyof Looks>(cell: Cell, name: K, value: Looks[K] | undefined): void {
  const from = cell.looks;
  const known: Steps = steps.get(from) ?? new Map();
  const byValue = known.get(name) ?? new Map<unknown, Looks>();
  let next = byValue.get(value);
  if (!next) {
    const { [name]: _, ...rest } = from;
    next = value === undefined ? rest : { ...rest, [name]: value };
    steps.set(from, known.set(name, byValue.set(value, next)));
  }
  cell.looks = next;
}
