import type { NextGeneration } from "../merge/returned/report";
import type { Context } from "../rules/context";
import type { Snapshot } from "../snapshot/snapshot";
import type { UnitFile } from "./export";
import { rowIdOf } from "./identity";
import { fileNameOf } from "./sent-names";
import { sentCells } from "./sent-rows";

/**
 * The file that an import has already entered into 往来 and 底稿 as the next generation: the unit columns as agreed there,
 * the grey ones as 名册 has them once the import is done.
 */
export function nextFile(after: Pick<Snapshot, "roster">, context: Context, unit: string, next: NextGeneration): UnitFile {
  const { exchange, generation, workbook, schema, hash, people } = next;
  const enrolments = new Map(after.roster.map((row) => [row.key, row]));
  const rows = people.flatMap(({ enrolment, values }) => {
    const row = enrolments.get(enrolment);
    if (!row) return [];
    return [{ rowId: rowIdOf(enrolment, exchange, workbook), enrolment, ...sentCells({ ...row, ...values }, context.today) }];
  });
  const identity = { exchange, generation, workbook, schema, hash, rows: people.length };
  return { unit, file: fileNameOf(unit), planYear: context.settings.planYear, isNew: true, identity, rows };
}
