import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import type { Column } from "../../../apps-script/domain/schema/column";
import { numberFormat } from "../../../apps-script/domain/schema/look";

/** The number format of a column's cells, null for the automatic one: https://developers.google.com/workspace/sheets/api/guides/formats */
export function formatOfColumn(column: Column): sheets_v4.Schema$NumberFormat | null {
  const pattern = numberFormat(column);
  if (pattern === "@") return { type: "TEXT", pattern };
  if (pattern === "General") return null;
  return { type: column.kind === "day" ? "DATE" : "NUMBER", pattern };
}
