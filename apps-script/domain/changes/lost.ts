import type { TableName } from "../schema/index";
import { columnTitle, titleOf } from "../schema/titles";
import type { Value } from "../snapshot/value";
import {
  changedMeanwhile,
  changedMeanwhileAdvice,
  formulaCell,
  formulaCellAdvice,
  rowGone,
  rowGoneAdvice,
} from "../wording/workbook";
import type { Finding } from "./finding";

/** A change that was not written: its row or column is gone, someone changed the cell, or it holds a formula. */
export interface Lost {
  readonly table: TableName;
  /** The row's key, `@<sheet row>` where it had none. */
  readonly row: string;
  readonly column: string;
  readonly reason: "gone" | "changed" | "formula";
  readonly now: Value;
}

/** A change that people's hands came before, as the finding that planning would have made of it. */
export function findingOf({ table, row, column, reason, now }: Lost): Finding {
  const place = { severity: "警告", table, row, column } as const;
  const [tab, title] = [titleOf(table), columnTitle(table, column)];
  switch (reason) {
    case "gone":
      return { ...place, code: "W05", message: rowGone(tab, row), suggestion: rowGoneAdvice };
    case "formula":
      return { ...place, code: "W04", message: formulaCell(tab, row, title), suggestion: formulaCellAdvice };
    case "changed": {
      const message = changedMeanwhile(tab, row, title, now === null ? "（空）" : String(now));
      return { ...place, code: "W03", message, suggestion: changedMeanwhileAdvice };
    }
  }
}
