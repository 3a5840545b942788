import { CLASS_KIND, type ClassKind } from "../schema/allowed";
import { longestOf } from "../schema/column";
import { PLAN } from "../schema/plan";
import { isLonger, lengthOf } from "../snapshot/text-length";
import { presentValue } from "../snapshot/value";
import * as say from "../wording/plan";
import { callsOff, nameOf } from "./called-off";
import { chineseNumeral, numeralOf } from "./numerals";
import type { PlanColumn } from "./plan-columns";
import type { PlanRow } from "./plan-rows";
import { type PlanTable, placesOf } from "./plan-table";
import { STATED_COLUMNS } from "./stated-columns";
import { CELLS, type ClassSource, classKind, type StatedCell, type StatedClass } from "./training-class";

/** What a row of a table is: a class, one more site of the class above it, something staff have to look at, or nothing. */
type RowOutcome =
  | { readonly kind: "class"; readonly stated: StatedClass }
  | { readonly kind: "site"; readonly place: string; readonly capacity: string | null }
  | { readonly kind: "doubt"; readonly row: string; readonly message: string }
  | { readonly kind: "nothing" };

const REMARK = /^(?:注|说明|备注|附件?)[\d:：.、]?/u;
const TOTAL = /^(?:合计|总计|小计|共计|总人数)/u;
const NOTHING: RowOutcome = { kind: "nothing" };

/** How a table is read: its kind is that of its heading, `rowName` says where a row is, and only what Word gives has all cells of a row. */
export interface TableReading {
  readonly table: PlanTable;
  readonly kind: ClassKind | null;
  readonly isWord: boolean;
  readonly rowName: (line: number) => string;
  readonly columnName: (title: string, at: number) => string;
}

export function readClassRow(row: PlanRow, reading: TableReading): RowOutcome {
  const { table, isWord, rowName } = reading;
  if (row.isParagraph) return NOTHING;
  const cells = row.cells.map(statedCell);
  const first = cells.find((cell) => cell !== null) ?? null;
  if (first === null || TOTAL.test(first)) return NOTHING;
  const doubt = (message: string): RowOutcome => ({ kind: "doubt", row: rowName(row.line), message });
  if (isWord && row.cells.length !== table.columns.length) {
    return doubt(say.rowOfWrongLength(rowName(row.line), row.cells.length, table.columns.length));
  }
  const held = (holds: PlanColumn["holds"]): string | null => heldIn(cells, table.columns, holds);
  const beside = { place: held("place"), capacity: held("capacity") };
  const stated = CELLS.filter((cell) => cell !== "name").map((cell) => [cell, held(cell)] as const);
  const filled = stated.filter(([, text]) => text !== null).length;
  const name = nameIn(held, reading.kind);
  if (name === null && filled === 0 && held("kind") === null && beside.place !== null) {
    return { kind: "site", place: beside.place, capacity: beside.capacity };
  }
  if (name === null)
    return filled === 0 && cells.filter((cell) => cell !== null).length < 2
      ? NOTHING
      : doubt(say.rowWithoutName(rowName(row.line)));
  if (typeof name !== "string") return doubt(say.kindsDisagree(rowName(row.line), name.name, name.kind));
  if (filled === 0 && beside.capacity === null) {
    if (REMARK.test(name)) return NOTHING;
    if (!/[班期]$/u.test(name)) return doubt(say.rowNotAClass(rowName(row.line), name));
  }
  const one = classOf(name, stated, beside, row.cells.some(callsOff), sourceOf(row, reading));
  const tooLong = CELLS.find((cell) => isLonger(one[cell] ?? "", longestOf(PLAN.columns[STATED_COLUMNS[cell]])));
  if (tooLong === undefined) return { kind: "class", stated: one };
  const most = longestOf(PLAN.columns[STATED_COLUMNS[tooLong]]);
  return doubt(say.cellTooLong(rowName(row.line), say.planColumnTitles[tooLong], lengthOf(one[tooLong] ?? ""), most));
}

function classOf(
  name: string,
  stated: readonly (readonly [StatedCell, string | null])[],
  { place, capacity }: { readonly place: string | null; readonly capacity: string | null },
  stopped: boolean,
  at: ClassSource,
): StatedClass {
  const cell = (wanted: StatedCell): string | null => stated.find(([one]) => one === wanted)?.[1] ?? null;
  return {
    name,
    months: cell("months"),
    deadline: cell("deadline"),
    booking: cell("booking"),
    reportIn: cell("reportIn"),
    study: cell("study"),
    ...(stopped ? { stopped: true } : {}),
    ...(place === null ? {} : { place }),
    ...(capacity === null ? {} : { capacity }),
    at,
  };
}

function sourceOf(row: PlanRow, { table, rowName, columnName }: TableReading): ClassSource {
  const titles = CELLS.flatMap((cell) => {
    const [at] = [...placesOf(table.columns, cell), ...placesOf(table.columns, cell, "from")];
    return at === undefined ? [] : [[cell, columnName(statedCell(table.titles[at]) ?? "", at)] as const];
  });
  return { row: rowName(row.line), titles: Object.fromEntries(titles) };
}

/** A cell of one column, or of the two that hold its ends; 报名截止 may be the end of a 报名开始. */
function heldIn(
  cells: readonly (string | null)[],
  columns: readonly (PlanColumn | null)[],
  holds: PlanColumn["holds"],
): string | null {
  const cellAt = (places: readonly number[]): string | null => cells[places[0] ?? -1] ?? null;
  const [whole, starts] = [placesOf(columns, holds), placesOf(columns, holds, "from")];
  if (whole.length > 0 && (holds !== "deadline" || starts.length === 0)) return cellAt(whole);
  const [from, to] = [cellAt(starts), cellAt([...placesOf(columns, holds, "to"), ...whole])];
  return from === null && to === null ? null : `${from ?? ""}至${to ?? ""}`;
}

/** The name as written, or out of kind and number; the kind beside a name that says another. */
function nameIn(
  held: (holds: PlanColumn["holds"]) => string | null,
  headed: ClassKind | null,
): string | null | { readonly name: string; readonly kind: string } {
  const written = held("name") ?? held("term");
  if (written === null) return null;
  const name = nameOf(written);
  const said = held("kind");
  const kind = said === null ? headed : classKind(said);
  const own = classKind(name);
  if (own !== null) return said !== null && kind !== null && kind !== own ? { name, kind: said } : name;
  const number = /^第?([\d一二三四五六七八九十]{1,3})期?$/u.exec(name.normalize("NFKC").replace(/\s|班/gu, ""))?.[1];
  const term = number === undefined ? null : numeralOf(number);
  if (term === null || kind === null) return said === null ? name : `${said}${name}`;
  return `${kind === CLASS_KIND.retraining ? "再培训班" : "培训班"}第${chineseNumeral(term)}期`;
}

/** As written, the lines of a cell joined, numbers kept apart; null for blanks and for a sign that says that there is nothing. */
function statedCell(written: string | undefined): string | null {
  const lines = (written ?? "").split("\n").map((line) => line.trim());
  const joined = lines.reduce((text, line) => (/\d$/u.test(text) && /^\d/u.test(line) ? `${text} ${line}` : text + line), "");
  return presentValue(joined) === null || /^(?:[-—–―－/／\\]+|无)$/u.test(joined) ? null : joined;
}
