import type { CellWrite } from "../changes/write-plan";
import type { Day } from "../days/civil-day";
import { partsOf } from "../days/civil-day";
import { holidaySeed } from "../days/holiday-seed";
import type { SealKey } from "../exchange/seal";
import { copyWrites } from "../operations/keying";
import type { Cents } from "../rules/money/payment-amounts";
import { enrolmentPrefix, numberer } from "../rules/numberer";
import { CARRIED } from "../schema/allowed";
import type { TableName } from "../schema/index";
import type { Grids } from "../snapshot/grid";
import { type Snapshot, snapshotOf } from "../snapshot/snapshot";
import { textOf, type Value } from "../snapshot/value";
import { withWrites } from "../snapshot/written-grids";
import * as say from "../wording/next-year";
import { digestRow, digestsOf, WATCHED } from "./as-carried";
import { type BookTurn, type TabTurn, TabTurning } from "./book-turn";
import type { Carried, Holder } from "./carried";
import { exchangeOfYear, packCarried } from "./carried-base";
import { carriedExchanges } from "./carried-exchanges";
import { unitBase } from "./carried-units";
import { carryRun, type TurnHead } from "./carry-run";
import { historyRow } from "./history-rows";
import { newSettings } from "./new-settings";
import { turnWrites } from "./turn-writes";

/** Who makes the new book, when, and what it is called. */
interface NewBook {
  readonly today: Day;
  readonly key: SealKey;
  /** The id of the Sheet; `""` for a file. */
  readonly document: string;
  readonly head: TurnHead;
}

/** A holder with the number that the new book gives. */
interface Numbered extends Holder {
  readonly to: string;
}

/** The holders in the order of their old numbers, numbered anew. */
export function numbered({ holders, year, lastNumber }: Carried): Numbered[] {
  const numbers = numberer(enrolmentPrefix(year), lastNumber, []);
  return holders.map((holder) => ({ ...holder, to: numbers.next() }));
}

/** What has to be written into a copy of the old book so that it is the one of the new year. */
export function newBookWrites(grids: Grids, old: Snapshot, carried: Carried, book: NewBook): CellWrite[] {
  const turn = bookTurn(grids, old, carried, book.today);
  const log = { runs: emptied([carryRun("R00001", turn, book.head)]), changeParts: emptied([]) };
  return [
    ...turnWrites(grids, { ...turn, tabs: { ...turn.tabs, ...log } }),
    ...copyWrites(grids, book.document, "new", () => book.key),
  ];
}

const emptied = (added: TabTurn["added"]): TabTurn => ({ stays: [], replaced: [], added, isBelow: false });

/** What becomes of the tabs of a copy of the old book; `grids` are that, with or without what is no column of ours. */
export function bookTurn(grids: Grids, old: Snapshot, carried: Carried, today: Day): BookTurn {
  const holders = numbered(carried);
  const to = new Map(holders.flatMap(({ from, to: key }) => from.map((id) => [id, key] as const)));
  const exchanges = carriedExchanges(old, to);
  const tabs = new Map<TableName, TabTurning>();
  const tab = (name: TableName): TabTurning => {
    const known = tabs.get(name) ?? new TabTurning();
    tabs.set(name, known);
    return known;
  };
  for (const name of EMPTIED) tab(name).clearBut([]);
  writeRoster(tab("roster"), holders);
  writePapers(tab("papers"), old, holders);
  // Charts stand over the places of its lines.
  for (const { key, id } of old.dashboard) tab("dashboard").replace(key, { id });
  tab("cards").clearBut(carried.cards.map(({ key }) => key));
  tab("exchanges").clearBut(old.exchanges.filter(({ at }) => exchanges.stays.has(at)).map(({ key }) => key));
  for (const row of exchanges.bases) tab("bases").fill({ ...row });
  for (const holder of holders) tab("bases").fill(baseOf(holder, carried.year - 1));
  for (const unit of carried.units) tab("bases").fill(unitBase(unit, carried.year - 1));
  for (const { to: key, money, newest } of holders.filter((one) => one.money !== 0))
    tab("payments").fill(carriedPayment({ to: key, money, unit: newest.unit }, carried.year));
  tab("history").goBelow();
  const known = new Set(old.history.map(({ key }) => key));
  for (const ended of carried.ended) {
    if (!known.has(ended.row.key)) tab("history").fill(historyRow(ended, carried.year - 1, today));
  }
  writeHolidays(tab("holidays"), old, carried.year);
  const turned = (isWanted: (name: TableName) => boolean): BookTurn["tabs"] =>
    Object.fromEntries([...tabs].flatMap(([name, turning]) => (isWanted(name) ? [[name, turning.done]] : [])));
  const settings = newSettings(carried, carried.lastNumber + holders.length);
  const turn = { year: carried.year, people: holders.length, tabs: turned(isWatched), settings };
  const made = snapshotOf(withWrites(grids, turnWrites(grids, turn)), WATCHED);
  tab("bases").fill(digestRow(digestsOf(made), carried.year - 1));
  return { ...turn, tabs: { ...turn.tabs, ...turned((name) => !isWatched(name)) } };
}

