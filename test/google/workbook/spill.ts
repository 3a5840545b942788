import type { Cell, CellValue } from "./cell";

/**
 * What the formula of one cell fills beside and below it. The other cells show a part of the result and hold nothing of their
 * own: to empty them does nothing, and whatever is put into one of them leaves `#REF!` in the first and nothing in the rest.
 */
export interface Spill {
  readonly anchor: Cell;
  readonly parts: readonly Cell[];
}

/** Lets a formula's cell fill other ones; it is not worked out anew. */
export function spillInto(anchor: Cell, parts: readonly (readonly [Cell, CellValue])[]): void {
  const spill: Spill = { anchor, parts: parts.map(([cell]) => cell) };
  anchor.spill = spill;
  for (const [cell, value] of parts) Object.assign(cell, { value, spill });
}

/** Whether a cell shows a part of another one's result. */
export function isSpilled(cell: Cell | undefined): boolean {
  return cell?.spill != null && cell.spill.anchor !== cell;
}

/** What becomes of a result when something is put into a cell; whether the cell takes it. */
export function takesEntry(cell: Cell, isEmpty: boolean): boolean {
  const { spill } = cell;
  if (!spill) return true;
  const isPart = spill.anchor !== cell;
  if (isPart && isEmpty) return false;
  for (const part of spill.parts) if (part !== cell) Object.assign(part, { value: "", spill: null });
  if (isPart) Object.assign(spill.anchor, { value: "#REF!", pinned: true });
  spill.anchor.spill = null;
  cell.spill = null;
  return true;
}

/** What the one formula gives that fills cells here when somebody types it: `=SEQUENCE(2,3)` counts to 6 in two rows. */
export function sequenceOf(formula: string): number[][] | null {
  const [, rows, columns = "1"] = /^=SEQUENCE\((\d),(\d)\)$/i.exec(formula) ?? [];
  if (rows === undefined) return null;
  const width = Number(columns);
  return Array.from({ length: Number(rows) }, (_, down) =>
    Array.from({ length: width }, (_, across) => down * width + across + 1),
  );
}
