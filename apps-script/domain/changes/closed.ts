import { Refusal } from "../refusal";
import { protectedTab } from "../wording/protected";
import type { CellWrite } from "./write-plan";

/** Cells of a tab: rows from 1, columns from 0, both ends included; null is no bound. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number | null;
  readonly right: number | null;
}

/** Cells that staff protected against whoever runs the program. */
export interface Closed {
  readonly sheet: string;
  readonly area: Area;
  /** Of the area, what is open to everybody. */
  readonly open: readonly Area[];
  /** Who may write there; empty when the document does not tell. */
  readonly editors: readonly string[];
}

/** Staff protected a tab that was to be written. */
export class ProtectedTab extends Refusal<"protected"> {
  override readonly name = "ProtectedTab";

  constructor(
    readonly tabs: readonly string[],
    message: string,
  ) {
    super("protected", message);
  }
}

export type Refuses = (write: Pick<CellWrite, "sheet" | "at" | "column">) => boolean;

/** Tells cells that can't be written; of `tabs` none can. */
export function refusing(closed: readonly Closed[], tabs: ReadonlySet<string> = new Set()): Refuses {
  return ({ sheet, at, column }) =>
    tabs.has(sheet) ||
    closed.some((one) => one.sheet === sheet && isIn(one.area, at, column) && !one.open.some((open) => isIn(open, at, column)));
}

export function tabsOf(writes: readonly Pick<CellWrite, "sheet">[]): string[] {
  return [...new Set(writes.map(({ sheet }) => sheet))];
}

/** @throws {ProtectedTab} before anything is written, when a cell among these can't be */
export function refuseClosed(closed: readonly Closed[], writes: readonly CellWrite[]): void {
  const tabs = tabsOf(writes.filter(refusing(closed)));
  if (tabs.length > 0) throw new ProtectedTab(tabs, protectedTab(tabs, editorsOf(closed, tabs)));
}

export function editorsOf(closed: readonly Closed[], tabs: readonly string[]): string[] {
  return [...new Set(closed.flatMap(({ sheet, editors }) => (tabs.includes(sheet) ? editors : [])))];
}

function isIn({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= (bottom ?? row) && column >= left && column <= (right ?? column);
}
