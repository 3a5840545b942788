import type { Day } from "../days/civil-day";
import { type Balances, balancesOf } from "../operations/money/balances";
import type { TrainingClass } from "../plan/training-class";
import { classBook } from "../rules/assign/candidates";
import { noShowOf } from "../rules/assign/no-show";
import { cardsWanted } from "../rules/cards";
import type { Context } from "../rules/context";
import { hasPassed, isTrained } from "../rules/standing";
import { BOOKING, BOOKING_STATES, EXAM, EXAM_STATES, FEE_STATE, LIGHTS } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import { byUnit, classLine, classPeople, countOf, countsBy, everybody, type Listed, personLine } from "./everybody";
import type { ClassLine, Count, NamedCount, PersonLine } from "./lines";
import { feesOf, feesTogether } from "./money-sums";
import { type PaperCounts, paperCounts } from "./paper-counts";

/** 班级: one class before, during and after it. */
export interface ClassView {
  readonly today: Day;
  readonly class: ClassLine;
  /** Everybody who holds a seat, by unit and number. */
  readonly people: readonly ClassPerson[];
  /** 到期提示, in the order of its list; `name` is empty where there is none. */
  readonly lights: readonly NamedCount[];
  readonly steps: ClassSteps;
  readonly papers: PaperCounts;
  readonly money: {
    readonly due: number;
    readonly paid: number;
    /** What the year before left, debts against what was over. */
    readonly carried: number;
    readonly open: number;
    /** By 缴费状态. */
    readonly byState: readonly NamedCount[];
  };
  readonly cards: { readonly withCard: Count; readonly taken: Count; readonly bound: Count; readonly waiting: Count };
  /** By 考试状态. */
  readonly exams: readonly NamedCount[];
}

export interface ClassSteps {
  readonly preRegistered: Count;
  /** By 省厅预约状态; an empty one is 未预约. */
  readonly booking: readonly NamedCount[];
  readonly reportedIn: Count;
  readonly noShow: Count;
  readonly trained: Count;
  readonly passed: Count;
  readonly issued: Count;
}

export interface ClassPerson extends PersonLine {
  readonly mobile: string | null;
  readonly booking: string | null;
  /** 资料缺项 */
  readonly missing: string | null;
  readonly due: number | null;
  readonly paid: number;
  readonly feeState: string | null;
  readonly card: string | null;
  readonly cardBoundOn: string | null;
  readonly reportedInOn: string | null;
  readonly isNoShow: boolean;
  readonly isTrained: boolean;
  readonly exam: string | null;
  readonly examOn: string | null;
  readonly score: number | string | null;
  readonly issuedOn: string | null;
}

export interface ClassQuestion {
  /** 班级名称 */
  readonly class: string;
}

/** @returns `null` when the plan year has no such class */
export function classView(snapshot: Snapshot, context: Context, question: ClassQuestion): ClassView | null {
  const { classes, of } = classPeople(snapshot);
  const one = classes.named(question.class);
  if (one === null) return null;
  const people = [...of(one)].sort(byUnit);
  const balances = balancesOf(snapshot, context, { roster: new Set(people.map(({ row }) => row.key)) });
  const isAbsent = absentFrom(one, snapshot, context);
  const such = (fits: (row: Enrolment) => boolean): Count => countOf(people.filter(({ row }) => fits(row)));
  const waiting = new Set(cardsWanted(snapshot, context).waiting);
  return {
    today: context.today,
    class: classLine(snapshot, one),
    people: people.map((listed) => classPerson(listed, isAbsent(listed.row), balances)),
    lights: countsBy(people, ({ light }) => light, LIGHTS),
    steps: {
      preRegistered: such((row) => row.preRegisteredOn !== null || row.preRegisteredClass !== null),
      booking: countsBy(people, ({ booking }) => booking ?? BOOKING.none, BOOKING_STATES),
      reportedIn: such((row) => row.reportedInOn !== null),
      noShow: countOf(everybody(snapshot).filter(({ row }) => isAbsent(row))),
      trained: such(isTrained),
      passed: such(hasPassed),
      issued: such((row) => row.issuedOn !== null),
    },
    papers: paperCounts(people, snapshot, context).counts,
    money: { ...feesTogether(people, balances), byState: countsBy(people, ({ feeState }) => feeState, Object.values(FEE_STATE)) },
    cards: {
      withCard: such((row) => row.card !== null),
      taken: such((row) => row.cardTakenOn !== null),
      bound: such((row) => row.cardBoundOn !== null),
      waiting: such((row) => waiting.has(row)),
    },
    exams: countsBy(people, ({ exam }) => exam ?? EXAM.none, EXAM_STATES),
  };
}

/** Who did not come to the class, also where another one is theirs by now. */
export function absentFrom(one: TrainingClass, snapshot: Snapshot, { today }: Context): (row: Enrolment) => boolean {
  const book = classBook(classPeople(snapshot).classes.classes, today);
  const named = book.find(one.name);
  return (row) => named !== null && noShowOf(row, book, today).classes.has(named);
}

function classPerson(listed: Listed, isNoShow: boolean, balances: Balances): ClassPerson {
  const { row } = listed;
  const { due, paid } = feesOf(listed, balances);
  const { booking, missingPapers: missing, feeState, cardBoundOn, reportedInOn, exam, examOn, score, issuedOn } = row;
  return {
    ...personLine(listed),
    mobile: textOf(row.mobile) || null,
    booking,
    missing,
    due,
    paid,
    feeState,
    card: textOf(row.card) || null,
    cardBoundOn,
    reportedInOn,
    isNoShow,
    isTrained: isTrained(row),
    exam,
    examOn,
    score,
    issuedOn,
  };
}
