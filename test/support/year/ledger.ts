import { ROSTER } from "../../../apps-script/domain/schema/index";
import { UNIT_COLUMNS } from "../../../apps-script/domain/schema/unit-columns";
import type { Grid, Grids } from "../../../apps-script/domain/snapshot/grid";
import type { Told } from "./letters";

const UNIT_TITLES: readonly string[] = UNIT_COLUMNS.map((column) => ROSTER.columns[column].title);

/** A row of a tab by its titles. */
export interface Line {
  readonly at: number;
  readonly cells: Readonly<Record<string, string>>;
}

export function linesOf(grids: Grids, title: string): Line[] {
  const grid = grids.find((one) => one.title === title);
  return grid ? grid.rows.map((row) => ({ at: row.at - grid.headerRow, cells: cellsOf(grid, row.values) })) : [];
}

function cellsOf({ header }: Grid, values: Grid["rows"][number]["values"]): Record<string, string> {
  return Object.fromEntries(header.map((title, place) => [String(title), String(values[place] ?? "")]));
}

/** What units and staff brought for the cells of 名册, and what 名册 and 冲突 say of it. */
export class Ledger {
  brought = 0;
  /** Values of 冲突 that a newer file of their unit took back, by showing the other one unchanged. */
  agreed = 0;
  /** Each value, and the first day on which it was nowhere. */
  readonly lost = new Map<string, number>();
  readonly foreign: string[] = [];
  /** Values that a cell is to show, itself or in 冲突; and all that anybody who may has given it. */
  private readonly wanted = new Map<string, Set<string>>();
  private readonly allowed = new Map<string, Set<string>>();
  private before: readonly Line[] = [];

  /** @param beside whether what was wanted until now is wanted as well: two brought the cell on one day */
  bring(told: readonly Told[], { beside = false } = {}): void {
    for (const { id, column, value } of told) {
      const key = keyOf(id, column);
      this.brought += 1;
      this.wanted.set(key, new Set(beside ? [...(this.wanted.get(key) ?? []), value] : [value]));
      this.allow(key, value);
    }
  }

  /** A unit sends its newest file, which shows our side of what is open in 冲突: left as it is, it ends the question. */
  agree(grids: Grids, unit: string): void {
    for (const { cells } of linesOf(grids, "名册").filter((line) => line.cells.工作单位 === unit))
      for (const title of UNIT_TITLES) {
        const key = keyOf(cells.证件号 ?? "", title);
        if ((this.wanted.get(key)?.size ?? 0) < 2) continue;
        this.agreed += 1;
        this.wanted.set(key, new Set([cells[title] ?? ""]));
      }
  }

  /** Staff chose between two. */
  settle(id: string, column: string, value: string): void {
    this.wanted.set(keyOf(id, column), new Set([value]));
  }

  /** Whether a value is one that a unit or staff brought. */
  isBrought({ id, column, value }: Told): boolean {
    return this.allowed.get(keyOf(id, column))?.has(value) === true;
  }

  /** Takes 名册 for what it is before the files of a day. */
  begin(grids: Grids): void {
    this.before = linesOf(grids, "名册");
    for (const { cells } of this.before)
      for (const title of UNIT_TITLES) this.allow(keyOf(cells.证件号 ?? "", title), cells[title] ?? "");
  }

  /** Compares 名册 and 冲突 after the files of a day with all that was brought. */
  compare(grids: Grids, day: number): void {
    const people = linesOf(grids, "名册");
    const shown = new Set<string>();
    const idOf = new Map(people.map(({ cells }) => [cells.报名编号, cells.证件号 ?? ""]));
    for (const { cells } of people)
      for (const title of UNIT_TITLES) shown.add(`${keyOf(cells.证件号 ?? "", title)} ${cells[title]}`);
    for (const { cells } of linesOf(grids, "冲突"))
      for (const side of ["我方", "对方"]) shown.add(`${keyOf(idOf.get(cells.报名编号) ?? "", cells.列 ?? "")} ${cells[side]}`);
    for (const [key, values] of this.wanted)
      for (const text of [...values].map((value) => `${key} ${value}`))
        if (!shown.has(text) && !this.lost.has(text)) this.lost.set(text, day);
    this.findForeign(new Map(people.map((line) => [line.cells.报名编号, line])), day);
  }

  /** Cells that held something and now hold what nobody who may has brought. */
  private findForeign(now: ReadonlyMap<string | undefined, Line>, day: number): void {
    for (const { cells } of this.before) {
      const after = now.get(cells.报名编号)?.cells;
      for (const title of UNIT_TITLES) {
        const [was, is] = [cells[title] ?? "", after?.[title] ?? ""];
        if (was === "" || is === was || this.isBrought({ id: cells.证件号 ?? "", column: title, value: is })) continue;
        this.foreign.push(`day ${day}: ${cells.报名编号} ${title}: ${was} became ${is}`);
      }
    }
  }

  private allow(key: string, value: string): void {
    if (value === "") return;
    const known = this.allowed.get(key) ?? new Set<string>();
    this.allowed.set(key, known.add(value));
  }
}

const keyOf = (id: string, column: string): string => `${id} ${column}`;
