import { addDays, anniversaryIn, daysBetween } from "../../apps-script/domain/days/civil-day";
import { classesOf } from "../../apps-script/domain/plan/classes";
import type { TrainingClass } from "../../apps-script/domain/plan/training-class";
import { hasEnded, isSettled } from "../../apps-script/domain/rules/standing";
import type { Enrolment } from "../../apps-script/domain/schema/roster";
import type { Payment } from "../../apps-script/domain/schema/tables";
import type { Snapshot } from "../../apps-script/domain/snapshot/snapshot";
import { bookOf, plan2024 } from "./books";

type Writable<T> = { -readonly [P in keyof T]: T[P] };
type Row = Writable<Enrolment>;

/** A seeded stream of numbers in [0, 1): the same year every time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** 甲 to 癸 for the digits: names that belong to nobody. */
const nameOf = (index: number): string =>
  `某${[...String(index)].map((digit) => "甲乙丙丁戊己庚辛壬癸".charAt(Number(digit))).join("")}`;

/**
 * A year at the centre with invented people: what staff type into the workbook between two runs. Each day people arrive,
 * pre-register, book in the province, are approved or refused, are locked into a class, correct their dates, cancel, report
 * in and pay, finish training, sit the exam and get their result.
 */
export class InventedYear {
  private readonly random: () => number;
  private waiting: Partial<Enrolment>[];
  private receipts = 0;

  /** @param which the plan year, and the place of its first newcomer among those of all years */
  constructor(
    seed: number,
    people: number,
    private readonly which: { readonly year: number; readonly first: number } = { year: 2024, first: 0 },
  ) {
    this.random = seeded(seed);
    this.waiting = Array.from({ length: people }, (_, index) => this.newcomer(which.first + index));
  }

  /** The empty workbook, with too few seats in five classes and too few cards at first. */
  opening(): Snapshot {
    const people = this.waiting.length;
    const share: Readonly<Record<string, number>> = {
      再培训班第二期: 0.09,
      再培训班第三期: 0.05,
      再培训班第四期: 0.08,
      再培训班第七期: 0.04,
      培训班第二期: 0.02,
    };
    const plan = plan2024.map((row) => {
      const seats = share[row.name ?? ""];
      return seats === undefined ? row : { ...row, capacity: Math.ceil(people * seats) };
    });
    const cards = Array.from({ length: people }, (_, index) => ({
      number: `K${String(index + 1).padStart(6, "0")}`,
      password: `p${index}`,
      state: "未领",
    }));
    return bookOf({ plan, cards, units: [{ name: "甲矿业有限公司" }, { name: "乙矿业有限公司" }] });
  }

  /** The workbook as staff leave it in the evening. */
  day(book: Snapshot, today: string): Snapshot {
    const classes = new Map(classesOf(book).map((one) => [one.name, one]));
    const held = new Map<string, number>();
    for (const row of book.roster) {
      if (row.class !== null && !["取消", "离职"].includes(row.state ?? "")) held.set(row.class, (held.get(row.class) ?? 0) + 1);
    }
    const payments: Payment[] = [...book.payments];
    const roster = book.roster.map((before) => {
      const row: Row = { ...before };
      if (!hasEnded(row)) {
        this.office(row, classes, held);
        this.province(row, classes.get(row.class ?? ""), today);
        this.classroom(row, classes.get(row.class ?? ""), today, payments);
      }
      return row;
    });
    const last = roster.reduce((most, { at }) => Math.max(most, at), 1);
    return { ...book, payments, roster: [...roster, ...this.arrivals(today, last)] };
  }

  private is(chance: number): boolean {
    return this.random() < chance;
  }

