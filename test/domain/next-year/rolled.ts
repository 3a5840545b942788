import type { Carried } from "../../../apps-script/domain/next-year/carried";
import { carriedOver } from "../../../apps-script/domain/next-year/carried-over";
import { type CarryReport, carryReport } from "../../../apps-script/domain/next-year/carry-report";
import { newBookWrites, numbered } from "../../../apps-script/domain/next-year/new-book";
import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Grids } from "../../../apps-script/domain/snapshot/grid";
import { type Snapshot, snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { withWrites } from "../../../apps-script/domain/snapshot/written-grids";
import { type BookParts, bookOf, secretOf } from "../../support/books";
import { gridsOfBook } from "../../support/counted-workbook";

export const DECEMBER = "2024-12-20";

/** A book of 2024 whose enrolments have a 人员编号 each, unless it is given. */
export function oldBook(parts: BookParts): Snapshot {
  const roster = (parts.roster ?? []).map((row, place) => ({ person: `P${String(place + 1).padStart(5, "0")}`, ...row }));
  return bookOf({ keys: ["old"], ...parts, roster });
}

interface Rolled {
  readonly carried: Carried;
  readonly report: CarryReport;
  /** The new book. */
  readonly next: Snapshot;
  readonly grids: Grids;
}

/** Rolls the tabs of a book into the next year. */
export function rolledGrids(grids: Grids, today: string, workbook: string): Rolled {
  const old = snapshotOf(grids);
  const carried = carriedOver(old, contextOf(old, today));
  const writes = newBookWrites(grids, old, carried, {
    today,
    key: { workbook, secret: secretOf(workbook) },
    document: "",
    head: { time: `${today}T09:00:00+08:00`, clerk: "甲", source: "命令行" },
  });
  const after = withWrites(grids, writes);
  const numbers = new Map(numbered(carried).map(({ from: [key], to }) => [key, to]));
  const report = carryReport(old, carried, ({ from: [key] }) => numbers.get(key) ?? null);
  return { carried, report, next: snapshotOf(after), grids: after };
}

export const rolled = (old: Snapshot, today = DECEMBER): Rolled => rolledGrids(gridsOfBook(old), today, "new");
