import { showMenu } from "./menu";
import { markStale } from "./on-edit";
import { servePage } from "./serving/serve-page";
import { manualText, showPage } from "./show-page";

/** Everything that Google calls by name. The build makes one top-level function of each export and of each menu item. */

export const onOpen = () => showMenu(SpreadsheetApp.getUi());
export const onInstall = () => showMenu(SpreadsheetApp.getUi());
export const onEdit = (event: GoogleAppsScript.Events.SheetsOnEdit) => markStale(event);

/** Opens the page for a menu item by its id. Each item has a function of its own for this, which the build makes. */
export const openFromMenu = (id: unknown) => showPage(id);

/** Every call of the page. */
export const pageCall = (name: unknown, ask: unknown, inflates: unknown) => servePage(name, ask, inflates);

/** The manual, once somebody opens it: JSON. */
export const pageManual = () => manualText();
