import { withYearDigits } from "../days/plan-text";

/** The year that titles name; null when none does, and null with `unclear` in their words when they name more than one. */
interface TitleYear {
  readonly year: number | null;
  readonly unclear: string | null;
}

/** Characters from a title's year to the end of its 培训 or 计划. */
const FARTHEST = 82;
const YEAR = /(?:((?:19|20)\d{2})年?度?[-~—–/至到])?((?:19|20)\d{2})(?:年|学年)(?!\d{1,2}月)/gu;

/**
 * The year of the plan's title: YYYY年 that is no date (2024年1月2日) and has 培训 or 计划 after it in the same sentence. `above` has
 * the lines above each table, of which the first such year of each counts.
 */
export function titleYear(above: readonly string[]): TitleYear {
  const found = above.flatMap((text) => yearIn(text) ?? []);
  const [first] = found;
  if (first === undefined) return { year: null, unclear: null };
  const said = [...new Set(found.map(({ written }) => written))];
  const isOne = found.every(({ from, year }) => from === null && year === first.year);
  return isOne ? { year: first.year, unclear: null } : { year: null, unclear: said.join("、") };
}

function yearIn(above: string): { readonly from: string | null; readonly year: number; readonly written: string } | null {
  const plain = withYearDigits(above.normalize("NFKC").replace(/\s/gu, ""));
  for (const { 0: written, 1: from, 2: year, index } of plain.matchAll(YEAR)) {
    const start = index + written.length;
    const [rest = ""] = plain.slice(start, start + FARTHEST).split("。");
    const isSame = from === undefined || from === year;
    if (/培训|计划/u.test(rest)) return { from: isSame ? null : from, year: Number(year), written };
  }
  return null;
}
