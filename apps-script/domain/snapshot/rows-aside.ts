import type { TableName } from "../schema/index";
import type { SetAside, Snapshot } from "./snapshot";

/** Of a table the rows that are set aside, but for lines that are no entry: nothing is decided about them, and they are there. */
export function rowsAside<N extends TableName>(repeated: readonly SetAside[], name: N): Snapshot[N] {
  const rows = repeated.flatMap((one) => (one.table === name && one.line === undefined ? one.rows : []));
  return rows as unknown as Snapshot[N];
}
