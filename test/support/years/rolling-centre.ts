import { withChanges } from "../../../apps-script/domain/changes/advance";
import { addDays } from "../../../apps-script/domain/days/civil-day";
import type { Carried } from "../../../apps-script/domain/next-year/carried";
import { carriedOver } from "../../../apps-script/domain/next-year/carried-over";
import { carryAgain } from "../../../apps-script/domain/next-year/carry-again";
import { markCarried } from "../../../apps-script/domain/next-year/mark-carried";
import { newBookWrites } from "../../../apps-script/domain/next-year/new-book";
import { refuseUnready } from "../../../apps-script/domain/next-year/ready-to-carry";
import { loadPlanOperation } from "../../../apps-script/domain/operations/load-plan";
import { classesOf } from "../../../apps-script/domain/plan/classes";
import { holdersByMonth } from "../../../apps-script/domain/plan/propose/holders";
import { knownCalendar } from "../../../apps-script/domain/plan/propose/known-calendar";
import { proposePlan } from "../../../apps-script/domain/plan/propose/propose-plan";
import { runAll } from "../../../apps-script/domain/rules/actions";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { numberRows } from "../../../apps-script/domain/rules/number-rows";
import { hasPassed } from "../../../apps-script/domain/rules/standing";
import { type Snapshot, snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { withWrites } from "../../../apps-script/domain/snapshot/written-grids";
import { bookOf, secretOf } from "../books";
import { gridsOfBook } from "../counted-workbook";
import { InventedYear, seeded } from "../invented-year";

/** A year of the centre: its book, and what comes to it from outside. */
export interface LivedBook {
  readonly year: number;
  readonly invented: InventedYear;
  book: Snapshot;
}

/** A carry-over as it was, with both books right after it. */
export interface Turn {
  readonly old: Snapshot;
  readonly next: Snapshot;
  readonly carried: Carried;
  readonly isFirst: boolean;
}

/** A centre that lives through several years, a book a year, two of them side by side from December to February. */
export class RollingCentre {
  readonly books: LivedBook[];
  private readonly random: () => number;

  /** @param stride days between two evenings on which actions run */
  constructor(
    private readonly seed: number,
    private readonly people: number,
    private readonly stride: number,
  ) {
    this.random = seeded(seed);
    const invented = new InventedYear(seed, people);
    this.books = [{ year: 2024, invented, book: { ...invented.opening(), settings: named(invented.opening(), "w2024") } }];
  }

  /** Days of some years, in all of their books; `from` and `to` are worked. */
  live(years: readonly number[], from: string, to: string): void {
    for (let today = from, place = 0; today <= to; today = addDays(today, 1), place++) {
      for (const one of this.books.filter(({ year }) => years.includes(year))) {
        one.book = this.evening(one, today);
        if (place % this.stride === 0 || today === to) one.book = after(one.book, runAll(one.book, contextOf(one.book, today)));
      }
    }
  }

  /** The first carry-over from the newest book. */
  roll(today: string): Turn {
    const old = this.newest;
    const { carried } = this.carriedFrom(old, today);
    const grids = gridsOfBook(old.book);
    const key = { workbook: `w${old.year + 1}`, secret: secretOf(`w${old.year + 1}`) };
    const head = { time: `${today}T09:00:00+08:00`, clerk: "甲", source: "命令行" };
    const next = snapshotOf(
      withWrites(grids, newBookWrites(grids, snapshotOf(grids), carried, { today, key, document: "", head })),
    );
    const newcomers = { year: old.year + 1, first: this.people * this.books.length };
    const invented = new InventedYear(this.seed + old.year, Math.ceil(this.people / 4), newcomers);
    this.books.push({ year: old.year + 1, invented, book: next });
    this.mark(old, carried, today);
    return { old: old.book, next, carried, isFirst: true };
  }

  /** What changed in the book of the year before goes into the newest one. */
  carryAgain(today: string): Turn {
    const [old, next] = [this.books[this.books.length - 2] as LivedBook, this.newest];
    const { carried } = this.carriedFrom(old, today);
    const { decide } = carryAgain(carried);
    next.book = after(next.book, decide(next.book, contextOf(next.book, today)));
    this.mark(old, carried, today);
    return { old: old.book, next: next.book, carried, isFirst: false };
  }

  /** How much another run would change in the newest book. */
  leftToCarry(today: string): number {
    const [old, next] = [this.books[this.books.length - 2] as LivedBook, this.newest];
    const { cells, rows } = carryAgain(this.carriedFrom(old, today).carried).decide(next.book, contextOf(next.book, today));
    return cells.length + rows.length;
  }

  /** The plan of the newest book's year, as it is proposed from the one before. */
  loadPlan(today: string): void {
    const [old, next] = [this.books[this.books.length - 2] as LivedBook, this.newest];
    const { calendar, settings } = contextOf(next.book, today);
    const { reviewDays, safetyMargin } = settings;
    const ground = { calendar: knownCalendar(calendar, next.year), reviewDays, safetyMargin, holders: holdersByMonth(next.book) };
    const { classes } = proposePlan(classesOf(old.book, old.year), next.year, ground);
    next.book = after(next.book, loadPlanOperation(classes, next.year).decide(next.book, contextOf(next.book, today)));
  }

  get newest(): LivedBook {
    return this.books[this.books.length - 1] as LivedBook;
  }

  private carriedFrom({ book, year }: LivedBook, today: string): { readonly carried: Carried } {
    refuseUnready(book, contextOf(book, today), year + 1);
    return { carried: carriedOver(book, contextOf(book, today)) };
  }

  private mark(old: LivedBook, { year, cards }: Carried, today: string): void {
    const { decide } = markCarried(
      `w${year}`,
      cards.map(({ key }) => key),
    );
    old.book = after(old.book, decide(old.book, contextOf(old.book, today)));
  }

  /** What staff leave in the evening, numbered as hosts do it first. */
  private evening({ book, invented, year }: LivedBook, today: string): Snapshot {
    const typed = this.certificates(this.till(book, invented.day(book, today), today), year);
    return after(typed, numberRows(typed, contextOf(typed, today)));
  }

  /** Of what is paid at report-in some is forgotten and some too much; who owes may bring it any day, in whichever book. */
  private till(before: Snapshot, book: Snapshot, today: string): Snapshot {
    const taken = book.payments.slice(before.payments.length).flatMap(({ amount, method, shares }) => {
      const isTooMuch = this.random() < 0.1;
      return this.random() < 0.2 ? [] : [{ amount: Number(amount) + (isTooMuch ? 100 : 0), method, shares }];
    });
    const late = book.roster.flatMap(({ key, feeDue, feePaid, reportedInOn }) => {
      const amount = (reportedInOn === null ? 0 : Number(feeDue ?? 0)) - Number(feePaid ?? 0);
      return amount > 0 && this.random() < 0.004 ? [{ amount, method: "现金" as const, shares: key }] : [];
    });
    const last = before.payments.reduce((most, { at }) => Math.max(most, at), 1);
    const added = bookOf({ payments: [...taken, ...late].map((row) => ({ ...row, id: null, day: today })) }).payments;
    const below = added.map((row, place) => ({ ...row, at: last + place + 1, key: `@${last + place + 1}` }));
    return { ...book, payments: [...before.payments, ...below] };
  }

  /** Certificates come some time after the exam; of half of those for 再培训 the day stays as it is. */
  private certificates(book: Snapshot, year: number): Snapshot {
    const roster = book.roster.map((row) => {
      if (!hasPassed(row) || row.issuedOn !== null || this.random() > 0.1) return row;
      const issuedOn = row.examOn ?? `${year}-12-01`;
      const isNew = row.kind === "初培" || this.random() < 0.5;
      return { ...row, issuedOn, ...(isNew ? { newValidUntil: `${year + 3}${issuedOn.slice(4)}` } : {}) };
    });
    return { ...book, roster };
  }
}

type Changes = Parameters<typeof withChanges>[1];
const after = (book: Snapshot, changes: Changes): Snapshot => withChanges(book, changes);

const named = ({ settings }: Snapshot, workbook: string): Snapshot["settings"] =>
  settings.map((row) => (row.item === "工作簿编号" ? { ...row, value: workbook } : row));
