import { digestOf } from "../../changes/change-set";
import type { Day } from "../../days/civil-day";
import { CLASS_COLUMNS } from "../../exchange/sent-class";
import { foldWidth } from "../../people/canonical";
import type { Column } from "../../schema/column";
import { ROSTER } from "../../schema/roster";
import { cellOf } from "../../snapshot/cell-value";
import { presentValue, textOf, type Value } from "../../snapshot/value";
import * as say from "../../wording/exchange";
import { formOf } from "../cell-form";
import { incomingRows } from "../incoming";
import { addressOf } from "../table-file";
import type { ReturnedList } from "./recognise";
import type { MarkedRow } from "./row-identity";

/** A filled cell of a grey column. */
export interface GreyCell {
  readonly name: string;
  readonly title: string;
  readonly address: string;
  readonly raw: Value;
}

export interface ReadRow extends MarkedRow {
  readonly grey: readonly GreyCell[];
}

export function readRows({ list, ids, grey }: ReturnedList, today: Day): ReadRow[] {
  return incomingRows(list, today).map((row, place) => {
    const cells = list.rows[place]?.cells ?? [];
    const filled = grey.flatMap(({ name, title, index }) => {
      const raw = presentValue(cells[index]);
      return raw === null ? [] : [{ name, title, address: addressOf(index, row.at), raw }];
    });
    return { row, idText: ids.get(row.at) ?? null, grey: filled };
  });
}

const COLUMNS: Readonly<Record<string, Column>> = { ...ROSTER.columns, ...CLASS_COLUMNS };

/** The form in which grey cells are compared, whatever the program that saved them made of days and numbers. */
export function greyForm(name: string, value: Value): string {
  return foldWidth(textOf(cellOf(COLUMNS[name]?.kind ?? "text", value)));
}

/** What tells a file's content from another's: not its bytes, not the order of its rows and columns. */
export function contentFingerprint(rows: readonly ReadRow[]): string {
  const lines = rows.map(({ row, idText, grey }) => {
    const cells = [...row.cells].map(([column, cell]) => {
      const text = cell.clears ? say.clearWord : cell.unusable !== undefined || cell.value === null ? textOf(cell.raw) : null;
      return [column, text ?? formOf(column, cell.value)];
    });
    const shown = grey.map(({ name, raw }) => [name, greyForm(name, raw)]);
    return JSON.stringify([idText ?? "", ...[...cells, ...shown].sort(([a = ""], [b = ""]) => (a < b ? -1 : 1))]);
  });
  return digestOf(lines.sort().join("\n")).slice(0, 16);
}
