import type { ConditionalFormattingRule, Worksheet } from "exceljs";
import type { Column, Table } from "../../../apps-script/domain/schema/index";
import { highlightsOf, type Paint } from "../../../apps-script/domain/schema/look";
import { LAST_ROW } from "../xlsx/column-check";

/** The conditional colours of a tab. */
export function addHighlights(sheet: Worksheet, table: Table, columns: readonly (Column | null)[]): void {
  const last = sheet.getColumn(columns.length).letter;
  let priority = 1;
  columns.forEach((column, index) => {
    const highlights = column ? highlightsOf(table, column) : [];
    const { letter } = sheet.getColumn(index + 1);
    // One entry for all rules of a range: with several, programs disagree on which colour wins.
    for (const wide of [false, true]) {
      const rules = highlights
        .filter(({ row = false }) => row === wide)
        .map(({ when, paint }) => painted(when.replaceAll("{cell}", wide ? `$${letter}2` : `${letter}2`), paint, priority++));
      const ref = wide ? `A2:${last}${LAST_ROW}` : `${letter}2:${letter}${LAST_ROW}`;
      if (rules.length > 0) sheet.addConditionalFormatting({ ref, rules });
    }
  });
}

function painted(formula: string, paint: Paint, priority: number): ConditionalFormattingRule {
  const style = {
    font: { color: { argb: `FF${paint.text}` } },
    fill: { type: "pattern", pattern: "solid", bgColor: { argb: `FF${paint.fill}` } },
  } as const;
  return { type: "expression", formulae: [formula], priority, style };
}
