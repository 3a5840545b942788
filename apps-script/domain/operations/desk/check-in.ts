import { countedPapers } from "../../rules/money/moved-papers";
import { shortageOf } from "../../rules/paper-answers";
import { PAYMENT_METHOD } from "../../schema/allowed";
import { paperOf } from "../../schema/paper-columns";
import { type Enrolment, ROSTER } from "../../schema/roster";
import { PAYMENTS } from "../../schema/tables";
import { rowWith } from "../../snapshot/by-key";
import { formRead, notReported } from "../../wording/check-in-form";
import * as say from "../../wording/desk";
import * as money from "../../wording/money";
import { whoIs } from "../../wording/roster";
import { doubtsOf } from "../asked-reason";
import type { ClerkRun } from "../clerk-run";
import { type AfterRun, defineOperation } from "../define-operation";
import { optional, orToday } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";
import { type Balances, balancesOf } from "../money/balances";
import { method } from "../money/fields";
import { keepNote } from "../state-note";
import { arrivalsOf, askAboutForm } from "./arrivals";
import { type FilledForm, filledForm } from "./check-in-file";
import { Concerns } from "./concerns";
import { takeAtDesk } from "./desk-money";
import { takeFormMoney } from "./form-money";
import { handIn } from "./hand-in";
import { DESK_PAPERS } from "./paper-words";
import { stillEnrolled } from "./standing-check";
import { toldOf } from "./told";

/**
 * 报到 (the notice, step 5): papers, money and 报到日期 in one run. A wrong class, a booking that is not approved, and a fee that
 * is not paid are taken with a reason alone, which is kept in 状态备注. Money that came is booked whoever reports in.
 */
export const checkIn = defineOperation({
  id: "check-in",
  title: say.CHECK_IN_TITLE,
  about: say.checkInAbout,
  input: {
    people: optional(people({ title: say.PEOPLE_TITLE })),
    day: orToday(field.day({ title: ROSTER.columns.reportedInOn.title, isPast: true })),
    class: optional(field.trainingClass({ title: ROSTER.columns.class.title, note: say.checkInClassNote })),
    papers: optional(
      field.choices({
        title: say.paperSeenTitle,
        note: say.papersSeenNote,
        words: DESK_PAPERS.words,
        meaning: DESK_PAPERS.meaning,
        everything: say.everything,
      }),
    ),
    amount: optional(field.money({ title: PAYMENTS.columns.amount.title, note: say.checkInAmountNote })),
    method: optional(method),
    payer: optional(field.text({ title: PAYMENTS.columns.payer.title })),
    receipt: optional(field.text({ title: PAYMENTS.columns.receipt.title, longest: 40 })),
    reason: optional(field.text({ title: say.REASON_TITLE, note: say.checkInReasonNote })),
    file: optional(filledForm()),
  },
  example: { input: { people: "钱秀英", papers: "全部", method: PAYMENT_METHOD.cash }, today: "2024-03-26" },
  decide: (run, input) => {
    askAboutForm(run, input);
    const asked = run.asks(arrivalsOf(input).map(({ key }) => key));
    const form = input.file && withoutLeftOut(run, input.file);
    const day = form?.day ?? input.day;
    const arrivals = arrivalsOf(input).filter(({ key }) => !run.isLeftOut(key));
    const keys = arrivals.map(({ key }) => key);
    const about = { roster: new Set(keys) };
    const before = balancesOf(run.snapshot, run.context, about);
    const money = form === null ? null : takeFormMoney(run, form, day);
    if (form === null) takeAtDesk(run, { ...input, rows: asked }, before);
    const then = run.now();
    const paid = then === run.snapshot ? before : balancesOf(then, run.context, about);
    const by = new Map(arrivals.map((one) => [one.key, one]));
    const coming = arrivals.filter(({ hasCome }) => hasCome).map(({ key }) => key);
    const rows = stillEnrolled(run, coming, say.CHECK_IN_TITLE).filter((row) => isFirst(run, row, day));
    const class_ = form?.class ?? input.class;
    const concerns = new Concerns(run.snapshot);
    const concernsOf = (row: Enrolment): readonly string[] =>
      row.reportedInOn === day ? [] : concerns.of(row, { day, class: class_ }, paid.of(row).open);
    const doubts = doubtsOf(run, rows, concernsOf, ({ key }) => by.get(key)?.reason ?? null);
    for (const { row, concerns: all, reason } of doubts) {
      for (const now of run.people([row.key])) keepNote(run, now, say.keptReason(day, all, reason ?? ""), say.checkInReason);
    }
    for (const row of rows) {
      run.out.set("roster", row, "reportedInOn", day, say.checkInReason);
      handIn(
        run,
        row,
        (by.get(row.key)?.papers ?? []).flatMap((word) => DESK_PAPERS.columnOf(word) ?? []),
      );
      if (class_ !== null && concerns.isOtherClass(row, class_)) {
        run.out.set("roster", row, "lockedClass", class_, say.checkInReason);
      }
    }
    const said = new Map(doubts.map(({ row, concerns: all }) => [row.key, all]));
    return (after) => {
      const partsAfter = partsOf(before, balancesOf(after.snapshot, after.context, about), after, money?.said ?? null);
      const together = (count: number): string => say.checkedIn(count, day);
      const told = toldOf(
        rows,
        after,
        (row, now) => [say.reported(day), ...partsAfter(row, now, input.method), ...(said.get(row.key) ?? []).filter(isNoMoney)],
        together,
      );
      if (form === null || money === null) return told;
      const moneyAlone = moneyOfOthers(run, rows, money.said);
      return { people: { ...told.people, ...moneyAlone }, said: formRead(together(rows.length), money.sums, form.absent) };
    };
  },
});

function withoutLeftOut(run: ClerkRun, form: FilledForm): FilledForm {
  return { ...form, lines: form.lines.filter(({ key }) => !run.isLeftOut(key)) };
}

/** Of people who did not report in what was booked. */
function moneyOfOthers(run: ClerkRun, came: readonly Enrolment[], said: ReadonlyMap<string, readonly string[]>) {
  const others = run.people([...said.keys()]).filter(({ key }) => !came.some((row) => row.key === key));
  return Object.fromEntries(others.map(({ key, name }) => [key, say.personSaid(name, [notReported, ...(said.get(key) ?? [])])]));
}

/** Whoever reported in on another day is left out. */
function isFirst(run: ClerkRun, row: Enrolment, day: string): boolean {
  const { reportedInOn } = row;
  if (reportedInOn === null || reportedInOn === day) return true;
  run.refuse(row, "K02", "reportedInOn", say.reportedAlready(whoIs(row), reportedInOn));
  return false;
}

const isNoMoney = (concern: string): boolean => !money.isStillOpen(concern);

/** The money somebody gave (of a form what it says of each), what is open, and what is still to be brought. */
function partsOf(before: Balances, now: Balances, after: AfterRun, ofForm: ReadonlyMap<string, readonly string[]> | null) {
  const counted = countedPapers(after.snapshot);
  return (row: Enrolment, then: Enrolment, by: string | null): readonly string[] => {
    const got = now.of(then).paid - before.of(row).paid;
    const { columns } = shortageOf(counted(then, rowWith(after.snapshot.papers, row.key)).row, then, false, ["desk"]);
    const lacking = columns.map((column) => paperOf(column).called);
    return [
      ...(ofForm?.get(row.key) ?? (got > 0 && by !== null ? [money.taken(by, got)] : [])),
      ...money.standOf(now.of(then)),
      ...(lacking.length > 0 ? [say.lacking(lacking)] : []),
    ];
  };
}
