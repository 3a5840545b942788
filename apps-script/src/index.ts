import {
  applyFromDialog,
  openingOf,
  previewForDialog,
  runsForDialog,
  saveClerkFromDialog,
  settleFromDialog,
  showDialog,
} from "./dialogs/server";
import { showMenu } from "./menu";
import { markStale } from "./on-edit";

/** Everything that Google calls by name. The build makes one top-level function of each export and of each menu item. */

export const onOpen = () => showMenu(SpreadsheetApp.getUi());
export const onInstall = () => showMenu(SpreadsheetApp.getUi());
export const onEdit = (event: GoogleAppsScript.Events.SheetsOnEdit) => markStale(event);

/** Opens the dialog of a menu item by its id. Each item has a function of its own for this, which the build makes. */
export const openFromMenu = (id: unknown) => showDialog(id);

export const dialogOpen = (action: unknown) => openingOf(action);
export const dialogCopied = (answer: unknown) => settleFromDialog(answer);
export const dialogSaveClerk = (name: unknown) => saveClerkFromDialog(name);
export const dialogPreview = (request: unknown) => previewForDialog(request);
export const dialogApply = (request: unknown, hash: unknown) => applyFromDialog(request, hash);
export const dialogRuns = () => runsForDialog();
