import { compare } from "../changes/outcome";
import { type Day, isDay } from "../days/civil-day";
import { balancesOf } from "../operations/money/balances";
import { certificateOf } from "../rules/assign/certificate";
import { cardsWanted } from "../rules/cards";
import type { Context } from "../rules/context";
import { kindIn } from "../rules/money/debts";
import { hasEnded, isWithdrawn } from "../rules/standing";
import { CARD_STATES, KIND, LIGHTS } from "../schema/allowed";
import { groupedBy } from "../snapshot/grouped-by";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import { classLine, classPeople, countOf, countsBy, everybody, type Listed } from "./everybody";
import type { ClassLine, Count, MethodSum, NamedCount } from "./lines";
import { allPayments, feesTogether, sumsOf } from "./money-sums";
import { type PaperCounts, paperCounts } from "./paper-counts";
import { filesOf, isSent, isWaitedFor } from "./unit";
import { unitNames } from "./unit-names";

/** 看板: numbers for charts. */
export interface BoardView {
  readonly today: Day;
  readonly year: number;
  /** Everybody in 名册, and those who are still on their way. */
  readonly people: Count;
  readonly live: Count;
  /** In date order, called-off ones too: they are the calendar as well. */
  readonly classes: readonly BoardClass[];
  /** 到期提示 of all, in the order of its list; `name` is empty where there is none. */
  readonly lights: readonly NamedCount[];
  /** January to December: the certificates that are retrained by their month, against the seats for that month. */
  readonly expiries: readonly MonthLine[];
  readonly papers: PaperCounts & {
    /** Units with somebody short, the most first; `name` is empty where there is none. */
    readonly byUnit: readonly NamedCount[];
  };
  readonly money: {
    /** What is owed or expected, what was paid, and what is still to be paid. */
    readonly due: number;
    readonly paid: number;
    /** What the year before left, debts against what was over. */
    readonly carried: number;
    readonly open: number;
    readonly byMethod: readonly MethodSum[];
    /** In order of days; payments whose day can't be read stand under `null`, last. */
    readonly byDay: readonly DaySum[];
    readonly uncounted: readonly string[];
  };
  readonly cards: {
    /** By 状态 of 模拟卡. */
    readonly byState: readonly { readonly state: string; readonly count: number }[];
    /** Never handed out and nobody's. */
    readonly left: number;
    /** People who are to get one. */
    readonly waiting: Count;
  };
  readonly files: {
    /** Units that were sent a file, and of these those whose last one is back. */
    readonly sent: readonly string[];
    readonly back: readonly string[];
    readonly waitedFor: readonly string[];
    /** Units with people in 名册 that were sent none. */
    readonly unsent: readonly string[];
    readonly openConflicts: number;
  };
}

export interface BoardClass extends ClassLine {
  readonly lights: readonly NamedCount[];
}

export interface MonthLine {
  readonly month: number;
  readonly due: Count;
  /** Names of the classes for the month. */
  readonly classes: readonly string[];
  /** Their seats together; `null` when one has no limit. */
  readonly seats: number | null;
}

export interface DaySum {
  readonly day: Day | null;
  readonly byMethod: readonly MethodSum[];
  readonly total: number;
}

export function boardView(snapshot: Snapshot, context: Context): BoardView {
  const { today, settings } = context;
  const people = everybody(snapshot);
  const { classes, of } = classPeople(snapshot);
  const board = classes.classes.map((one) => ({
    ...classLine(snapshot, one),
    lights: countsBy(of(one), ({ light }) => light, LIGHTS),
  }));
  const { counts, short } = paperCounts(people, snapshot, context);
  const { nameFor } = unitNames(snapshot);
  const byUnit = countsBy(short, ({ unit }) => (unit === null ? null : nameFor(unit)), []);
  return {
    today,
    year: settings.planYear,
    people: countOf(people),
    live: countOf(people.filter(({ row }) => !hasEnded(row))),
    classes: board,
    lights: countsBy(people, ({ light }) => light, LIGHTS),
    expiries: expiriesOf(people, board, context),
    papers: { ...counts, byUnit: [...byUnit].sort((a, b) => b.count - a.count || compare(a.name, b.name)) },
    money: moneyOf(snapshot, context),
    cards: cardsOf(snapshot, context),
    files: unitFilesOf(snapshot),
  };
}

/** Of who has withdrawn no seat is wanted; who has passed has taken one. */
function expiriesOf(people: readonly Listed[], classes: readonly ClassLine[], { settings, today }: Context): MonthLine[] {
  const holders = people.filter(({ row }) => kindIn(row) === KIND.retraining && !isWithdrawn(row));
  const groups = groupedBy(holders, ({ row }) => {
    const certificate = certificateOf(row, settings.planYear, today);
    return certificate.kind === "day" ? String(certificate.month) : null;
  });
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const own = classes.filter(({ isOpen, months }) => isOpen && months.includes(month));
    const limits = own.map(({ seats }) => seats.capacity);
    const seats = limits.some((limit) => limit === null) ? null : limits.reduce((sum: number, limit) => sum + (limit ?? 0), 0);
    return { month, due: countOf(groups.get(String(month)) ?? []), classes: own.map(({ name }) => name), seats };
  });
}

function moneyOf(snapshot: Snapshot, context: Context): BoardView["money"] {
  const payments = allPayments(snapshot);
  const { byMethod, uncounted } = sumsOf(payments);
  const days = groupedBy(payments, ({ day }) => (isDay(day) ? day : ""));
  const sorted = [...days].sort(([a], [b]) => compare(a || LAST, b || LAST));
  const byDay = sorted.map(([day, own]): DaySum => {
    const sums = sumsOf(own);
    return { day: day || null, byMethod: sums.byMethod, total: sums.total };
  });
  return { ...feesTogether(everybody(snapshot), balancesOf(snapshot, context)), byMethod, byDay, uncounted };
}

/** Behind every day. */
const LAST = "9999";

function cardsOf(snapshot: Snapshot, context: Context): BoardView["cards"] {
  const groups = groupedBy(snapshot.cards, ({ state }) => textOf(state));
  const others = [...groups.keys()].filter((state) => !CARD_STATES.some((known) => known === state)).sort(compare);
  const byState = [...CARD_STATES, ...others].flatMap((state) => {
    const group = groups.get(state);
    return group ? [{ state, count: group.length }] : [];
  });
  const { waiting, free } = cardsWanted(snapshot, context);
  const keys = waiting.map(({ key }) => key);
  return { byState, left: free.length, waiting: { count: keys.length, people: keys } };
}

export function unitFilesOf(snapshot: Snapshot): BoardView["files"] {
  const { nameFor } = unitNames(snapshot);
  const groups = groupedBy(
    filesOf(snapshot, () => true),
    ({ unit }) => (unit === null ? null : nameFor(unit)),
  );
  const sent = [...groups].filter(([, files]) => files.some(isSent)).sort(([a], [b]) => compare(a, b));
  const units = new Set(everybody(snapshot).flatMap(({ row }) => (row.unit === null ? [] : [nameFor(row.unit)])));
  return {
    sent: sent.map(([unit]) => unit),
    back: sent.flatMap(([unit, files]) => (isWaitedFor(files) ? [] : [unit])),
    waitedFor: sent.flatMap(([unit, files]) => (isWaitedFor(files) ? [unit] : [])),
    unsent: [...units].filter((unit) => groups.get(unit)?.some(isSent) !== true).sort(compare),
    openConflicts: snapshot.conflicts.length,
  };
}
