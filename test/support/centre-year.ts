import { addDays } from "../../apps-script/domain/days/civil-day";
import type { PlanRow } from "../../apps-script/domain/schema/plan";
import type { Enrolment } from "../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../apps-script/domain/snapshot/snapshot";
import { idOf } from "../domain/merge/lists";
import { bookOf } from "./books";
import { seeded } from "./invented-year";

type Row = { -readonly [P in keyof Enrolment]: Enrolment[P] };
type Classes = ReadonlyMap<string | null, PlanRow>;

/** How somebody deals with the province: `stubborn` books what they like of their months, `signs` never gets beyond the sign-up. */
const HABITS = ["prompt", "prompt", "prompt", "prompt", "late", "refused", "stubborn", "signs", "never", "never"] as const;

/** What happened outside of the workbook, until a list or staff tell of it. */
interface Life {
  readonly habit: (typeof HABITS)[number];
  readonly comes: boolean;
  signUp: { readonly on: string; readonly name: string } | null;
  booking: { state: "待审" | "通过" | "退回"; readonly on: string; readonly name: string } | null;
}

/** Nobody types the report-ins of this class, and of this one staff look through the bookings themselves. */
const UNTYPED = "再培训班第五期";
const CHECKED = "再培训班第三期";
/** Nobody reads lists in these weeks: one class begins without any. */
const NO_LISTS = ["2024-08-05", "2024-09-18"] as const;

/**
 * A year at the centre with 450 invented people, as staff and lists leave the workbook every evening. In a `quiet` one nobody
 * ever signs up, books or comes, and nothing is typed.
 */
export class CentreYear {
  private readonly random: () => number;
  private readonly lives: Life[];
  private readonly people: Partial<Enrolment>[];

  constructor(
    seed: number,
    private readonly isQuiet: boolean,
    count = 450,
  ) {
    this.random = seeded(seed);
    this.people = Array.from({ length: count }, (_, at) => this.person(at));
    this.lives = this.people.map(() => ({ habit: this.pick(HABITS), comes: this.is(0.88), signUp: null, booking: null }));
  }

  opening(): Snapshot {
    return bookOf({ roster: this.people });
  }

  evening(book: Snapshot, today: string): Snapshot {
    if (this.isQuiet) return book;
    const classes: Classes = new Map(book.plan.map((one) => [one.name, one]));
    const isListDay = (today < NO_LISTS[0] || today > NO_LISTS[1]) && this.is(0.3);
    const roster = book.roster.map((before, at) => {
      const row: Row = { ...before };
      const life = this.lives[at];
      if (life === undefined || row.exam === "合格" || (row.state ?? "有效") !== "有效") return row;
      this.outside(life, row, classes, today);
      if (isListDay) readLists(life, row, today);
      this.office(row, book.plan, today);
      this.classroom(life, row, classes, today);
      return row;
    });
    return { ...book, roster, plan: book.plan.map((one) => looked(one, isListDay, today)) };
  }

