import { Sight } from "../../domain/moving/sight";
import { TabMemory } from "../../domain/moving/tab-memory";
import { type Table, titlesOf } from "../../domain/schema/column";
import type { TableName } from "../../domain/schema/index";
import { NUMBERED } from "../../domain/snapshot/snapshot";
import type { SheetDays } from "./sheet-days";
import { SheetHand } from "./sheet-hand";
import type { Look, SheetTab } from "./sheet-tab";

/** A tab that was read, and how its formulas are read when they are needed. */
export interface OpenTab {
  readonly memory: TabMemory;
  readonly tab: SheetTab;
  readonly learnFormulas: () => void;
}

export function openTab(table: Table, tab: SheetTab, days: SheetDays): OpenTab {
  const own = isSharedWithPeople(table) ? null : tab.underHeader(titlesOf(table));
  if (own) return openOwn(table, tab, days, own, null);
  const content = tab.content();
  const formulas = NUMBERED.has(table.name as TableName) ? content.formulas() : null;
  const sight = new Sight(table, content.values, days, formulas);
  const merges = isSharedWithPeople(table) ? content.merges() : [];
  const look = (): Look => tab.columns(Math.max(1, sight.width));
  const learnFormulas = (): void => {
    if (isSharedWithPeople(table) && !sight.knowsFormulas) sight.learn(content.formulas());
  };
  return { memory: new TabMemory(table, new SheetHand(tab, days, look), sight, merges), tab, learnFormulas };
}

/** A tab of which only the keys are read. Its keys stand first, as it was made; else it is read whole. */
export function openKeys(table: Table, tab: SheetTab, days: SheetDays): OpenTab {
  const look = tab.leading(titlesOf(table).slice(0, table.key.length));
  return look ? openOwn(table, tab, days, look(), look) : openTab(table, tab, days);
}

/** A tab of the program's own, read down to the end of its grid: that is the first look for writing, too. */
function openOwn(table: Table, tab: SheetTab, days: SheetDays, seen: Look, lookAgain: (() => Look) | null): OpenTab {
  const sight = new Sight(table, seen.values, days);
  const look = lookAgain ?? ((): Look => tab.columns(Math.max(1, sight.width)));
  const memory = new TabMemory(table, new SheetHand(tab, days, look), sight);
  memory.keep(sight);
  return { memory, tab, learnFormulas: () => undefined };
}

/** Formulas matter where people write: not in the program's own books. */
function isSharedWithPeople(table: Table): boolean {
  return Object.values(table.columns).some(({ owner }) => owner !== "system");
}
