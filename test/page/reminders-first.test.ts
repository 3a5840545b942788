import { firstUnits } from "../../apps-script/page/screens/reminders-first";

/** Many units are drawn in two goes; a unit is never cut. */

test.each([
  [[], 0],
  [[5], 1],
  [[500, 1], 1],
  [[199, 1, 1], 2],
  [[199, 300, 1], 2],
  [[100, 50, 49], 3],
])("of units with %j lines the first %i are drawn at once", (counts, shown) => {
  const units = counts.map((count) => ({ lines: Array.from({ length: count }, () => null) }));
  expect(firstUnits(units)).toEqual(units.slice(0, shown));
});
