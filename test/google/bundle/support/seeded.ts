import { withChanges } from "../../../../apps-script/domain/changes/advance";
import { addDays } from "../../../../apps-script/domain/days/civil-day";
import { runAll } from "../../../../apps-script/domain/rules/actions";
import { contextOf } from "../../../../apps-script/domain/rules/context";
import { TABLES, type Table, type TableName, titlesOf } from "../../../../apps-script/domain/schema/index";
import type { AnyRow, Snapshot } from "../../../../apps-script/domain/snapshot/snapshot";
import type { LabTab } from "../../../hosts/lab";
import { InventedYear } from "../../../support/invented-year";

/**
 * A workbook some weeks into the year, as staff left it in the evening of `today`. The actions last ran weeks ago, since
 * then people were added and worked on; the plan and half of 资料 are gone, so that every action has something to do.
 */
export function seededTabs(people: number, today: string, lastRun: string): LabTab[] {
  const name = [people, today, lastRun].join();
  const made = known.get(name) ?? seed(people, today, lastRun);
  known.set(name, made);
  return structuredClone(made);
}

const known = new Map<string, LabTab[]>();

function seed(people: number, today: string, lastRun: string): LabTab[] {
  const year = new InventedYear(7, people);
  let book = year.opening();
  for (let day = "2024-01-02"; day <= today; day = addDays(day, 1)) {
    book = year.day(book, day);
    if (day <= lastRun) book = withChanges(book, runAll(book, contextOf(book, day)));
  }
  return tabsOf({ ...book, plan: [], papers: book.papers.filter((_, index) => index % 2 === 0) });
}

export function tabsOf(book: Snapshot): LabTab[] {
  return (Object.keys(TABLES) as TableName[]).map((name) => {
    const table: Table = TABLES[name];
    const rows = (book[name] as readonly AnyRow[]).map((row) => Object.keys(table.columns).map((column) => row[column] ?? null));
    return { title: table.title, cells: [titlesOf(table), ...rows] };
  });
}
