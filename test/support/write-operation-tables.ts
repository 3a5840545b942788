import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { MANUALS, operationTable } from "./operation-tables";

/** Puts the table of operations into both manuals, where the last one stands. */
for (const [name, head] of Object.entries(MANUALS)) {
  const path = join(resolve(__dirname, "../.."), name);
  const page = readFileSync(path, "utf8");
  const from = page.indexOf(head);
  const to = page.indexOf("\n\n", from);
  if (from < 0 || to < 0) throw new Error(`${name} has no table of operations`);
  writeFileSync(path, page.slice(0, from) + operationTable(head) + page.slice(to));
}
