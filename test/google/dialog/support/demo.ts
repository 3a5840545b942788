import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { CHANGE_PARTS, RUNS, SEALS } from "../../../../apps-script/domain/schema/index";
import { XlsxHost } from "../../../../node-sync/src/xlsx/xlsx-host";
import type { LabTab } from "../../../hosts/lab";
import { anpei, emptyFolder } from "../../../support/cli";
import type { AddOn } from "../../bundle/support/add-on";
import { cellsOf, sheetOf } from "../../bundle/support/cells";
import { loadTabs, settledIn, tabsOfGrids } from "../../lab";
import { officeOf } from "./office";

/** The workbook of `npm start`, as a file for the command line and as a Sheet for the page. */
interface Demo {
  readonly path: string;
  /** The add-on over it on a day; the clerk is that of the command line. */
  addOn(today: string, change?: (tabs: LabTab[]) => void): Promise<AddOn>;
  /** Its tabs. */
  tabs(): Promise<LabTab[]>;
  /** Does it on the command line to a copy, and gives back its cells. */
  done(id: string, fields: readonly string[], today: string): Promise<unknown>;
}

export function useDemo(): Demo {
  const folder = emptyFolder();
  const path = join(folder, "demo/名册.xlsx");
  beforeAll(() => {
    expect(anpei(["demo", join(folder, "demo")]).exit).toBe(0);
  });
  const tabs = async (): Promise<LabTab[]> => tabsOfGrids(await new XlsxHost(path).read());
  return {
    path,
    tabs,
    addOn: async (today, change = () => undefined) => {
      const addOn = officeOf(`${today}T10:00:00+08:00`);
      const { workbook, properties } = addOn.google;
      properties.user.set("经办人", "测试");
      const all = await tabs();
      change(all);
      loadTabs(workbook, settledIn(workbook.id, all), "dates");
      return addOn;
    },
    done: async (id, fields, today) => {
      const book = join(folder, `${id}.xlsx`);
      copyFileSync(path, book);
      expect(anpei(["do", id, ...fields, "--today", today, "--book", book])).toMatchObject({ exit: 0 });
      return shared(cellsOf(await new XlsxHost(book).read()));
    },
  };
}

/** The cells of a Sheet, to be compared with those of the command line. */
export const cellsIn = (addOn: AddOn) => shared(cellsOf(sheetOf(addOn)));

/** What both have but for who ran it when, and the keys of this copy. */
function shared(cells: ReturnType<typeof cellsOf>) {
  const kept = Object.entries(cells).filter(([title]) => ![RUNS.title, CHANGE_PARTS.title, SEALS.title].includes(title));
  return Object.fromEntries(kept);
}
