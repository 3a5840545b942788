import { PAPERS, type PapersRow } from "../../../apps-script/domain/schema/papers";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Card, Payment } from "../../../apps-script/domain/schema/tables";
import { type BookParts, plan2024 } from "../../support/books";
import { personOf, unitOf } from "./people";
import { randomOf } from "./random";

/** The day of the run: two classes are over or under way, the others are ahead. */
export const BENCH_DAY = "2024-03-12";
export const PLAN_YEAR = 2024;

/** The class that takes a month's certificates; the first one where two do. */
const CLASS_OF_MONTH: Readonly<Record<string, string>> = {
  "03": "再培训班第一期",
  "04": "再培训班第一期",
  "05": "再培训班第二期",
  "06": "再培训班第二期",
  "07": "再培训班第三期",
  "08": "再培训班第四期",
  "09": "再培训班第五期",
  "10": "再培训班第六期",
  "11": "再培训班第七期",
  "12": "再培训班第八期",
};
const PAPER_COLUMNS = Object.keys(PAPERS.columns).filter((name) => !["id", "name", "unit"].includes(name));

/**
 * The book of a centre with so many enrolments, as staff left it before the first run of the day.
 *
 * @param people how many each unit has
 */
export function benchBook(enrolments: number, people?: number): BookParts & { readonly units: NonNullable<BookParts["units"]> } {
  const roster = Array.from({ length: enrolments }, (_, index) => ({ ...enrolmentOf(index), unit: unitOf(index, people) }));
  const units = [...new Set(roster.map((row) => row.unit ?? ""))].map((name) => ({ name }));
  return {
    plan: plan2024.map((row) => ({ ...row, capacity: Math.ceil(enrolments / 6) })),
    units,
    roster,
    papers: roster.flatMap((row, index) => (index % 10 < 7 ? [papersOf(row, index)] : [])),
    payments: roster.flatMap((row, index) => (index % 3 === 0 ? [paymentOf(row, index)] : [])),
    cards: Array.from({ length: Math.ceil(enrolments * 0.6) }, (_, index) => cardOf(index, roster)),
  };
}

/** The numbers of those who have not reported in yet, so many enrolments there being, in their order. */
export function peopleAhead(enrolments: number): string[] {
  return Array.from({ length: enrolments }, (_, index) => index).flatMap((index) => {
    const { id, reportedInOn = null } = enrolmentOf(index);
    return reportedInOn === null && typeof id === "string" ? [id] : [];
  });
}

function idOf(index: number): string {
  return `B${PLAN_YEAR}-${String(index + 1).padStart(5, "0")}`;
}

/** Half of those whose class can be booked have pre-registered; most of them have been approved. */
function enrolmentOf(index: number): Partial<Enrolment> {
  const random = randomOf(index + 20_000_000);
  const stated = personOf(index);
  const known = { ...stated, id: idOf(index), person: `P${String(index + 1).padStart(5, "0")}` };
  const month = stated.validUntil?.slice(5, 7);
  const name = month === undefined ? "培训班第一期" : CLASS_OF_MONTH[month];
  const isOpen = name === "培训班第一期" || name === "再培训班第一期" || name === "再培训班第二期";
  if (!isOpen || random() < 0.3) return known;
  const registered = { ...known, preRegisteredOn: "2024-02-20", preRegisteredClass: name };
  const booking = random();
  if (booking < 0.1) return registered;
  const booked = { ...registered, bookedClass: name, bookedOn: name === "再培训班第一期" ? "2024-02-21" : "2024-03-08" };
  if (booking < 0.15) return { ...booked, booking: "退回", refusal: "推荐表没有盖公章" };
  if (booking < 0.25) return { ...booked, booking: "待审" };
  const passed = { ...booked, booking: "通过" };
  if (name !== "再培训班第一期") return passed;
  return { ...passed, reportedInOn: "2024-02-26", trained: "是", exam: "合格", examTries: 1, examOn: "2024-03-06", score: 85 };
}

function papersOf(row: Partial<Enrolment>, index: number): Partial<PapersRow> {
  const answers = PAPER_COLUMNS.map((column, place): [string, string | null] => {
    if (index % 50 === 1 && column === "formSeal") return [column, "不合格:没有公章"];
    return [column, index % 5 === 4 && place > 12 ? null : "已交"];
  });
  return { id: idOf(index), name: row.name ?? null, unit: row.unit ?? null, ...Object.fromEntries(answers) };
}

function paymentOf(row: Partial<Enrolment>, index: number): Partial<Payment> {
  return {
    id: `F${String(index + 1).padStart(5, "0")}`,
    day: "2024-03-01",
    amount: row.kind === "初培" ? 600 : 300,
    method: ["微信", "现金", "支付宝"][index % 3] ?? "微信",
    payer: unitOf(index),
    shares: idOf(index),
    clerk: "演示",
    receipt: `PJ${String(index).padStart(7, "0")}`,
  };
}

/** Every second approved person among the first has taken a card; the rest of the cards are in the pool. */
function cardOf(index: number, roster: readonly Partial<Enrolment>[]): Partial<Card> {
  const card = {
    number: `MK${String(index + 1).padStart(8, "0")}`,
    password: String(100_000 + index),
    subject: "安全生产管理人员",
  };
  const row = roster[index];
  if (row?.booking !== "通过" || index % 2 === 1) return { ...card, state: "未领" };
  return { ...card, state: "已领", enrolment: idOf(index) };
}
