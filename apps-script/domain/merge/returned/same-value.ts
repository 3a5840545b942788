import { canonicalUnit } from "../../people/canonical";
import { UNIT_COLUMNS, type UnitColumn } from "../../schema/unit-columns";
import { textOf, type Value } from "../../snapshot/value";
import { formOf } from "../cell-form";
import { readCell } from "../read-cell";
import type { SameValue } from "../three-way";
import type { UnitDirectory } from "../units";

/**
 * Whether two values of a unit column say the same: blanks, width, spellings of days and of closed lists play no part, so
 * that a file that another program merely saved holds no change.
 */
export function sameValueBy(units: Pick<UnitDirectory, "nameFor">): SameValue {
  const form = (column: UnitColumn, value: Value): string => {
    if (column === "unit") return canonicalUnit(units.nameFor(textOf(value)));
    if (column === "idNumber") return formOf(column, value);
    return formOf(column, readCell(column, value).value);
  };
  return (a, b, place) => {
    if (a === b) return true;
    if (a === null || b === null) return textOf(a) === textOf(b);
    const column = UNIT_COLUMNS[place] ?? "note";
    return form(column, a) === form(column, b);
  };
}
