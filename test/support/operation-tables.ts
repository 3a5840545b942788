import { exampleCommand } from "../../apps-script/domain/operations/example-command";
import { CLERK_OPERATIONS } from "../../apps-script/domain/operations/registry";

/** The operations with an input as both manuals list them: what must be given is in bold. */
export function operationTable(head: string): string {
  const rows = CLERK_OPERATIONS.map((operation) => {
    const { id, title, about, fields } = operation;
    const names = fields.map(({ name, title: called, required }) => `${required ? `**\`${name}\`**` : `\`${name}\``} ${called}`);
    const example = exampleCommand(operation, "demo/名册.xlsx");
    return `| \`${id}\` ${title} | ${about} | ${names.join("、")} | \`anpei ${example}\` |`;
  });
  return [head, "|---|---|---|---|", ...rows].join("\n");
}

export const MANUALS = {
  "README.md": "| operation | does | fields | example, on the workbook of `npm start` |",
  "README.zh-CN.md": "| 操作 | 作用 | 可以写的项（粗体必填） | 例子（用演示的工作簿） |",
} as const;
