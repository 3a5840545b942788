import type { TableName } from "../schema/index";
import { columnTitle, titleOf } from "../schema/titles";
import type { Value } from "../snapshot/value";
import { changedMeanwhile, formulaCell, rowGone } from "../wording/workbook";
import type { Finding } from "./finding";
import { found } from "./found";

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
  const place = { table, row, column };
  const [tab, title] = [titleOf(table), columnTitle(table, column)];
  switch (reason) {
    case "gone":
      return found("W05", place, rowGone(tab, row));
    case "formula":
      return found("W04", place, formulaCell(tab, row, title));
    case "changed": {
      const message = changedMeanwhile(tab, row, title, now === null ? "（空）" : String(now));
      return found("W03", place, message);
    }
  }
}
