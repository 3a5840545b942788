import type { Receipt } from "../operations/receipt";
import type { Committed } from "./calls";

/** What a page is told of its decision. `sentenceOf` says of an error what the person in front of the page is told. */
export function committedOf(receipt: Receipt, sentenceOf: (error: unknown) => string): Committed {
  const { changes, finished, isMigrated, run, stopped, isChanged } = receipt;
  const parts = { findings: changes.findings, finished, isMigrated };
  if (stopped) return { ...parts, state: "stopped", run, at: stopped.at, error: sentenceOf(stopped.error) };
  if (isChanged) return { ...parts, state: "changed" };
  const size = { cells: changes.cells.length, rows: changes.rows.length, blanked: changes.blanked.length };
  return { ...parts, state: "written", run, size };
}
