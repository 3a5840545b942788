import { actionTitles } from "../domain/wording/actions";
import { INIT_TITLE, LOG_TITLE, MENU_TITLE, PLAN_TITLE, UNDO_LAST_TITLE } from "./wording-menu";

/**
 * The menu as data. `id` is the action's id on the command line (`init`, `plan`, `undo`, `log` are commands there);
 * `handler` is the entry point that Google calls by name.
 */
interface MenuEntry {
  readonly id: string;
  readonly title: string;
  readonly handler: string;
}

/**
 * The actions in the order in which `all` runs them. Their titles come without the rules: Google runs this at every opening,
 * and the rules weigh ten times as much.
 */
const ACTIONS = [
  ["check-plan", "menuCheckPlan"],
  ["check-roster", "menuCheckRoster"],
  ["assign", "menuAssign"],
  ["papers", "menuPapers"],
  ["fees", "menuFees"],
  ["cards", "menuCards"],
  ["todo", "menuTodo"],
] as const;

/** The groups of the menu, with a line between two of them. */
export const MENU: readonly (readonly MenuEntry[])[] = [
  [
    { id: "init", title: INIT_TITLE, handler: "menuInitialise" },
    { id: "plan", title: PLAN_TITLE, handler: "menuPlan" },
  ],
  ACTIONS.map(([id, handler]) => ({ id, title: actionTitles[id], handler })),
  [{ id: "all", title: actionTitles.all, handler: "menuAll" }],
  [
    { id: "undo", title: UNDO_LAST_TITLE, handler: "menuUndo" },
    { id: "log", title: LOG_TITLE, handler: "menuLog" },
  ],
];

export function entryOf(id: string): MenuEntry | null {
  for (const group of MENU) for (const entry of group) if (entry.id === id) return entry;
  return null;
}

/** Called by onOpen, in AuthMode.NONE too: nothing here may look at the Sheet. */
export function showMenu(ui: GoogleAppsScript.Base.Ui): void {
  const menu = ui.createMenu(MENU_TITLE);
  MENU.forEach((group, index) => {
    if (index > 0) menu.addSeparator();
    for (const { title, handler } of group) menu.addItem(title, handler);
  });
  menu.addToUi();
}
