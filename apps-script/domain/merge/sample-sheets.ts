import type { RecognisedList } from "./sheet-lists";

const SAMPLE = /示例|样例|范例|样表|填[写表报]说明|^说明$/u;
const MOST_SAMPLES = 3;

/** Sheets that show how to fill in the others: named so, with a person or two, and there is a list besides. */
export function sampleSheets(lists: readonly RecognisedList[]): ReadonlySet<string> {
  const people = new Map<string, number>();
  for (const { sheet, rows } of lists) people.set(sheet, (people.get(sheet) ?? 0) + rows.length);
  const isSample = ([sheet, count]: readonly [string, number]): boolean => SAMPLE.test(sheet) && count <= MOST_SAMPLES;
  const samples = [...people].filter(isSample).map(([sheet]) => sheet);
  return [...people].some(([sheet, count]) => count > 0 && !samples.includes(sheet)) ? new Set(samples) : new Set();
}
