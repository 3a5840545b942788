import type { Column } from "../../../../apps-script/domain/schema/index";
import type { Grid } from "../../../../apps-script/domain/snapshot/grid";
import { PackageParts } from "../patch/package-parts";
import { readWorkbookList } from "../patch/workbook-part";
import { addCharts } from "./add-charts";
import { dashboardCharts } from "./dashboard-charts";
import { refreshCharts } from "./refresh-charts";

/** A workbook that was just made, with the charts of its tab 看板. */
export async function withDashboardCharts(
  source: Buffer,
  { title, rows }: Grid,
  columns: readonly (Column | null)[],
): Promise<Buffer> {
  const parts = new PackageParts(source);
  const { sheets } = await readWorkbookList(parts);
  const sheet = sheets.find((listed) => listed.title === title);
  if (!sheet) return source;
  const values = new Map(rows.map((row) => [row.at, row.values]));
  await addCharts(parts, sheet.part, title, dashboardCharts(columns));
  await refreshCharts(parts, sheet.part, title, (row, column) => values.get(row)?.[column - 1] ?? null);
  return parts.pack();
}