/** By far the most of what is written besides is the base and 历史, and nobody works in those. */
const isWatched = (name: TableName): boolean => WATCHED.some((one) => one === name);

/** Tabs of which nothing stays. The plan of the new year comes later. */
const EMPTIED: readonly TableName[] = ["plan", "payments", "todo", "conflicts", "bases"];

/** Each holder keeps the row of the newest enrolment, with what staff have in columns of their own beside it. */
function writeRoster(tab: TabTurning, holders: readonly Numbered[]): void {
  tab.clearBut([]);
  for (const { newest, values, to } of holders) tab.replace(newest.key, { ...values, id: to });
}

function writePapers(tab: TabTurning, { papers }: Snapshot, holders: readonly Numbered[]): void {
  const byKey = new Map(papers.map((row) => [row.key, row]));
  const own = holders.flatMap(({ from, to, education }) => {
    const row = from.flatMap((id) => byKey.get(id) ?? [])[0];
    return row === undefined || education === null ? [] : [{ row, values: { id: to, profileEducation: education } }];
  });
  tab.clearBut([]);
  for (const { row, values } of own) tab.replace(row.key, { ...values, name: row.name, unit: row.unit });
}

/** The row of 底稿 by which the next carry-over knows what came out of the old book. */
export function baseOf(holder: Numbered, oldYear: number): Readonly<Record<string, Value>> {
  return {
    exchange: exchangeOfYear(oldYear),
    generation: 0,
    enrolment: holder.to,
    unit: holder.newest.unit,
    values: packCarried(holder),
  };
}

/** 流水号 of what was carried over for an enrolment. */
export const carriedPaymentId = (enrolment: string): string => `J${enrolment.replace(/^B/u, "")}`;

/** A row of 缴费 that is no money: a debt is less than nothing. */
export function carriedPayment(
  { to, money, unit }: { readonly to: string; readonly money: Cents; readonly unit: string | null },
  year: number,
): Readonly<Record<string, Value>> {
  return {
    id: carriedPaymentId(to),
    day: `${year}-01-01`,
    amount: money / 100,
    method: CARRIED,
    payer: unit,
    shares: to,
    note: say.carriedMoney(year - 1, money / 100),
  };
}

/** Years that the list of holidays says nothing of, from what is known. */
function writeHolidays(tab: TabTurning, { holidays }: Snapshot, year: number): void {
  const known = new Set(holidays.map(({ day }) => textOf(day).slice(0, 4)));
  tab.goBelow();
  for (const { day, kind, name } of holidaySeed(year - 1)) {
    if (!known.has(String(partsOf(day).year))) tab.fill({ day, kind, name });
  }
}
