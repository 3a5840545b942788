import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { LabTab } from "../../../hosts/lab";
import { type AddOn, openAddOn } from "../../bundle/support/add-on";
import { buildAddOn, root } from "../../bundle/support/built";
import { press } from "../../bundle/support/press";
import { seededTabs } from "../../bundle/support/seeded";
import { loadTabs } from "../../lab";
import { launchBrowser } from "./browser";
import { type DialogOptions, type OpenDialog, openDialog, pictures } from "./dialog";

const TODAY = "2024-03-20";
const MOMENT = `${TODAY}T10:00:00+08:00`;
export const notice = readFileSync(join(root, "test/fixtures/notice-2024.txt"), "utf8");
const built = buildAddOn();

/** A browser for the tests of a file; after each test the dialogs it opened are closed and must have had no complaints. */
export function useDialogs(): (addOn: AddOn, handler: string, options?: DialogOptions) => Promise<OpenDialog> {
  const opened: OpenDialog[] = [];
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
    process.stdout.write(`Pictures of the dialogs: ${pictures}\n`);
  });
  afterEach(async () => {
    for (const dialog of opened.splice(0)) {
      expect(dialog.complaints).toEqual([]);
      await dialog.close();
    }
  });
  afterAll(() => browser?.close());
  return async (addOn, handler, options = {}) => {
    const dialog = await openDialog(browser, addOn, handler, options);
    opened.push(dialog);
    return dialog;
  };
}

/** The add-on over a seeded Sheet with its plan loaded; `clerk` null is a person who never gave a name. */
export function office(change: (tabs: LabTab[]) => void = () => undefined, clerk: string | null = "甲"): AddOn {
  const addOn = emptyOffice();
  const tabs = seededTabs(40, TODAY, "2024-02-20");
  change(tabs);
  loadTabs(addOn.google.workbook, tabs, "dates");
  press(addOn, "menuPlan", notice);
  if (clerk === null) addOn.google.properties.user.clear();
  return addOn;
}

/** The add-on of somebody known over a new Sheet with nothing in it. */
export function emptyOffice(): AddOn {
  return officeOf(MOMENT);
}

/** The same at another moment. */
export function officeOf(moment: string): AddOn {
  const addOn = openAddOn(built, { moment });
  addOn.google.properties.user.set("经办人", "甲");
  return addOn;
}

export const button = ({ frame }: OpenDialog, name: string) => frame.getByRole("button", { name, exact: true });

/** Waits until a step with this headline is shown. */
export async function headline({ frame }: OpenDialog, text: string | RegExp): Promise<void> {
  await frame.getByRole("heading", { level: 2, name: text }).waitFor();
}
