import { compare, OutcomeBuilder } from "../../../apps-script/domain/changes/outcome";
import { addDays } from "../../../apps-script/domain/days/civil-day";
import type { Decision, Operation } from "../../../apps-script/domain/operations/operation";
import type { Context } from "../../../apps-script/domain/rules/context";
import { BOOKING, ENROLMENT, EXAM, PAPER_ANSWER, PAYMENT_METHOD, YES_NO } from "../../../apps-script/domain/schema/allowed";
import { PAPER_COLUMNS } from "../../../apps-script/domain/schema/paper-columns";
import type { PapersRow } from "../../../apps-script/domain/schema/papers";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";

const typed = "演示数据";

/** Seats as staff would have typed them beside the plan; one class is small, so that it fills up. */
export const seats: Operation = {
  id: "demo",
  title: "演示：录入容量",
  decide: (snapshot) => {
    const out = new OutcomeBuilder();
    for (const row of snapshot.plan) out.set("plan", row, "capacity", row.name === "再培训班第四期" ? 3 : 40, typed);
    return out.done();
  },
};

/** What staff would have typed by that day: pre-registrations, bookings, papers, payments. */
export const staffWork: Operation = { id: "demo", title: "演示：人工录入", decide };

function decide(snapshot: Snapshot, context: Context): Decision {
  const out = new OutcomeBuilder();
  const people = [...snapshot.roster].sort((a, b) => compare(a.key, b.key));
  for (const [index, row] of people.entries()) book(out, row, index, context);
  for (const row of snapshot.papers) handIn(out, row, Number(row.key.slice(-2)));
  const payers = people.filter((_, index) => index % 5 === 1).slice(0, 3);
  pay(out, payers, context);
  const [caller] = people.filter((row) => row.class === "再培训班第八期").slice(-1);
  if (caller) out.set("roster", caller, "state", ENROLMENT.cancelled, typed);
  return out.done();
}

/** The first class is over; of the second, most have booked, one was refused, some forgot. */
function book(out: OutcomeBuilder, row: Enrolment, index: number, { today }: Context): void {
  if (row.class === "再培训班第一期") attend(out, row, index);
  if (row.class !== "再培训班第二期") return;
  out.set("roster", row, "preRegisteredOn", addDays(today, -9), typed);
  out.set("roster", row, "preRegisteredClass", row.class, typed);
  if (index % 4 === 3) return;
  const state = index % 4 === 2 ? BOOKING.underReview : index % 8 === 1 ? BOOKING.refused : BOOKING.passed;
  out.set("roster", row, "booking", state, typed);
  out.set("roster", row, "bookedClass", row.class, typed);
  out.set("roster", row, "bookedOn", addDays(today, -1), typed);
  if (state === BOOKING.refused) out.set("roster", row, "refusal", "推荐表没有盖公章", typed);
}

/** Booked, reported in, nearly all trained; every second one has passed, the others wait for their exam. */
function attend(out: OutcomeBuilder, row: Enrolment, index: number): void {
  out.set("roster", row, "preRegisteredOn", "2024-02-20", typed);
  out.set("roster", row, "preRegisteredClass", row.class, typed);
  out.set("roster", row, "booking", BOOKING.passed, typed);
  out.set("roster", row, "bookedClass", row.class, typed);
  out.set("roster", row, "bookedOn", "2024-02-20", typed);
  out.set("roster", row, "reportedInOn", "2024-02-26", typed);
  if (index % 4 !== 1) out.set("roster", row, "trained", YES_NO.yes, typed);
  out.set("roster", row, "exam", index % 2 === 0 ? EXAM.passed : EXAM.ahead, typed);
  if (index % 2 === 0) out.set("roster", row, "examOn", "2024-03-08", typed);
  if (index % 2 === 0) out.set("roster", row, "score", 88, typed);
}

function handIn(out: OutcomeBuilder, row: PapersRow, number: number): void {
  PAPER_COLUMNS.forEach((paper, index) => {
    const answer =
      number % 4 === 1 && paper === "formSeal"
        ? `${PAPER_ANSWER.failed}:没有公章`
        : (number + index) % 7 === 0
          ? null
          : PAPER_ANSWER.in;
    if (answer !== null) out.set("papers", row, paper, answer, typed);
  });
}

/** One payment for two people, one of another unit for one person and short of the fee. */
function pay(out: OutcomeBuilder, [first, second, third]: readonly Enrolment[], { today }: Context): void {
  if (!first || !second || !third) return;
  const shared = {
    day: today,
    method: PAYMENT_METHOD.wechat,
    payer: first.unit,
    shares: `${first.key}、${second.key}`,
    clerk: "演示",
  };
  out.add("payments", { id: "F00001", amount: 600, ...shared }, typed);
  out.add(
    "payments",
    { id: "F00002", day: today, amount: 200, method: PAYMENT_METHOD.cash, payer: third.unit, shares: third.key, clerk: "演示" },
    typed,
  );
}
