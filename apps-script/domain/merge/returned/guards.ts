import { titleOfColumn, UNIT_COLUMNS } from "../../schema/unit-columns";
import type { StaffSentence } from "../../wording/audience";
import * as say from "../../wording/exchange";
import type { SameValue } from "../three-way";
import type { CellFate } from "./merge-row";
import type { Stop } from "./report";

/** Rows whose ids stand beside other people before the whole file is in doubt. */
const FEW = 2;
/** A whole column changed means something only over this many rows. */
const LEAST_ROWS = 3;

/** Ids against people: a sort or a paste that left the hidden column behind. Cannot be forced. */
export function shiftedStop(shifted: number): Stop | null {
  return shifted > FEW ? { code: "E18", message: say.shiftedIds(shifted), isQuestion: false } : null;
}

interface FileShape {
  /** People who were sent and count, and how many of them the file no longer has. */
  readonly sent: number;
  readonly missing: number;
  readonly rows: number;
  /** The fates of each row that has a base. */
  readonly merged: readonly (readonly CellFate[])[];
}

/** What a person must confirm before anything of the file is taken. */
export function questionOf({ sent, missing, rows, merged }: FileShape, same: SameValue): Stop | null {
  if (rows === 0 && sent > 0) return asked("E20", say.emptyList(sent));
  if (missing * 2 > sent) return asked("E19", say.halfMissing(missing, sent));
  if (merged.length < LEAST_ROWS) return null;
  for (const [place, column] of UNIT_COLUMNS.entries()) {
    const isOverwritten = (fates: readonly CellFate[]): boolean => {
      const fate = fates.find((one) => one.column === column);
      return fate !== undefined && fate.base !== null && !same(fate.theirs, fate.base, place);
    };
    if (merged.every(isOverwritten)) return asked("E21", say.wholeColumn(titleOfColumn(column), merged.length));
  }
  return null;
}

function asked(code: Stop["code"], message: StaffSentence): Stop {
  return { code, message, isQuestion: true };
}
