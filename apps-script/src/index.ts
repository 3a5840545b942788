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

/** Everything that Google calls by name. The build makes one top-level function of each export and of nothing else. */

export const onOpen = () => showMenu(SpreadsheetApp.getUi());
export const onInstall = () => showMenu(SpreadsheetApp.getUi());
export const onEdit = (event: GoogleAppsScript.Events.SheetsOnEdit) => markStale(event);

export const menuInitialise = () => showDialog("init");
export const menuPlan = () => showDialog("plan");
export const menuCheckPlan = () => showDialog("check-plan");
export const menuCheckRoster = () => showDialog("check-roster");
export const menuAssign = () => showDialog("assign");
export const menuPapers = () => showDialog("papers");
export const menuFees = () => showDialog("fees");
export const menuCards = () => showDialog("cards");
export const menuTodo = () => showDialog("todo");
export const menuAll = () => showDialog("all");
export const menuUndo = () => showDialog("undo");
export const menuLog = () => showDialog("log");

export const dialogOpen = (action: unknown) => openingOf(action);
export const dialogCopied = (answer: unknown) => settleFromDialog(answer);
export const dialogSaveClerk = (name: unknown) => saveClerkFromDialog(name);
export const dialogPreview = (request: unknown) => previewForDialog(request);
export const dialogApply = (request: unknown, hash: unknown) => applyFromDialog(request, hash);
export const dialogRuns = () => runsForDialog();
