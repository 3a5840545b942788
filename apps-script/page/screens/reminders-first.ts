/** So many lines are drawn without a wait. */
const LINES = 200;

/** As many of the units, from the first, as have that many lines together; each whole, as its text is about all of its lines. */
export function firstUnits<U extends { readonly lines: readonly unknown[] }>(units: readonly U[]): readonly U[] {
  let lines = 0;
  return units.filter((unit) => {
    const isFirst = lines < LINES;
    lines += unit.lines.length;
    return isFirst;
  });
}
