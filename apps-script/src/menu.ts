import { actionTitles, menuTitles } from "../domain/wording/actions";
import { operationTitles } from "../domain/wording/operations";
import { DESK_TITLE, MENU_TITLE, SIDEBAR_ITEM } from "./wording-menu";

/**
 * The menu as data. `id` is the action's id on the command line (`init`, `plan`, `undo`, `log` are commands there; `next-year` is
 * `init --from`, `do-pay` is `do pay`); `handler` is the entry point that Google calls by name, which the build makes of it.
 */
interface MenuEntry {
  readonly id: string;
  readonly title: string;
  readonly handler: string;
}

const DO = "do-";

/**
 * The actions in the order in which `all` runs them. Their titles, like those of what clerks do, come without the rules: Google
 * runs this at every opening, and the rules weigh ten times as much.
 */
const ACTIONS = ["check-plan", "check-roster", "assign", "papers", "fees", "cards", "todo", "dashboard"] as const;

/** The whole page, beside the Sheet. */
export const SIDEBAR = entry("sidebar", SIDEBAR_ITEM);

/** What a clerk does, one form each: the sub-menu. */
export const DESK: readonly MenuEntry[] = Object.entries(operationTitles).map(([id, title]) => entry(DO + id, title));

/** The groups of the menu below it, with a line between two of them. */
export const MENU: readonly (readonly MenuEntry[])[] = [
  [entry("init", menuTitles.init), entry("plan", menuTitles.plan), entry("next-year", menuTitles["next-year"])],
  ACTIONS.map((id) => entry(id, actionTitles[id])),
  [entry("all", actionTitles.all)],
  [entry("undo", menuTitles.undo), entry("log", menuTitles.log)],
];

function entry(id: string, title: string): MenuEntry {
  return { id, title, handler: `menu${id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}` };
}

export function entryOf(id: string): MenuEntry | null {
  for (const group of [[SIDEBAR], DESK, ...MENU]) for (const one of group) if (one.id === id) return one;
  return null;
}

/** Called by onOpen, in AuthMode.NONE too: nothing here may look at the Sheet. */
export function showMenu(ui: GoogleAppsScript.Base.Ui): void {
  const desk = ui.createMenu(DESK_TITLE);
  for (const { title, handler } of DESK) desk.addItem(title, handler);
  const menu = ui.createMenu(MENU_TITLE).addItem(SIDEBAR.title, SIDEBAR.handler).addSubMenu(desk);
  for (const group of MENU) {
    menu.addSeparator();
    for (const { title, handler } of group) menu.addItem(title, handler);
  }
  menu.addToUi();
}
