import { type PlanReading, readPlanCells, readPlanText } from "../../domain/plan/read-plan";
import type { PlanSource } from "../deciding/plan-operation";
import type { LocalFiles } from "./local-files";

/** Where the plan of a new workbook comes from: its year is said apart from it. */
export type YearlessPlan = Omit<PlanSource, "year">;

export function readingOf({ text, tab }: YearlessPlan): PlanReading {
  return tab === null ? readPlanText(text) : readPlanCells(tab.cells);
}

/** A notice as plain text is read here; of any other file the server reads the cells. Null where nothing in it is a plan. */
export async function planIn(file: File, files: LocalFiles): Promise<YearlessPlan | null> {
  const bytes = await file.arrayBuffer();
  if (/\.(txt|md)$/iu.test(file.name)) return { text: textOf(bytes), tab: null };
  const { sheets } = await files.cells(await files.upload(file.name, bytes, file.lastModified));
  for (const { rows } of sheets) {
    const cells = rows.map((row) => row.cells.map((cell) => (cell === null ? "" : String(cell))));
    if (readPlanCells(cells).classes.length > 0) return { text: "", tab: { title: file.name, cells } };
  }
  return null;
}

/** Notepad saves Chinese in either of the two. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
