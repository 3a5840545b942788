import type { Outcome } from "../../../../apps-script/domain/changes/outcome";
import { addDays } from "../../../../apps-script/domain/days/civil-day";
import { LIGHTS } from "../../../../apps-script/domain/schema/allowed";
import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../../../apps-script/domain/snapshot/snapshot";
import { assignOn } from "../../../support/assigning";
import { plan2024 } from "../../../support/books";
import { CentreYear } from "../../../support/centre-year";
import { LightTable } from "../../../support/light-table";
import { whoCan } from "../../../support/who-can";

const FIRST = "2024-01-10";
const LAST = "2024-12-28";
const SEED = 20240110;
const GREEN = ["正常", "紧张"];
const RED = ["来不及", "已过期", "已过报名截止", "无对应班次"];
/** 初培 has no day to keep: no light while all is well. */
const NO_LIGHT = "（无）";

const TABLED = [...Array.from({ length: 11 }, (_, at) => `2024-${String(at + 2).padStart(2, "0")}-01`), FIRST, "2024-12-15"];
/** Every day on which something ends or begins, with the ones around it. */
const turningDays = new Set(
  plan2024
    .flatMap(({ deadline, bookingTo, reportIn }) => [deadline, bookingTo, reportIn])
    .flatMap((day) => [-1, 0, 1].map((days) => addDays(String(day), days))),
);
const isRunDay = (day: string): boolean =>
  process.env.ANPEI_SOAK !== undefined || turningDays.has(day) || TABLED.includes(day) || day === LAST;

interface Lived {
  readonly today: string;
  readonly book: Snapshot;
  readonly outcome: Outcome;
}

function* lived(year: CentreYear): Generator<Lived> {
  let book = year.opening();
  for (let today = FIRST; today <= LAST; today = addDays(today, 1)) {
    book = year.evening(book, today);
    if (!isRunDay(today)) continue;
    const { after, outcome } = assignOn(book, today);
    book = after;
    yield { today, book, outcome };
  }
}

const isLive = ({ exam, state }: Enrolment): boolean => exam !== "合格" && (state === null || state === "有效");

/** 初培 that failed twice has nothing to keep a day for, and no word of its own. */
const isFailedBeginner = (row: Enrolment): boolean => row.kind === "初培" && row.exam === "不合格" && Number(row.examTries) >= 2;

/** Sat the exam, and no result is typed: no matter of the class, the reminders tell of it. */
const isResultAhead = ({ exam, examOn }: Enrolment, today: string): boolean => exam === "待考" && String(examOn) <= today;

function isUntrue(row: Enrolment, can: boolean): boolean {
  if (row.light === null) return !can && !isFailedBeginner(row);
  return can ? RED.includes(row.light) : GREEN.includes(row.light);
}

describe.each([
  ["people who book, come late, fail, leave and are locked", false],
  ["nobody ever booked or came", true],
])("450 people through the year: %s", (title, isQuiet) => {
  const seen = new Map<string, number>();
  const table = new LightTable();
  const untrue: unknown[] = [];
  const silent: unknown[] = [];

  beforeAll(() => {
    for (const { today, book, outcome } of lived(new CentreYear(SEED, isQuiet))) {
      const can = whoCan(book, today);
      const told = toldBy(outcome);
      for (const row of book.roster.filter(isLive)) {
        const light = row.light ?? NO_LIGHT;
        seen.set(light, (seen.get(light) ?? 0) + 1);
        if (isUntrue(row, can(row))) untrue.push([today, can(row), row]);
        if (!told(row) && !isResultAhead(row, today)) silent.push([today, row]);
        if (TABLED.includes(today)) table.count(today, light, can(row));
      }
    }
    if (process.env.ANPEI_TABLE) process.stdout.write(`${table.markdown(title, [...LIGHTS, NO_LIGHT])}\n`);
  });

  test("no light is untrue on any day", () => {
    expect(untrue.slice(0, 3)).toEqual([]);
  });

  test("nobody who needs somebody to act is passed over in silence", () => {
    expect(silent.slice(0, 3)).toEqual([]);
  });

  test("what nobody can know is the exception, and the year met what it is meant to", () => {
    const all = [...seen.values()].reduce((sum, count) => sum + count, 0);
    expect((seen.get("待核") ?? 0) / all).toBeLessThan(isQuiet ? 0.05 : 0.03);
    const met = ["正常", "紧张", "待核", "来不及", "已过期", "已过报名截止", "本年度未再培训", "无对应班次", "需人工"];
    expect([...seen.keys()]).toEqual(expect.arrayContaining(isQuiet ? met : [...met, "未报到", "已完成"]));
  });
});

/** Which finding says so, where a light is one that somebody has to act on; of the class or of all where it is one line. */
const SAID_BY: Readonly<Record<string, readonly string[]>> = {
  来不及: ["A15", "A07"],
  已过期: ["A09"],
  已过报名截止: ["A11"],
  本年度未再培训: ["A19"],
  需人工: ["A13", "A03"],
  未报到: ["A20"],
  待核: ["A21", "A22", "A24"],
  无对应班次: ["A10"],
};
const ONE_LINE = ["A10", "A22", "A24"];

function toldBy({ findings }: Outcome): (row: Enrolment) => boolean {
  const told = new Set(findings.map(({ code, row }) => `${code} ${row ?? ""}`));
  const classes = new Set(findings.filter(({ table }) => table === "plan").map(({ code, row }) => `${code} ${row}`));
  const isOneLine = (code: string, row: Enrolment): boolean =>
    ONE_LINE.includes(code) &&
    (told.has(`${code} `) || [...classes].some((one) => one.startsWith(code) && one.includes(String(row.class))));
  return (row) => {
    const codes = SAID_BY[row.light ?? ""];
    return codes === undefined || codes.some((code) => told.has(`${code} ${row.key}`) || isOneLine(code, row));
  };
}

test("given on 10 January and not looked at again: on 15 December nobody is told that all is well", () => {
  const { after: given } = assignOn(new CentreYear(SEED, true).opening(), FIRST);
  expect(given.roster.filter(({ light }) => GREEN.includes(light ?? "")).length).toBeGreaterThan(150);
  const { after, outcome } = assignOn(given, "2024-12-15");
  const told = toldBy(outcome);
  for (const row of after.roster) {
    expect(SAID_BY).toHaveProperty([String(row.light)]);
    expect([row, told(row)]).toEqual([row, true]);
  }
  expect(outcome.summary).toMatchObject({ lights: expect.not.objectContaining({ 正常: expect.anything() }) });
  expect(outcome.summary).toMatchObject({ lights: expect.not.objectContaining({ 紧张: expect.anything() }) });
});
