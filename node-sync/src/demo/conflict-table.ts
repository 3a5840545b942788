import { textOf } from "../../../apps-script/domain/snapshot/value";
import * as say from "../wording/demo";
import type { DemoOffice, DemoTable } from "./office";

/** The open conflicts, each with its three values. */
export async function conflictTable(office: DemoOffice): Promise<DemoTable> {
  const { conflicts } = await office.snapshot();
  const rows = conflicts.map(({ enrolment, name, column, base, ours, theirs }) =>
    [enrolment, name, column, base, ours, theirs].map(textOf),
  );
  return { columns: say.conflictColumns, rows };
}
