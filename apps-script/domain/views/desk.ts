import type { Day } from "../days/civil-day";
import { Concerns } from "../operations/desk/concerns";
import { type Balances, balancesOf } from "../operations/money/balances";
import { hasCome } from "../rules/assign/attendance";
import type { Context } from "../rules/context";
import { paperStates } from "../rules/paper-states";
import { hasEnded } from "../rules/standing";
import { rowWith } from "../snapshot/by-key";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import { absentFrom } from "./class";
import { byUnit, classLine, classPeople, countOf, everybody, type Listed, personLine } from "./everybody";
import type { ClassLine, Count, MethodSum, PaperLine, PersonLine } from "./lines";
import { allPayments, feesOf, feesTogether, sumsOf, yuanOf } from "./money-sums";
import { paperLines } from "./paper-lines";

/** 报到: the people of one class at the desk, and the till. */
export interface DeskView {
  readonly today: Day;
  readonly class: ClassLine;
  /** Who holds a seat, and who did not come to the class: they may still. By unit, then by number. */
  readonly people: readonly DeskPerson[];
  /** Neither there nor marked 未报到, and still enrolled. */
  readonly toCome: Count;
  readonly came: Count;
  readonly cameToday: Count;
  readonly noShow: Count;
  /** What of the class is still to be paid. */
  readonly open: number;
  readonly till: Till;
}

export interface DeskPerson extends PersonLine {
  readonly idNumber: string | null;
  readonly mobile: string | null;
  /** 省厅预约状态 and 省厅预约班级. */
  readonly booking: string | null;
  readonly bookedClass: string | null;
  /** Of the report-in stage. */
  readonly papers: readonly PaperLine[];
  /** What it costs; `null` where nobody has said. */
  readonly due: number | null;
  readonly paid: number;
  /** What the year before left: less than nothing is a debt. */
  readonly carried: number;
  readonly open: number;
  readonly feeState: string | null;
  readonly reportedInOn: string | null;
  readonly isNoShow: boolean;
  /** What speaks against taking them in today, each in a sentence: taken only with a reason. */
  readonly concerns: readonly string[];
}

/** All payments of one day, whatever class they are for. */
export interface Till {
  readonly day: Day;
  readonly byMethod: readonly MethodSum[];
  readonly total: number;
  /** 流水号 of payments of the day that can't be counted: POS, or no amount. */
  readonly uncounted: readonly string[];
}

export interface DeskQuestion {
  /** 班级名称 */
  readonly class: string;
}

/** @returns `null` when the plan year has no such class */
export function deskView(snapshot: Snapshot, context: Context, question: DeskQuestion): DeskView | null {
  const { today } = context;
  const { classes, of } = classPeople(snapshot);
  const one = classes.named(question.class);
  if (one === null) return null;
  const isAbsent = absentFrom(one, snapshot, context);
  const holders = new Set(of(one));
  const people = everybody(snapshot).filter((listed) => holders.has(listed) || isAbsent(listed.row));
  const such = (fits: (listed: Listed) => boolean): Count => countOf(people.filter(fits));
  const world = worldOf(
    snapshot,
    context,
    people.map(({ row }) => row.key),
  );
  return {
    today,
    class: classLine(snapshot, one),
    people: [...people].sort(byUnit).map((listed) => deskPerson(listed, one.name, isAbsent(listed.row), world)),
    toCome: such(({ row }) => !hasCome(row) && !isAbsent(row) && !hasEnded(row)),
    came: such(({ row }) => row.reportedInOn !== null),
    cameToday: such(({ row }) => row.reportedInOn === today),
    noShow: such(({ row }) => isAbsent(row)),
    open: feesTogether(people, world.balances).open,
    till: tillOf(snapshot, today),
  };
}

/**
 * One person who stands at the desk of a class, whether of that class or not.
 *
 * @returns `null` when nobody, or more than one row, has that number, or there is no such class
 */
export function deskPersonView(
  snapshot: Snapshot,
  context: Context,
  question: DeskQuestion & { readonly person: string },
): DeskPerson | null {
  const one = classPeople(snapshot).classes.named(question.class);
  const row = rowWith(snapshot.roster, question.person);
  if (one === null || row === null) return null;
  const isNoShow = absentFrom(one, snapshot, context)(row);
  return deskPerson({ row, isRepeated: false }, one.name, isNoShow, worldOf(snapshot, context, [row.key]));
}

/** The money of one day, as the till has it. */
export function tillOf(snapshot: Snapshot, day: Day): Till {
  return { day, ...sumsOf(allPayments(snapshot).filter((payment) => payment.day === day)) };
}

interface World {
  readonly snapshot: Snapshot;
  readonly context: Context;
  readonly balances: Balances;
  readonly concerns: Concerns;
  readonly stateOf: ReturnType<typeof paperStates>;
}

function worldOf(snapshot: Snapshot, context: Context, keys: readonly string[]): World {
  const balances = balancesOf(snapshot, context, { roster: new Set(keys) });
  return { snapshot, context, balances, concerns: new Concerns(snapshot), stateOf: paperStates(snapshot, context) };
}

function deskPerson(listed: Listed, name: string, isNoShow: boolean, world: World): DeskPerson {
  const { row } = listed;
  const { context, snapshot } = world;
  const { price, open } = world.balances.own(row);
  const papers = world.stateOf(row)?.counted ?? rowWith(snapshot.papers, row.key);
  return {
    ...personLine(listed),
    idNumber: textOf(row.idNumber) || null,
    mobile: textOf(row.mobile) || null,
    booking: row.booking,
    bookedClass: row.bookedClass,
    papers: paperLines(papers, row, "desk", false),
    ...feesOf(listed, world.balances),
    due: price === null ? null : yuanOf([price]),
    feeState: row.feeState,
    reportedInOn: row.reportedInOn,
    isNoShow,
    concerns: row.reportedInOn === null ? world.concerns.of(row, { day: context.today, class: name }, open) : [],
  };
}
