import type { CarryReport } from "../../../apps-script/domain/next-year/carry-report";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Card, Payment } from "../../../apps-script/domain/schema/tables";
import type { Grids } from "../../../apps-script/domain/snapshot/grid";
import { type Snapshot, snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { gridsOfBook } from "../../support/counted-workbook";
import { seeded } from "../../support/invented-year";
import { idOf } from "../merge/lists";
import { oldBook, rolledGrids } from "./rolled";

/**
 * What a year may bring somebody, and what of it stands in the book at its end. `counts` is what the report must say, written
 * down here and not asked of the rules; `isOver` is whether the printed certificate ends within the year.
 */
interface Fate {
  readonly often: number;
  readonly row: (year: number) => Partial<Enrolment>;
  /** In yuan; what was paid of 300. */
  readonly paid?: number;
  readonly counts: (isOver: boolean) => "holder" | "question" | "unfinished" | "lapsed" | "awaitsResult" | "left";
  readonly debt?: number;
  readonly credit?: number;
  readonly isOpen?: true;
}
const trained = { reportedInOn: "2024-05-14", trained: "是" } as const;
const passed = { ...trained, exam: "合格", examTries: 1, state: "已完成" } as const;
const over = (isOver: boolean, then: "lapsed" | "awaitsResult", otherwise: "question" | "unfinished") =>
  isOver ? then : otherwise;

const FATES: readonly Fate[] = [
  { often: 12, row: (year) => ({ ...passed, newValidUntil: `${year + 3}-06-15` }), paid: 300, counts: () => "holder" },
  {
    often: 3,
    row: (year) => ({ ...passed, newValidUntil: `${year + 1}-01-20` }),
    paid: 500,
    counts: () => "holder",
    credit: 200,
  },
  { often: 3, row: (year) => ({ ...passed, newValidUntil: `${year + 2}-02-11` }), paid: 100, counts: () => "holder", debt: 200 },
  { often: 4, row: () => ({ ...passed }), paid: 300, counts: (isOver) => (isOver ? "question" : "holder") },
  { often: 2, row: () => ({}), counts: (isOver) => over(isOver, "lapsed", "question") },
  {
    often: 1,
    row: () => ({ ...trained, exam: "不合格", examTries: 2 }),
    paid: 300,
    counts: (isOver) => over(isOver, "lapsed", "question"),
  },
  {
    often: 2,
    row: () => ({ ...trained, exam: "不合格", examTries: 1 }),
    counts: (isOver) => over(isOver, "awaitsResult", "unfinished"),
    debt: 300,
    isOpen: true,
  },
  { often: 1, row: () => ({ state: "离职" }), counts: () => "left" },
  { often: 1, row: () => ({ dutyAnswer: "证书已失效" }), counts: () => "lapsed" },
];

const PEOPLE = 800;

/** A year of the centre: everybody in the book meets a fate. Gives back the book at the end and what the report must count. */
class Year {
  readonly wanted = {
    carried: 0,
    questions: 0,
    unfinished: 0,
    lapsed: 0,
    awaitsResult: 0,
    left: 0,
    debts: 0,
    credits: 0,
    early: 0,
    ended: 0,
  };
  readonly roster: Partial<Enrolment>[] = [];
  readonly payments: Partial<Payment>[] = [];

  constructor(
    private readonly random: () => number,
    private readonly year: number,
  ) {}

  live(before: Partial<Enrolment>, id: string, carried: number): void {
    const fate = this.fate();
    const now: Partial<Enrolment> = { ...before, id, ...fate.row(this.year) };
    this.roster.push(now);
    const amount = fate.paid ?? 0;
    if (amount !== 0) {
      const place = String(this.payments.length + 1).padStart(5, "0");
      this.payments.push({ id: `F${this.year}${place}`, day: `${this.year}-05-14`, amount, method: "现金", shares: id });
    }
    this.count(fate, before, now, carried);
  }

  private count(fate: Fate, before: Partial<Enrolment>, now: Partial<Enrolment>, carried: number): void {
    const { wanted, year } = this;
    const until = before.validUntil ?? null;
    const isMissing = until === null && now.newValidUntil == null;
    const kind = fate.counts(until !== null && until < `${year + 1}-01-01`);
    const isHeld =
      ["holder", "question", "unfinished"].includes(kind) || (isMissing && kind !== "left" && now.dutyAnswer == null);
    if (isHeld) wanted.carried++;
    else wanted[kind as "left"]++;
    if (isHeld && (kind === "question" || isMissing)) wanted.questions++;
    if (isHeld && kind === "unfinished") wanted.unfinished++;
    if (fate.isOpen === undefined) wanted.ended++;
    const money = carried + (fate.credit ?? 0) - (fate.debt ?? 0);
    if (isHeld && money < 0) wanted.debts -= money;
    if (isHeld && money > 0) wanted.credits += money;
    const next = now.newValidUntil ?? until;
    const isEarly = /-0[12]-/u.test(next ?? "") && [year + 1, year + 2].includes(Number(next?.slice(0, 4)));
    if (isHeld && isEarly) wanted.early++;
  }

  private fate(): Fate {
    const all = FATES.flatMap((fate) => Array.from({ length: fate.often }, () => fate));
    return all[Math.floor(this.random() * all.length)] as Fate;
  }
}

function counted(report: CarryReport) {
  const { carried, questions, unfinished, left, money, early, ended } = report;
  return {
    ...{ carried, questions: questions.length, unfinished: unfinished.length, early: early.length, ended },
    ...{ lapsed: left.lapsed.length, awaitsResult: left.awaitsResult.length, left: left.left.length },
    ...{ debts: money.debts, credits: money.credits },
  };
}

/** The book with its roster and payments as they are at the end of a year. */
function atTheEnd(grids: Grids, { roster, payments }: Year): Grids {
  const book = snapshotOf(grids);
  const lived = oldBook({ roster, payments });
  const all = [...book.payments, ...lived.payments].map((row, at) => ({ ...row, at: at + 2 }));
  return gridsOfBook({ ...book, roster: lived.roster, payments: all } as Snapshot);
}

test("2024 → 2025 → 2026 with 800 people: every number of the report is the one that was counted beside it", () => {
  const random = seeded(21);
  const first = new Year(random, 2024);
  const ends = ["2024-08-20", "2025-01-15", "2025-09-01", "2026-02-10", "2026-06-20", "2026-11-30"];
  for (let at = 0; at < PEOPLE; at++) {
    const post = at % 2 === 0 ? ("主要负责人" as const) : ("安全生产管理人员" as const);
    const row: Partial<Enrolment> = {
      ...{
        name: `某${at}`,
        idNumber: idOf(at >> 1),
        person: `P${String((at >> 1) + 1).padStart(5, "0")}`,
        unit: `单位${at % 40}`,
      },
      ...{ post, kind: "再培训", validUntil: ends[Math.floor(random() * ends.length)] ?? null },
    };
    first.live(row, `B2024-${String(at + 1).padStart(5, "0")}`, 0);
  }
  const cards: Partial<Card>[] = Array.from({ length: 30 }, (_, at) => ({
    number: `K${at}`,
    state: at % 3 === 0 ? "作废" : null,
  }));
  const book2024 = gridsOfBook(oldBook({ roster: first.roster, payments: first.payments, cards }));
  const one = rolledGrids(book2024, "2024-12-20", "new2025");
  expect(counted(one.report)).toEqual(first.wanted);
  expect(one.report.cards).toBe(20);

  const second = new Year(random, 2025);
  const carriedTo = new Map(one.next.payments.map(({ shares, amount }) => [shares, Number(amount)]));
  for (const row of one.next.roster) second.live({ ...row, stateNote: null }, row.key, carriedTo.get(row.key) ?? 0);
  const two = rolledGrids(atTheEnd(one.grids, second), "2025-12-20", "new2026");
  expect(counted(two.report)).toEqual({ ...second.wanted });

  expect(two.next.history).toHaveLength(first.wanted.ended + second.wanted.ended);
  expect(two.carried.from).toEqual(["new2025", "old"]);
  expect(two.next.seals.map(({ workbook }) => workbook)).toEqual(["old", "new2025", "new2026"]);
  for (const { next } of [one, two]) {
    const places = next.roster.map(({ person, post }) => `${person} ${post}`);
    expect(new Set(places).size).toBe(places.length);
    expect(new Set(next.roster.map(({ key }) => key)).size).toBe(next.roster.length);
  }
  const numbers = new Map(first.roster.map(({ idNumber, person }) => [idNumber, person]));
  for (const { idNumber, person } of two.next.roster) expect(person).toBe(numbers.get(idNumber));
});
