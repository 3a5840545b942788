import { withChanges } from "../../apps-script/domain/changes/advance";
import type { Summary } from "../../apps-script/domain/changes/change-set";
import { addDays, daysBetween } from "../../apps-script/domain/days/civil-day";
import { runAll } from "../../apps-script/domain/rules/actions";
import { contextOf } from "../../apps-script/domain/rules/context";
import { numberRows } from "../../apps-script/domain/rules/number-rows";
import { hasEnded, hasPassed, isSettled, isWithdrawn } from "../../apps-script/domain/rules/standing";
import { LIGHTS } from "../../apps-script/domain/schema/allowed";
import type { Enrolment } from "../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../apps-script/domain/snapshot/snapshot";
import { plan2024 } from "../support/books";
import { InventedYear } from "../support/invented-year";
import { mostPlaced } from "../support/matching";

const PEOPLE = process.env.ANPEI_SOAK ? 5000 : 50;
const FIRST = "2024-01-02";
const LAST = "2024-12-31";
const RED = ["来不及", "已过期"];
/** Words that nobody of this year comes to: everybody reports in, and there is a plan. */
const UNGIVEN: readonly string[] = ["未报到", "计划未发布"];

/** Every sentence that is false of the day. `evening` is what staff left, `after` what the actions made of it. */
function broken(evening: Snapshot, after: Snapshot, summary: Summary, today: string): string[] {
  const before = new Map(evening.roster.map((row) => [row.at, row]));
  return [
    ...after.roster.flatMap((row) => {
      const was = before.get(row.at);
      return was ? brokenRow(was, row, today) : [`${row.key} appeared`];
    }),
    ...brokenSeats(before, after, today),
    ...brokenMoney(after, summary),
    ...brokenCards(after),
  ].map((sentence) => `${today}: ${sentence}`);
}

function brokenRow(was: Enrolment, row: Enrolment, today: string): string[] {
  const wrong: string[] = [];
  const isTouched = was.class !== was.writtenClass || (was.lockedClass !== null && was.lockedClass !== was.class);
  const isFollowed = row.class === row.bookedClass;
  const end = plan2024.find(({ name }) => name === (was.bookedClass ?? was.class))?.studyTo ?? "9";
  const isGivenUp = was.booking === "通过" && was.reportedInOn === null && end < today;
  if (isSettled(was) && was.class !== null && !isTouched && !isFollowed && !isGivenUp && row.class !== was.class)
    wrong.push("settled, class changed");
  // Who leaves before the class was never charged: the fee falls due at report-in.
  const hasLeft = isWithdrawn(row) && row.reportedInOn === null;
  if (isSettled(was) && was.feeDue !== null && !hasLeft && row.feeDue !== was.feeDue) wrong.push("settled, fee changed");
  if (hasPassed(row) && row.light !== "已完成") wrong.push(`passed and ${row.light}`);
  if (hasEnded(row) && RED.includes(row.light ?? "")) wrong.push("ended and red");
  if (!hasEnded(row) && !isRight(row, today)) wrong.push(`${row.light} is not right`);
  return wrong.map((sentence) => `${row.key} ${sentence} (${was.class} → ${row.class}, ${row.validUntil})`);
}

/** What the days say of a light, worked out again from the cells that staff see. */
function isRight(row: Enrolment, today: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/u.test(row.validUntil ?? "") && row.validUntil !== "2023-02-29" ? row.validUntil : null;
  if (row.kind === "初培" || (row.validUntil === null && row.kind === "换证")) return !GREEN.includes(row.light ?? "");
  if (day === null) return row.light === "日期有误";
  if (day < today || day < "2024") return row.light === "已过期" || (row.light === "待核" && row.exam === "待考");
  const duty = dutyOf(day);
  const end = plan2024.find(({ name }) => name === row.class)?.studyTo ?? "9";
  const slack = daysBetween(end < today ? today : end, duty) - 1;
  const isLate = slack < 0 || (row.examOn !== null && row.examOn >= duty);
  if (GREEN.includes(row.light ?? "")) return !isLate && (row.light === "正常" ? slack >= 15 : true);
  return row.light !== "来不及" || isLate || today >= duty;
}

const GREEN = ["正常", "紧张"];

/** The day itself, else this year's anniversary; the next one where the first class ends behind it. */
function dutyOf(day: string): string {
  if (day < "2025") return day;
  const duty = `2024${day.slice(4)}`;
  return duty > "2024-02-29" ? duty : `2025${day.slice(4)}`;
}

