import * as XLSX from "@e965/xlsx";
import type { Lost } from "../../apps-script/domain/changes/lost";
import type { CellWrite } from "../../apps-script/domain/changes/write-plan";
import { tableTitled } from "../../apps-script/domain/schema/index";
import type { CellBlock, Grid, GridRow } from "../../apps-script/domain/snapshot/grid";
import { headerOfTab } from "../../apps-script/domain/snapshot/header";
import { presentValue, type Value } from "../../apps-script/domain/snapshot/value";
import { MemoryHost } from "../../node-sync/src/memory-host";
import type { Lab, LabCell, LabTab } from "./lab";

export interface MemoryLab extends Lab {
  readonly host: LabHost;
  load(tabs: readonly LabTab[]): Promise<void>;
}

/** A workbook in memory with people at it. Its stages can be cut off one from the other. */
class LabHost extends MemoryHost {
  cutAfter: number | null = null;
  private loaded: readonly LabTab[] = [];

  constructor() {
    super([]);
  }

  override write(stages: readonly (readonly CellWrite[])[]): readonly Lost[] {
    if (this.cutAfter === null) return super.write(stages);
    super.write(stages.slice(0, this.cutAfter));
    this.cutAfter = null;
    throw new Error("cut off");
  }

  load(tabs: readonly LabTab[]): void {
    this.loaded = structuredClone([...tabs]);
    this.grids = this.loaded.map(gridOf);
  }

  dump(): LabTab[] {
    return this.grids.map((grid) => {
      const loaded = this.loaded.find(({ title }) => title === grid.title);
      return { ...loaded, title: grid.title, cells: cellsOf(grid, loaded?.cells ?? []) };
    });
  }
}

function gridOf({ title, cells: given, merges = [] }: LabTab): Grid {
  const arrays = given.flatMap((line, row) => line.flatMap((cell, column) => arrayAt(cell, row, column) ?? []));
  const cells = withFilled(given);
  const lines = cells.map((line, index): GridRow => {
    const inArray = (column: number): boolean => arrays.some((block) => isIn(block, index + 1, column));
    const formulas = line.flatMap((cell, column) => (isFormula(cell) || inArray(column) ? [column] : []));
    return { at: index + 1, values: line.map(plain), ...(formulas.length > 0 ? { formulas } : {}) };
  });
  const { index, cells: header } = headerOf({ title, cells });
  const blocks = [...arrays, ...merges.map(mergedAt)];
  const head = { title, headerRow: Math.max(0, index) + 1, header, rows: lines.slice(index + 1) };
  return { ...head, ...(blocks.length > 0 ? { blocks } : {}) };
}

function arrayAt(cell: LabCell, row: number, column: number): CellBlock | null {
  if (!isFormula(cell) || !cell.fills) return null;
  const [firstRow, lastRow] = [row + 1, row + cell.fills.length];
  return { kind: "array", firstRow, lastRow, firstColumn: column, lastColumn: column + (cell.fills[0]?.length ?? 1) - 1 };
}

function mergedAt(range: string): CellBlock {
  const { s, e } = XLSX.utils.decode_range(range);
  return { kind: "merged", firstRow: s.r + 1, lastRow: e.r + 1, firstColumn: s.c, lastColumn: e.c };
}

function isIn({ firstRow, lastRow, firstColumn, lastColumn }: CellBlock, row: number, column: number): boolean {
  return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
}

/** The cells with what array formulas show beside their own. */
function withFilled(given: readonly LabCell[][]): LabCell[][] {
  const cells = given.map((line) => [...line]);
  given.forEach((line, row) => {
    line.forEach((cell, column) => {
      if (!isFormula(cell)) return;
      cell.fills?.forEach((values, down) => {
        while (cells.length <= row + down) cells.push([]);
        values.forEach((value, across) => {
          const target = cells[row + down];
          while (target && target.length < column + across) target.push(null);
          if (target && down + across > 0) target[column + across] = value;
        });
      });
    });
  });
  return cells;
}

function headerOf({ title, cells }: LabTab) {
  return headerOfTab(
    tableTitled(title),
    cells.map((line) => line.map(plain)),
  );
}

/** The cells as they were loaded, with what was written since. */
function cellsOf({ title, headerRow, header, rows }: Grid, loaded: LabCell[][]): LabCell[][] {
  const cells = Array.from({ length: headerRow - 1 }, (_, row) => [...(loaded[row] ?? [])]);
  const known = headerOf({ title, cells: loaded }).cells;
  cells.push(header.map((cell, at) => (cell === known[at] ? (loaded[headerRow - 1]?.[at] ?? cell) : cell)));
  for (const { at, values, formulas = [] } of rows) {
    while (cells.length < at) cells.push([]);
    cells[at - 1] = values.map((value, column) => (formulas.includes(column) ? (loaded[at - 1]?.[column] ?? value) : value));
  }
  return cells;
}

function isFormula(cell: LabCell): cell is Exclude<LabCell, Value> {
  return typeof cell === "object" && cell !== null;
}

function plain(cell: LabCell): Value {
  return presentValue(isFormula(cell) ? cell.result : cell);
}

export function memoryLab(tabs: readonly LabTab[] = []): MemoryLab {
  const host = new LabHost();
  host.load(tabs);
  return {
    host,
    load: async (others) => host.load(others),
    dump: async () => host.dump(),
    cutNextWrite(stages) {
      host.cutAfter = stages;
    },
  };
}