  private pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.random() * list.length)];
  }

  private newcomer(index: number): Partial<Enrolment> {
    const { year } = this.which;
    const expiry = addDays(`${year}-01-01`, Math.floor(this.random() * 366));
    const validUntil = this.is(0.5) ? expiry : anniversaryIn(expiry, this.is(0.95) ? year + 2 : year - 1);
    const kind = this.is(0.12) ? "初培" : "再培训";
    const odd = this.is(0.02) ? (this.pick(["2024年6月", "2023-02-29", null, "见证书"]) ?? null) : validUntil;
    return {
      ...{ name: nameOf(index), idType: "其他", idNumber: `T${100000 + index}`, mobile: `199${String(index).padStart(8, "0")}` },
      ...{ unit: this.is(0.5) ? "甲矿业有限公司" : "乙矿业有限公司", post: "主要负责人", education: "大专" },
      ...{ kind: this.is(0.01) ? "换证" : kind, validUntil: kind === "初培" ? null : odd },
    };
  }

  /** Two thirds are there when the year begins, the others come until autumn. */
  private arrivals(today: string, after: number): Enrolment[] {
    const { year } = this.which;
    const left = Math.max(1, daysBetween(today, `${year}-10-01`));
    const count = today === `${year}-01-02` ? Math.ceil(this.waiting.length * 0.66) : Math.ceil(this.waiting.length / left);
    const rows = this.waiting.splice(0, count).map((row) => ({ ...row, id: null }));
    return bookOf({ roster: rows }).roster.map((row, index) => ({ ...row, at: after + index + 1, key: `@${after + index + 1}` }));
  }

  /** Locks, corrections and cancellations. Staff never put anybody into a full class. */
  private office(row: Row, classes: ReadonlyMap<string, TrainingClass>, held: Map<string, number>): void {
    if (this.is(0.0005)) row.state = this.is(0.5) ? "取消" : "离职";
    if (this.is(0.001) && row.kind === "再培训")
      row.validUntil = addDays(`${this.which.year}-03-01`, Math.floor(this.random() * 300));
    if (!this.is(0.001) || isSettled(row)) return;
    const free = (row.candidates ?? "")
      .split("、")
      .filter((name) => (held.get(name) ?? 0) < (classes.get(name)?.capacity ?? (classes.has(name) ? 1e9 : 0)));
    const choice = this.pick(free);
    if (choice === undefined) return;
    held.set(choice, (held.get(choice) ?? 0) + 1);
    if (this.is(0.5)) row.class = choice;
    else row.lockedClass = choice;
  }

  private province(row: Row, one: TrainingClass | undefined, today: string): void {
    if (row.preRegisteredOn === null && this.is(0.02)) {
      row.preRegisteredOn = today;
      row.preRegisteredClass = row.class;
    }
    if (row.booking === "待审") {
      if (this.is(0.5)) row.booking = this.is(0.85) ? "通过" : "退回";
    } else if (
      row.booking !== "通过" &&
      one &&
      today >= (one.bookingFrom ?? "9") &&
      today <= (one.bookingTo ?? "") &&
      this.is(0.12)
    ) {
      row.booking = "待审";
      row.bookedOn = today;
      row.bookedClass = row.class;
    }
    if (row.booking === "通过" && row.card !== null && row.cardBoundOn === null && this.is(0.1)) row.cardBoundOn = today;
  }

  private classroom(row: Row, one: TrainingClass | undefined, today: string, payments: Payment[]): void {
    if (!one || row.booking !== "通过") return;
    if (today === one.reportIn && this.is(0.95)) {
      row.reportedInOn = today;
      if (this.is(0.97)) payments.push(this.payment(row, today));
    }
    if (today === one.studyTo && row.reportedInOn !== null) row.trained = "是";
    if (row.trained === null) return;
    if (row.exam === null || row.exam === "不合格" || row.exam === "缺考") {
      if (!this.is(0.3)) return;
      row.exam = "待考";
      row.examOn = addDays(today, 3 + Math.floor(this.random() * 10));
    } else if (row.exam === "待考" && row.examOn === today) {
      row.exam = this.pick(["合格", "合格", "合格", "合格", "不合格", "缺考"]) ?? "合格";
    }
  }

  private payment(row: Row, day: string): Payment {
    const amount = row.kind === "初培" ? 600 : 300;
    const id = `F${String(++this.receipts).padStart(5, "0")}`;
    const method = this.pick(["现金", "微信", "支付宝"]) ?? "现金";
    const [payment] = bookOf({ payments: [{ id, day, amount, method, payer: row.name, shares: String(row.id) }] }).payments;
    if (!payment) throw new Error("no payment");
    return payment;
  }
}
