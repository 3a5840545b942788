import type { CellChange, ChangeSet, RowChange } from "../../domain/changes/change-set";
import { maskAs } from "../../domain/people/masks";
import { TABLES, type Table } from "../../domain/schema/index";
import { columnTitle, titleOf } from "../../domain/schema/titles";
import { textOf } from "../../domain/snapshot/value";
import * as say from "../wording/report";
import { isHidden } from "./told";
import type { Fact, FactList } from "./view";
import type { Who } from "./who";

const SHOWN = 20;

/** What is decided otherwise than in an earlier preview, place by place: what was to be written and what is now. */
export function differences(before: ChangeSet, now: ChangeSet, who: Who): FactList[] {
  const [earlier, present] = [placesOf(before), placesOf(now)];
  const places = new Set([...present.keys(), ...earlier.keys()]);
  const facts = [...places].flatMap((place): Fact[] => {
    const [was, is] = [earlier.get(place), present.get(place)];
    return was === is ? [] : [{ label: who(place), value: say.oldAndNew(was ?? say.nothingThere, is ?? say.noLonger) }];
  });
  if (facts.length === 0) return [];
  const more = facts.length > SHOWN ? [{ label: say.moreDifferences(facts.length - SHOWN), value: "" }] : [];
  return [{ title: say.differenceTitle, facts: [...facts.slice(0, SHOWN), ...more] }];
}

/** Each cell and each cell of a new row, as people see it, with what it is to hold. */
function placesOf({ cells, rows, blanked }: ChangeSet): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const add = ({ table, row }: Pick<RowChange, "table" | "row">, column: string, value: CellChange["after"]): void => {
    if (isHidden(table, column)) return;
    const { columns }: Table = TABLES[table];
    const text = value === null ? say.nothingThere : maskAs(columns[column]?.personal, textOf(value));
    places.set(`${say.rowOf(titleOf(table), row)} ${columnTitle(table, column)}`, text);
  };
  for (const cell of cells) add(cell, cell.column, cell.after);
  for (const row of rows) for (const [column, value] of Object.entries(row.values)) add(row, column, value);
  for (const row of blanked) places.set(say.rowOf(titleOf(row.table), row.row), say.blankedRows);
  return places;
}
