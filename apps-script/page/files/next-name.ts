/**
 * What the workbook of the next year is called, beside that of this one.
 *
 * @example nextName("名册2024.xlsx", 2024) // "名册2025.xlsx"
 * @example nextName("名册.xlsx", 2024) // "名册2025.xlsx"
 */
export function nextName(document: string, year: number): string {
  const stem = document.replace(/\.xlsx$/iu, "");
  const named = stem.split(String(year)).join(String(year + 1));
  return `${named === stem ? `${stem}${year + 1}` : named}.xlsx`;
}
