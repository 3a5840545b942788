import type { Finding } from "./finding";
import type { Placement } from "./placement";

/**
 * The findings with the cell they are about in front of the sentence (`名册G15：…`), as the workbook stands now. 待办 holds
 * the bare sentence: people sort, and a sentence that changed with every sort would be a change at every run.
 */
export function located(findings: readonly Finding[], place: (title: string) => Placement | null): Finding[] {
  return findings.map((finding) => {
    const address = finding.row === null ? null : (place(finding.table)?.address(finding.row, finding.column) ?? null);
    return address === null ? finding : { ...finding, message: `${finding.table}${address}：${finding.message}` };
  });
}
