import { RUNS } from "../../../../apps-script/domain/schema/index";
import type { Grids } from "../../../../apps-script/domain/snapshot/grid";
import { headerForm } from "../../../../apps-script/domain/snapshot/layout";
import { GoogleSheetHost } from "../../../../apps-script/src/google-sheet-host";
import type { AddOn } from "./add-on";

export function sheetOf(addOn: AddOn): Grids {
  return addOn.outside((services) => new GoogleSheetHost(services).read());
}

/** A change set that came from a page says which decision it was. */
const DECISION = /,"decision":"[0-9a-f]{28}"/;

/** Every cell by tab, row and header. When, by whom and whether from a page a run was made is what may differ. */
export function cellsOf(grids: Grids): Record<string, unknown> {
  const differing: readonly string[] = [RUNS.columns.time.title, RUNS.columns.clerk.title, RUNS.columns.source.title];
  const tabs = grids.map(({ title, header, rows }) => {
    const titles = header.map((cell) => headerForm(cell));
    const lines = rows.map(({ at, values, formulas }) => {
      const cells = values.flatMap((value, index) => {
        const isOther = title === RUNS.title && differing.includes(titles[index] ?? "");
        const shown = typeof value === "string" ? value.replace(DECISION, "") : value;
        return shown === null || shown === "" || isOther ? [] : [[titles[index] ?? "", shown]];
      });
      return [at, Object.fromEntries(cells), formulas ?? []];
    });
    return [title, lines];
  });
  return Object.fromEntries(tabs);
}
