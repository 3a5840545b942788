import { compare } from "../changes/outcome";
import { isDay, partsOf } from "../days/civil-day";
import type { Cents } from "../rules/money/payment-amounts";
import type { Enrolment } from "../schema/roster";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import * as say from "../wording/next-year";
import { whoIs } from "../wording/roster";
import type { Carried, Holder, Left } from "./carried";
import type { WhyNot } from "./year-end";

/** A sentence about a person. `row` is the 报名编号 in the old book, `to` the one in the new. */
export interface ReportLine {
  readonly row: string;
  readonly to: string | null;
  readonly message: string;
}

/** What a carry-over does, as staff read it before and after. Amounts in yuan. */
export interface CarryReport {
  readonly year: number;
  readonly carried: number;
  /** Everybody who goes on, with the certificate that counts. */
  readonly people: readonly ReportLine[];
  /** People who go on, and of whom something of the old year is not over. */
  readonly unfinished: readonly ReportLine[];
  /** People who go on, and of whom staff have to find something out. */
  readonly questions: readonly ReportLine[];
  readonly left: Readonly<Record<WhyNot, readonly ReportLine[]>>;
  readonly money: {
    readonly debts: number;
    readonly credits: number;
    readonly carried: readonly ReportLine[];
    /** What the old book goes on asking for. */
    readonly stays: readonly ReportLine[];
  };
  /** Certificates of January and February of the year and of the one after, by day. */
  readonly early: readonly (ReportLine & { readonly day: string })[];
  readonly cards: number;
  readonly educations: number;
  readonly units: number;
  readonly ended: number;
}

/** The new 报名编号 of somebody, by the old ones; `null` for who has none. */
type NumberOf = (one: Pick<Holder, "from">) => string | null;

/** @param numberOf the new 报名编号 of a holder */
export function carryReport(old: Snapshot, carried: Carried, numberOf: NumberOf): CarryReport {
  const { holders, left, year } = carried;
  const line = (holder: Holder, message: string): ReportLine => ({ row: holder.from[0], to: numberOf(holder), message });
  const gone = left.filter((one) => numberOf(one) !== null);
  const noteOf = ({ newest, values }: Holder): string => say.about(whoIs(newest), textOf(values.stateNote));
  const withMoney = [...holders.map(moneyOfHolder), ...gone.map(moneyOfLeft)].filter(({ money }) => money !== 0);
  return {
    year,
    carried: holders.length,
    people: holders.map((holder) => line(holder, certificateOf(holder))),
    unfinished: holders.filter(({ unfinished }) => unfinished !== null).map((holder) => line(holder, noteOf(holder))),
    questions: holders.filter(({ question }) => question !== null).map((holder) => line(holder, noteOf(holder))),
    left: leftBy(left),
    money: {
      debts: -sum(withMoney.map(({ money }) => Math.min(0, money))) / 100 || 0,
      credits: sum(withMoney.map(({ money }) => Math.max(0, money))) / 100,
      carried: withMoney.map(({ from, row, money }) => ({
        row: from[0],
        to: numberOf({ from }),
        message: say.about(whoIs(row), say.carriedMoney(year - 1, money / 100)),
      })),
      stays: staying(
        old,
        carried,
        left.filter((one) => numberOf(one) === null),
      ),
    },
    early: earlyOnes(holders, year, line),
    cards: carried.cards.length,
    educations: holders.filter(({ education }) => education !== null).length,
    units: old.units.length,
    ended: carried.ended.length,
  };
}

const certificateOf = ({ newest, values }: Holder): string =>
  say.leftOne(whoIs(newest), newest.unit, textOf(values.validUntil) || null);

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);

function leftBy(left: Carried["left"]): CarryReport["left"] {
  const of = (why: WhyNot): ReportLine[] =>
    left
      .filter((one) => one.why === why)
      .map(({ row }) => ({ row: row.key, to: null, message: say.leftOne(whoIs(row), row.unit, row.validUntil) }));
  return { left: of("left"), lapsed: of("lapsed"), awaitsResult: of("awaitsResult"), notCertified: of("notCertified") };
}

interface WithMoney extends Pick<Holder, "from"> {
  readonly row: Enrolment;
  readonly money: Cents;
}

const moneyOfHolder = ({ from, newest, money }: Holder): WithMoney => ({ from, row: newest, money });
const moneyOfLeft = ({ from, row, debt, credit }: Left): WithMoney => ({ from, row, money: credit - debt });

/** @param left those who have no row in the new book */
function staying({ roster }: Snapshot, { undecided, year }: Carried, left: readonly Left[]): ReportLine[] {
  const stays = (key: string, who: string, said: string): ReportLine => ({ row: key, to: null, message: say.about(who, said) });
  return [
    ...left.flatMap(({ row, debt }) => (debt > 0 ? [stays(row.key, whoIs(row), say.debtStays(year - 1, debt / 100))] : [])),
    ...left.flatMap(({ row, credit }) =>
      credit > 0 ? [stays(row.key, whoIs(row), say.creditStays(year - 1, credit / 100))] : [],
    ),
    ...roster.flatMap((row) => {
      const cents = undecided.get(row.key);
      return cents === undefined ? [] : [stays(row.key, whoIs(row), say.moneyStays(year - 1, cents / 100))];
    }),
  ];
}

function earlyOnes(
  holders: readonly Holder[],
  year: number,
  line: (holder: Holder, message: string) => ReportLine,
): CarryReport["early"] {
  return holders
    .flatMap((holder) => {
      const day = textOf(holder.values.validUntil);
      const { year: ofDay, month } = isDay(day) ? partsOf(day) : { year: 0, month: 0 };
      const isEarly = month <= 2 && (ofDay === year || ofDay === year + 1);
      const { newest } = holder;
      return isEarly ? [{ ...line(holder, say.leftOne(whoIs(newest), newest.unit, day)), day }] : [];
    })
    .sort((a, b) => compare(a.day, b.day) || compare(a.row, b.row));
}
