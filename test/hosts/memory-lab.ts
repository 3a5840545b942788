import type { Lost } from "../../apps-script/domain/changes/lost";
import type { CellWrite } from "../../apps-script/domain/changes/write-plan";
import { tableTitled } from "../../apps-script/domain/schema/index";
import type { Grid, GridRow } from "../../apps-script/domain/snapshot/grid";
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

function gridOf({ title, cells }: LabTab): Grid {
  const lines = cells.map((line, index): GridRow => {
    const formulas = line.flatMap((cell, column) => (isFormula(cell) ? [column] : []));
    return { at: index + 1, values: line.map(plain), ...(formulas.length > 0 ? { formulas } : {}) };
  });
  const { index, cells: header } = headerOf({ title, cells });
  return { title, headerRow: Math.max(0, index) + 1, header, rows: lines.slice(index + 1) };
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
