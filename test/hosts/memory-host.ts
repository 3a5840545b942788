import type { Lost } from "../../apps-script/domain/changes/lost";
import type { CellWrite } from "../../apps-script/domain/changes/write-plan";
import type { Host } from "../../apps-script/domain/operations/host";
import type { LeftLook } from "../../apps-script/domain/operations/migrate";
import { type Table, titlesOf } from "../../apps-script/domain/schema/column";
import { tableTitled } from "../../apps-script/domain/schema/index";
import type { Grid, Grids } from "../../apps-script/domain/snapshot/grid";
import { presentValue, type Value } from "../../apps-script/domain/snapshot/value";
import type { Lab, LabCell, LabTab } from "./lab";

/** A workbook in memory. Its stages are separate writes, so that a run can be cut off between them. */
export class MemoryHost implements Host {
  tabs: LabTab[] = [];
  private busy = false;
  cutAfter: number | null = null;

  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    if (this.busy) throw new Error("busy");
    this.busy = true;
    try {
      return await work();
    } finally {
      this.busy = false;
    }
  }

  async read(): Promise<Grids> {
    return this.tabs.filter((tab) => tableTitled(tab.title) !== null).map(gridOf);
  }

  async write(stages: readonly (readonly CellWrite[])[]): Promise<readonly Lost[]> {
    for (const [index, stage] of stages.entries()) {
      if (this.cutAfter !== null && index >= this.cutAfter) {
        this.cutAfter = null;
        throw new Error("cut off");
      }
      for (const write of stage) this.put(write);
    }
    return [];
  }

  /** Has no looks. */
  async restyle(): Promise<readonly LeftLook[]> {
    return [];
  }

  async addTabs(tables: readonly Table[]): Promise<void> {
    for (const table of tables) this.tabs.push({ title: table.title, cells: [titlesOf(table)] });
  }

  private put({ sheet, at, column, value }: CellWrite): void {
    const tab = this.tabs.find((candidate) => candidate.title === sheet);
    if (!tab) throw new Error(`no tab ${sheet}`);
    while (tab.cells.length < at) tab.cells.push([]);
    const row = tab.cells[at - 1] ?? [];
    while (row.length <= column) row.push(null);
    row[column] = value;
  }
}

function gridOf(tab: LabTab): Grid {
  const plain = (cell: LabCell | undefined): Value =>
    presentValue(typeof cell === "object" && cell !== null ? cell.result : cell);
  const headerIndex = Math.max(
    0,
    tab.cells.findIndex((row) => row.some((cell) => plain(cell) !== null)),
  );
  const rows = tab.cells.slice(headerIndex + 1).flatMap((cells, index) => {
    const values = cells.map(plain);
    const formulas = cells.flatMap((cell, column) => (typeof cell === "object" && cell !== null ? [column] : []));
    if (values.every((value) => value === null) && formulas.length === 0) return [];
    return [{ at: headerIndex + 2 + index, values, ...(formulas.length > 0 ? { formulas } : {}) }];
  });
  return { title: tab.title, headerRow: headerIndex + 1, header: (tab.cells[headerIndex] ?? []).map(plain), rows };
}

export function memoryLab(): Lab {
  const host = new MemoryHost();
  return {
    host,
    async load(tabs) {
      host.tabs = structuredClone([...tabs]);
    },
    async dump() {
      return structuredClone(host.tabs);
    },
    cutNextWrite(stages) {
      host.cutAfter = stages;
    },
  };
}
