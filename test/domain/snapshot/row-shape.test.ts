import { setFlagsFromString } from "node:v8";
import { withChanges } from "../../../apps-script/domain/changes/advance";
import { ROSTER, titlesOf } from "../../../apps-script/domain/schema/index";
import type { Grid } from "../../../apps-script/domain/snapshot/grid";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { bookOf } from "../../support/books";

setFlagsFromString("--allow-natives-syntax");
const hasFastProperties = new Function("row", "return %HasFastProperties(row)") as (row: object) => boolean;

const titles = titlesOf(ROSTER);
const values = ["B2024-00001", ...titles.slice(1).map((_, index) => (index % 3 === 0 ? index : `v${index}`))];
const grid: Grid = { title: ROSTER.title, headerRow: 1, header: titles, rows: [{ at: 2, values }] };

test("rows of many columns are objects of one shape, not hash tables", () => {
  const read = { ...bookOf({}), ...snapshotOf([grid], ["roster"]) };
  const change = { table: "roster" as const, row: "B2024-00001", column: "name", before: "v1", reason: "" };
  const added = { table: "roster" as const, row: "B2024-00002", values: { id: "B2024-00002" }, reason: "" };
  const next = withChanges(read, { cells: [{ ...change, after: 7 }], rows: [added] });
  expect(next.roster).toHaveLength(2);
  for (const row of [...read.roster, ...next.roster]) expect(hasFastProperties(row)).toBe(true);
});
