import { withChanges } from "../../../apps-script/domain/changes/advance";
import { addDays } from "../../../apps-script/domain/days/civil-day";
import { runAll } from "../../../apps-script/domain/rules/actions";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { numberRows } from "../../../apps-script/domain/rules/number-rows";
import { classTexts, unitTexts } from "../../../apps-script/domain/rules/reminders/joint-texts";
import { textsOf } from "../../../apps-script/domain/rules/reminders/texts";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { lengthOf } from "../../../apps-script/domain/snapshot/text-length";
import { plan2024 } from "../../support/books";
import { InventedYear } from "../../support/invented-year";

const FIRST = "2024-01-02";
const LAST = "2024-12-20";
const PEOPLE = process.env.ANPEI_SOAK === undefined ? 60 : 250;
const PHONE = "0535-4766666";
const GONE = ["取消", "离职", "已完成", "已失效", "转班"];

const isBooked = ({ booking }: Enrolment): boolean => booking === "待审" || booking === "通过";
const cameOrSat = (row: Enrolment): boolean =>
  row.reportedInOn !== null || row.trained !== null || (row.exam !== null && row.exam !== "未约");

/** Of a person who is reminded by a code, why that is too late: read off the cells alone. */
const DONE: Readonly<Record<string, (row: Enrolment, today: string) => boolean>> = {
  T01: (row) => (isBooked(row) && row.bookedClass === row.class) || cameOrSat(row),
  T11: (row) => row.preRegisteredOn !== null || cameOrSat(row),
  T17: (row) => row.booking !== "退回" || cameOrSat(row),
  T16: (row) => (isBooked(row) && row.bookedClass === row.class) || cameOrSat(row),
  T18: (row) => (isBooked(row) && row.bookedClass === row.class) || cameOrSat(row),
  T06: (row) => row.preRegisteredOn !== null || isBooked(row),
  T07: (row) => row.preRegisteredOn !== null || isBooked(row),
  T02: ({ booking }) => booking !== "待审",
  T12: ({ booking }) => booking !== "待审",
  T20: ({ feeDue, feePaid }) => Number(feePaid ?? 0) >= Number(feeDue ?? 0),
  T21: ({ card }) => card !== null,
  T22: ({ cardBoundOn }) => cardBoundOn !== null,
  T08: ({ exam }) => exam !== null && exam !== "未约",
  T09: ({ exam }) => exam !== "不合格" && exam !== "缺考",
  T13: ({ exam }) => exam !== "待考",
  T24: ({ issuedOn, exam }) => issuedOn !== null || exam !== "合格",
  T03: (row) => row.trained !== null && row.exam !== "待审",
  T15: (row) => row.trained !== null && row.exam !== "待审",
};

const OPEN_CLASSES = new Map(plan2024.map((row) => [row.name ?? "", row]));

/** Who has to be reminded on a day: pre-registered, the window of the class is open, and not booked. */
function mustBeCalled(row: Enrolment, today: string): boolean {
  const one = OPEN_CLASSES.get(row.class ?? "");
  const isOpen = one !== undefined && today >= (one.bookingFrom ?? "") && today <= (one.bookingTo ?? "");
  const isOn = !GONE.includes(row.state ?? "") && row.exam !== "合格" && row.dutyAnswer === null;
  const isValid = row.kind === "初培" || (/^\d{4}-/u.test(row.validUntil ?? "") && (row.validUntil ?? "") >= today);
  return isOpen && isOn && isValid && row.preRegisteredOn !== null && row.booking === null && !cameOrSat(row);
}

/** What is wrong with the open lines of a day. */
function wrongOn({ todo, roster }: Snapshot, today: string): string[] {
  const rows = new Map(roster.map((row) => [row.key, row]));
  const lines = todo.filter(({ state }) => state === null);
  const pairs = lines.flatMap((line) => (line.people?.split("、") ?? []).map((key) => ({ code: String(line.code), key })));
  const reminders = pairs.filter(({ code }) => code.startsWith("T"));
  const late = reminders.filter(({ code, key }) => {
    const row = rows.get(key);
    return row === undefined || GONE.includes(row.state ?? "") || DONE[code]?.(row, today) === true;
  });
  const said = reminders.map(({ code, key }) => `${code} ${key}`);
  const twice = said.filter((one, at) => said.indexOf(one) !== at);
  const called = new Set(reminders.filter(({ code }) => ["T01", "T17"].includes(code)).map(({ key }) => key));
  const forgotten = roster.filter((row) => mustBeCalled(row, today) && !called.has(row.key)).map(({ key }) => key);
  return [
    ...late.map(({ code, key }) => `${today} ${code} ${key} is done`),
    ...twice.map((one) => `${today} ${one} twice`),
    ...forgotten.map((key) => `${today} ${key} forgotten`),
  ];
}

function wrongTexts(book: Snapshot, today: string): string[] {
  const context = contextOf(book, today);
  const texts = textsOf(book, context);
  const messages = texts.flatMap(({ text }) => text ?? []);
  const joint = [...unitTexts(texts, book, context), ...classTexts(texts, book, context)];
  const units = new Map(book.units.map(({ name }) => [name, true]));
  const all = [...messages, ...joint.map(({ text }) => text)];
  return [
    ...messages.filter((text) => lengthOf(text) > 70),
    ...all.filter((text) => !text.endsWith("如已办理请忽略。") || !text.includes(PHONE)),
    ...all.filter((text) => /\d{7}|T1\d{5}|p\d+|K\d{6}|undefined|null/u.test(text.replaceAll(PHONE, ""))),
    ...joint
      .filter(
        ({ of, text }) =>
          of !== null && units.has(of) && [...units.keys()].some((name) => name !== of && text.includes(String(name))),
      )
      .map(({ text }) => text),
  ];
}

test(`a year of ${PEOPLE} people: nobody who did it is reminded, nobody is forgotten, each once a rule, and the texts keep their rules`, () => {
  const year = new InventedYear(20240105, PEOPLE);
  const opening = year.opening();
  const settings = opening.settings.map((row) => (row.item === "中心电话" ? { ...row, value: PHONE } : row));
  let book: Snapshot = { ...opening, settings };
  const met = new Set<string>();
  for (let today = FIRST; today <= LAST; today = addDays(today, 1)) {
    const typed = year.day(book, today);
    book = withChanges(typed, numberRows(typed, contextOf(typed, today)));
    if (Number(today.slice(8)) % 4 !== 0) continue;
    book = withChanges(book, runAll(book, contextOf(book, today)));
    expect(wrongOn(book, today).slice(0, 5)).toEqual([]);
    expect(wrongTexts(book, today).slice(0, 5)).toEqual([]);
    for (const { code, state } of book.todo) met.add(`${code}${state === null ? "" : " closed"}`);
    const again = runAll(book, contextOf(book, today));
    expect([again.cells, again.rows]).toEqual([[], []]);
  }
  const settledByItself = [
    "T01",
    "T02",
    "T03",
    "T04",
    "T05",
    "T06",
    "T07",
    "T08",
    "T09",
    "T11",
    "T12",
    "T16",
    "T17",
    "T18",
    "T19",
  ];
  for (const code of settledByItself) expect([met.has(code), met.has(`${code} closed`), code]).toEqual([true, true, code]);
  expect(met).toContain("T24");
}, 600_000);
