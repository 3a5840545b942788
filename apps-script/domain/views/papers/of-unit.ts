import { ROSTER } from "../../schema/roster";
import type { Snapshot } from "../../snapshot/snapshot";
import * as words from "../../wording/printed-units";
import type { Listed } from "../everybody";
import { unitNames } from "../unit-names";

export const ON_UNIT = { title: ROSTER.columns.unit.title };

interface UnitReader {
  /** The one name of the unit, whatever stands in 名册. */
  readonly unitOf: (listed: Listed) => string;
  /** Whether somebody is of the unit that is asked for; of any where none is. */
  readonly isOf: (unit: string | null) => (listed: Listed) => boolean;
}

export function unitReader(snapshot: Snapshot): UnitReader {
  const { nameFor } = unitNames(snapshot);
  const unitOf = ({ row }: Listed): string => (row.unit === null ? words.noUnit : nameFor(row.unit));
  return { unitOf, isOf: (unit) => (listed) => unit === null || unitOf(listed) === unit };
}
