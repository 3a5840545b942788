import { ROSTER } from "../../../apps-script/domain/schema/index";
import { cellIn, isShared } from "../../../apps-script/domain/snapshot/cell-value";

const { name, idNumber, unit, validUntil, reportedInOn, slack } = ROSTER.columns;

describe("a cell of a column", () => {
  test.each([
    ["a validity that a program in another time zone wrote stays as it is written", validUntil, 45462.6666667, "45462.6666667"],
    ["the same as text", validUntil, "2024-06-20 16:00:00", "2024-06-20 16:00:00"],
    ["a validity at the end of its day is the day", validUntil, "2024-06-20 23:59:59", "2024-06-20"],
    ["another day is read by its kind alone", reportedInOn, "2024-06-20 16:00:00", "2024-06-20"],
    ["a number as text", slack, "１，２００", 1200],
    ["blanks are nothing", unit, " 　", null],
  ])("%s", (_says, column, raw, value) => {
    expect(cellIn(column, raw)).toBe(value);
  });

  test("that is merged says the same of each row, but for a name, an id and a number", () => {
    expect([unit, validUntil, name, idNumber, slack].map(isShared)).toEqual([true, true, false, false, false]);
  });
});
