import { type Filling, fillsSeveral, mayBeWide, withSpills } from "../../domain/moving/spills";

/**
 * A tab's formulas with the cells that show a part of another one's result. SpreadsheetApp tells the first cell of such a result
 * alone, and of the others nothing but their values: how far it goes is judged by the text of the formula, rather too far than
 * not far enough. Functions of staff's own scripts are not known to fill more than one cell.
 */
export function formulasWithSpills(
  formulas: readonly (readonly string[])[],
  values: readonly (readonly unknown[])[],
): string[][] {
  const fillings = formulas.flatMap((line, row) =>
    line.flatMap((formula, column): Filling[] => {
      if (formula === "" || !fillsSeveral(formula) || isError(values[row]?.[column])) return [];
      return [{ row, column, width: mayBeWide(formula) ? widthAt(line, values[row] ?? [], column) : 1 }];
    }),
  );
  return withSpills(formulas, fillings, values.length);
}

/** Up to the next cell that is empty or has a formula of its own. */
function widthAt(formulas: readonly string[], values: readonly unknown[], column: number): number {
  let next = column + 1;
  while (next < values.length && values[next] !== "" && (formulas[next] ?? "") === "") next++;
  return next - column;
}

/** A result that found no room is `#REF!` in its first cell and nothing else. */
function isError(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("#");
}