  private is(chance: number): boolean {
    return this.random() < chance;
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  private person(at: number): Partial<Enrolment> {
    const year = this.pick(["2024", "2024", "2024", "2025", "2026", "2026", "2027"]);
    const validUntil = `${year}${addDays("2024-01-01", Math.floor(this.random() * 365)).slice(4)}`;
    const kind = this.is(0.1) ? "初培" : this.is(0.03) ? "换证" : "再培训";
    const name = `某${[...String(at)].map((digit) => "甲乙丙丁戊己庚辛壬癸".charAt(Number(digit))).join("")}`;
    const day = validUntil.endsWith("02-29") && year !== "2024" ? `${year}-02-28` : validUntil;
    return { name, idType: "居民身份证", idNumber: idOf(at), kind, validUntil: kind === "初培" ? null : day };
  }

  /** The centre's site and the province: sign-up, booking, review, and again after a refusal. */
  private outside(life: Life, row: Row, classes: Classes, today: string): void {
    const { habit } = life;
    const given = classes.get(row.class);
    if (habit === "never" || given === undefined) return;
    if (life.signUp === null && this.is(0.05)) life.signUp = { on: today, name: String(given.name) };
    const { booking } = life;
    if (booking?.state === "待审" && this.is(0.4)) booking.state = habit === "refused" || this.is(0.05) ? "退回" : "通过";
    if (habit === "signs" || (booking && booking.state !== "退回" && String(classes.get(booking.name)?.studyTo) >= today)) return;
    const wanted = habit === "stubborn" ? (classes.get(this.pick(row.candidates?.split("、") ?? [])) ?? given) : given;
    if (today < String(wanted.bookingFrom) || today > String(wanted.bookingTo) || row.reportedInOn !== null) return;
    const isLastDay = today >= addDays(String(wanted.bookingTo), -1);
    if (habit === "late" ? isLastDay : this.is(0.15)) life.booking = { state: "待审", on: today, name: String(wanted.name) };
  }

  /** Locks set and taken away, people who leave, and answers to the yearly question. */
  private office(row: Row, plan: readonly PlanRow[], today: string): void {
    if (this.is(0.0003)) row.state = "离职";
    if (row.lockedClass !== null && this.is(0.01)) row.lockedClass = null;
    if (row.light === "本年度未再培训" && this.is(0.01)) row.dutyAnswer = this.pick(["已在别处完成", "证书已失效"] as const);
    if (!this.is(0.0007) || row.booking === "通过" || row.reportedInOn !== null) return;
    const open = plan.filter((one) => one.kind === (row.kind === "初培" ? "培训" : "再培训") && today <= String(one.bookingTo));
    const chosen = open.length > 0 ? this.pick(open).name : null;
    if (this.is(0.5)) row.lockedClass = chosen;
    else row.class = chosen ?? row.class;
  }

  /** Report-ins on the day or later, who did not come, the end of training, and the exam. */
  private classroom(life: Life, row: Row, classes: Classes, today: string): void {
    const one = life.booking?.state === "通过" ? classes.get(life.booking.name) : undefined;
    if (row.reportedInOn === null && one && today >= String(one.reportIn) && one.name !== UNTYPED)
      this.arrive(life, row, one, today);
    const isUntyped = one?.name === UNTYPED && row.booking === "通过" && life.comes;
    const isTrained = row.reportedInOn !== null || (isUntyped && this.is(0.02));
    if (isTrained && row.trained === null && one && today > String(one.studyTo)) row.trained = "是";
    if (row.trained !== null) this.exam(row, today);
  }

  private arrive(life: Life, row: Row, one: PlanRow, today: string): void {
    const isHere = life.comes && row.noShow?.includes(String(one.name)) !== true;
    if (isHere && this.is(0.6)) {
      row.reportedInOn = String(one.reportIn);
      readLists(life, row, today);
    } else if (!life.comes && row.booking === "通过" && today <= String(one.studyTo)) {
      if (this.is(0.1)) row.noShow = "是";
      else if (this.is(0.02)) row.reportedInOn = today;
    }
  }

  private exam(row: Row, today: string): void {
    const isOver = row.exam === "不合格" && Number(row.examTries) >= 2;
    if (row.exam === "待考" && String(row.examOn) < today && this.is(0.3)) {
      row.exam = this.pick(["合格", "合格", "合格", "不合格", "缺考"] as const);
      row.examTries = Number(row.examTries ?? 0) + 1;
    } else if (row.exam !== "待考" && !isOver && this.is(0.1)) {
      row.exam = "待考";
      row.examOn = addDays(today, 3 + Math.floor(this.random() * 14));
    }
  }
}

function readLists({ signUp, booking }: Life, row: Row, today: string): void {
  if (signUp) [row.preRegisteredOn, row.preRegisteredClass] = [signUp.on, signUp.name];
  if (booking && booking.on <= today) [row.booking, row.bookedClass, row.bookedOn] = [booking.state, booking.name, booking.on];
}

function looked(one: PlanRow, isListDay: boolean, today: string): PlanRow {
  const isChecked = one.name === CHECKED && today === addDays(String(one.bookingTo), 1);
  if (!isListDay && !isChecked) return one;
  return {
    ...one,
    ...(isListDay ? { bookingsListed: today, signUpsListed: today } : {}),
    ...(isChecked ? { bookingChecked: today } : {}),
  };
}
