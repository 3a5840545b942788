import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { FORM_FIELD_HEAD, formFieldTable } from "./form-field-table";
import { MANUALS, operationTable } from "./operation-tables";

/** Puts a table into a manual, where the last one of that head stands. */
function write(name: string, head: string, table: string): void {
  const path = join(resolve(__dirname, "../.."), name);
  const page = readFileSync(path, "utf8");
  const from = page.indexOf(head);
  const to = page.indexOf("\n\n", from);
  if (from < 0 || to < 0) throw new Error(`${name} has no table ${head}`);
  writeFileSync(path, page.slice(0, from) + table + page.slice(to));
}

for (const [name, head] of Object.entries(MANUALS)) write(name, head, operationTable(head));
write("README.zh-CN.md", FORM_FIELD_HEAD, formFieldTable());