/** No class holds more than its seats, and who is left out for want of a seat could not have been placed. */
function brokenSeats(before: ReadonlyMap<number, Enrolment>, after: Snapshot, today: string): string[] {
  const holders = after.roster.filter((row) => row.class !== null && !isWithdrawn(row));
  const seats = new Map(after.plan.map(({ name, capacity }) => [name ?? "", Number(capacity ?? Number.POSITIVE_INFINITY)]));
  const over = after.plan.filter(
    ({ name, capacity }) => capacity !== null && holders.filter((row) => row.class === name).length > Number(capacity),
  );
  const wrong = over.map(({ name }) => `${name} is overfilled`);
  const isNew = (row: Enrolment) => before.get(row.at)?.class !== row.class && !isSettled(row);
  const left = after.roster.filter((row) => row.light === "班级已满");
  if (left.length === 0) return wrong;
  const placed = holders.filter(isNew);
  for (const row of holders) if (!isNew(row)) seats.set(row.class ?? "", (seats.get(row.class ?? "") ?? 0) - 1);
  const open = plan2024.filter((one) => today <= (one.bookingTo ?? ""));
  const choices = [...placed, ...left].map((row) => {
    const month = String(Number(row.validUntil?.slice(5, 7)));
    const fitting = open.filter((one) =>
      row.kind === "初培" ? one.kind === "培训" : one.months?.split("、").includes(month) && one.kind === "再培训",
    );
    return fitting.map(({ name }) => name ?? "");
  });
  const most = mostPlaced(choices, seats);
  return most === placed.length ? wrong : [...wrong, `${placed.length} placed, ${most} possible`];
}

function brokenMoney(after: Snapshot, summary: Summary): string[] {
  const fees = summary.fees as { readonly paid: number; readonly byMethod: Readonly<Record<string, number>> };
  const taken = after.payments.reduce((sum, { amount }) => sum + Number(amount), 0);
  const shown = after.roster.reduce((sum, { feePaid }) => sum + Number(feePaid ?? 0), 0);
  const byMethod = Object.values(fees.byMethod).reduce((sum, amount) => sum + amount, 0);
  return taken === shown && taken === fees.paid && taken === byMethod
    ? []
    : [`money: ${taken} taken, ${shown} shown, ${fees.paid}, ${byMethod}`];
}

function brokenCards(after: Snapshot): string[] {
  const given = after.cards.filter(({ enrolment }) => enrolment !== null);
  const holders = new Map(given.map(({ key, enrolment }) => [key, enrolment]));
  const shown = after.roster.filter(({ card }) => card !== null);
  const wrong = shown.filter((row) => row.booking !== "通过" || holders.get(String(row.card)) !== row.key);
  const missing = after.roster.filter((row) => row.booking === "通过" && row.card === null && !hasEnded(row));
  const isTwice = new Set(holders.values()).size !== given.length || given.length !== shown.length;
  return [
    ...wrong.map((row) => `${row.key} has card ${row.card}`),
    ...missing.map((row) => `${row.key} has no card`),
    ...(isTwice ? ["cards given twice"] : []),
  ];
}

test(`a year of ${PEOPLE} invented people, seats, lights, fees and cards every day`, () => {
  const year = new InventedYear(20240102, PEOPLE);
  let book = year.opening();
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (let today = FIRST; today <= LAST && wrong.length === 0; today = addDays(today, 1)) {
    const typed = year.day(book, today);
    // As hosts do: new rows get their number first, the other changes go by it.
    const evening = withChanges(typed, numberRows(typed, contextOf(typed, today)));
    const outcome = runAll(evening, contextOf(evening, today));
    book = withChanges(evening, outcome);
    wrong.push(...broken(evening, book, outcome.summary, today));
    for (const row of book.roster)
      seen
        .add(row.light ?? "")
        .add(row.exam ?? "")
        .add(row.booking ?? "");
    if (today.endsWith("-15")) expect(runAll(book, contextOf(book, today))).toMatchObject({ cells: [], rows: [] });
  }
  expect(wrong.slice(0, 10)).toEqual([]);
  // The year met what it is meant to meet.
  for (const word of LIGHTS.filter((light) => !UNGIVEN.includes(light))) expect(seen).toContain(word);
  for (const word of ["待考", "合格", "不合格", "缺考", "待审", "通过", "退回"]) expect(seen).toContain(word);
  expect(book.roster.length).toBe(PEOPLE);
  expect(book.roster.filter(hasPassed).length).toBeGreaterThan(PEOPLE / 5);
}, 900_000);
