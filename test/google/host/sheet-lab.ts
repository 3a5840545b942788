import { GoogleSheetHost } from "../../../apps-script/src/google-sheet-host";
import type { LabTab } from "../../hosts/lab";
import { type GoogleLab, type GoogleLabOptions, googleLab } from "../lab";

export interface SheetLab extends GoogleLab {
  /** The host as the add-on has it: it answers at once. */
  readonly sheetHost: GoogleSheetHost;
}

/** A Sheet in memory under the Google host. */
export function sheetLab(options: GoogleLabOptions = {}): SheetLab {
  let made: GoogleSheetHost | null = null;
  const lab = googleLab((google) => {
    made = new GoogleSheetHost(google.services);
    return made;
  }, options);
  if (!made) throw new Error("no host");
  return { ...lab, sheetHost: made };
}

/** Loads tabs into grids hardly larger than they need, so that looking at whole columns costs little time. */
export async function loadSmall(lab: SheetLab, tabs: readonly LabTab[]): Promise<void> {
  await lab.load(tabs);
  for (const sheet of lab.google.workbook.sheets) sheet.rows.splice(sheet.lastRow() + 3);
}
