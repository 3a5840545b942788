import { withSites } from "./class-sites";
import type { PlanReading } from "./read-plan";

/**
 * The plan of a workbook, of which any sheet may hold a part. A sheet whose table is not understood is said beside those that are;
 * where none is, what is wrong with the first stands for all.
 *
 * @param readings one a sheet, with the sheet's name in sentences
 */
export function planOfSheets(readings: readonly { readonly sheet: string; readonly reading: PlanReading }[]): PlanReading | null {
  const good = readings.filter(({ reading }) => reading.problems.length === 0 && reading.classes.length > 0);
  const tables = readings.filter(({ reading }) => reading.hasTable);
  if (good.length === 0) return (tables[0] ?? readings[0])?.reading ?? null;
  const others = tables.filter((one) => !good.includes(one));
  const years = [...new Set(good.flatMap(({ reading }) => reading.year ?? []))];
  const unclear = good.flatMap(({ reading }) => reading.unclearYear ?? []);
  const said = years.length > 1 ? [...unclear, ...years.map((year) => `${year}年`)] : unclear;
  const fees = good.find(({ reading }) => reading.fees !== undefined)?.reading.fees;
  return {
    year: said.length > 0 ? null : (years[0] ?? null),
    ...(said.length > 0 ? { unclearYear: said.join("、") } : {}),
    classes: withSites(good.flatMap(({ reading }) => reading.classes)),
    problems: [],
    doubts: [
      ...good.flatMap(({ reading }) => reading.doubts),
      ...others.map(({ sheet, reading }) => ({ row: sheet, message: `${sheet}：${reading.problems.join("")}` })),
    ],
    unread: [...new Set(good.flatMap(({ reading }) => reading.unread))],
    hasTable: true,
    ...(fees === undefined ? {} : { fees }),
  };
}
