import { type Finding, isFile, placeTitle } from "./finding";
import type { Place } from "./placement";

/**
 * The findings with the cell they are about in front of the sentence (`名册G15：…`), as the workbook stands now. 待办 holds
 * the bare sentence: people sort, and a sentence that changed with every sort would be a change at every run.
 */
export function located(findings: readonly Finding[], place: Place): Finding[] {
  return findings.map((finding) => {
    const { table, row, column, message } = finding;
    const address = row === null || isFile(table) ? null : (place(table)?.address(row, column) ?? null);
    return address === null ? finding : { ...finding, message: `${placeTitle(table)}${address}：${message}` };
  });
}
