import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { MANUALS, operationTable } from "../support/operation-tables";

test.each(Object.entries(MANUALS))("%s lists every operation as it is declared; npm run manuals writes it", (name, head) => {
  expect(readFileSync(join(resolve(__dirname, "../.."), name), "utf8")).toContain(`\n${operationTable(head)}\n\n`);
});
