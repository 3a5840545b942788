import type { Host } from "../../../apps-script/domain/operations/host";
import { GoogleSheetHost } from "../../../apps-script/src/google-sheet-host";
import type { LabTab } from "../../hosts/lab";
import { type GoogleLab, type GoogleLabOptions, googleLab } from "../lab";

export interface SheetLab extends GoogleLab {
  /** The host itself, without promises. */
  readonly sheetHost: GoogleSheetHost;
}

/** A Sheet in memory under the Google host, with the promises that the host contract asks for. */
export function sheetLab(options: GoogleLabOptions = {}): SheetLab {
  let made: GoogleSheetHost | null = null;
  const lab = googleLab((google) => {
    made = new GoogleSheetHost(google.services);
    return promising(made);
  }, options);
  if (!made) throw new Error("no host");
  return { ...lab, sheetHost: made };
}

/** Loads tabs into grids hardly larger than they need, so that looking at whole columns costs little time. */
export async function loadSmall(lab: SheetLab, tabs: readonly LabTab[]): Promise<void> {
  await lab.load(tabs);
  for (const sheet of lab.google.workbook.sheets) sheet.rows.splice(sheet.lastRow() + 3);
}

function promising(host: GoogleSheetHost): Host {
  return {
    exclusively: async (work) => host.exclusively(work),
    read: async (tables) => host.read(tables),
    write: async (stages) => host.write(stages),
    closed: async () => host.closed(),
    addTabs: async (tables) => host.addTabs(tables),
    restyle: async (looks) => host.restyle(looks),
  };
}
