import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readPlanText } from "../../apps-script/domain/plan/read-plan";
import { contextOf } from "../../apps-script/domain/rules/context";
import { classTexts, unitTexts } from "../../apps-script/domain/rules/reminders/joint-texts";
import { textsOf } from "../../apps-script/domain/rules/reminders/texts";
import { snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import { todayView } from "../../apps-script/domain/views/today";
import { Clerks } from "../support/month/clerks";
import { FIRST_DAY, workedDays } from "../support/month/days";
import { CHANGED_ON, FOURTH, Life, TOLD_ON } from "../support/month/life";
import { before, openingTabs } from "../support/month/opening";
import { Chance, inventPeople } from "../support/month/people";
import * as reading from "../support/month/reading";
import type { Lab, LabTab } from "./lab";

const notice = readFileSync(resolve(__dirname, "../../templates/2024年培训计划.txt"), "utf8");

/**
 * A month of a centre with two clerks by operations alone. Every evening the tabs are read by somebody who knows the notice and
 * nothing of the program; at last everything is taken back.
 */
export async function liveThroughMonth(lab: Lab, people: number, seed: number): Promise<void> {
  const chance = new Chance(seed);
  const all = inventPeople(chance, people).map((one) => before(one, chance));
  const { agenda } = new Life(chance, all);
  await lab.load(openingTabs(all));
  const clerks = new Clerks(lab);
  clerks.begin(FIRST_DAY);
  await clerks.loadPlan(readPlanText(notice).classes);
  await clerks.all();
  const [opening, runsBefore] = [filled(await lab.dump()), clerks.runs];
  const changed = new Set<string>();
  for (const day of workedDays()) {
    clerks.begin(day);
    await clerks.all();
    if (day === CHANGED_ON) for (const key of reading.expecting(await lab.dump(), FOURTH)) changed.add(key);
    for (const errand of agenda.of(day)) await clerks.run(errand);
    await clerks.all();
    const tabs = await lab.dump();
    checkLines(tabs, day);
    checkChangedClass(tabs, day, changed);
    const grids = await lab.host.read();
    checkTexts(tabs, grids, day);
    checkToday(tabs, grids, day);
  }
  for (let left = clerks.runs - runsBefore; left > 0; left--) expect((await clerks.undoLast()).kept).toEqual([]);
  expect(filled(await lab.dump())).toEqual(opening);
}

/** Nobody is asked for what is done, nobody is forgotten, and who was told is told again in time. */
function checkLines(tabs: readonly LabTab[], day: string): void {
  const lines = reading.todoLines(tabs);
  const read = lines.filter(({ rule }) => reading.READ_RULES.some((one) => one === rule));
  const there = read.filter(({ isOpen, told }) => isOpen || told !== null).map(({ what }) => what);
  expect([day, there.sort()]).toEqual([day, [...reading.askedFor(tabs, day)].sort()]);
  expect([day, lines.flatMap((line) => reading.restsTooLong(line, day) ?? [])]).toEqual([day, []]);
  const personal = lines.filter(({ people }) => people.length === 1 && people[0] !== "").map(({ what }) => what);
  expect([day, personal.filter((what, at) => personal.indexOf(what) !== at)]).toEqual([day, []]);
  const known = new Set(lines.flatMap(({ people, isOpen, told }) => (isOpen || told !== null ? people : [])));
  expect([day, reading.endingSoon(tabs, day, 15).filter((key) => !known.has(key))]).toEqual([day, []]);
}

/** From the day on which a class is put off all of its people are to be told, until somebody did. */
function checkChangedClass(tabs: readonly LabTab[], day: string, changed: ReadonlySet<string>): void {
  const open = reading.todoLines(tabs).filter(({ rule, isOpen }) => rule === "班级已改，尚未通知" && isOpen);
  const untold = open.flatMap(({ people }) => people).filter((key) => changed.has(key));
  if (day === CHANGED_ON) expect([day, untold.sort()]).toEqual([day, [...changed].sort()]);
  const still = new Set(reading.expecting(tabs, FOURTH));
  if (day >= TOLD_ON) expect([day, untold.filter((key) => still.has(key))]).toEqual([day, []]);
}

/** 今天 shows each open line once, and counts what stands in the tab. */
function checkToday(tabs: readonly LabTab[], grids: Parameters<typeof snapshotOf>[0], day: string): void {
  const snapshot = snapshotOf(grids);
  const view = todayView(snapshot, contextOf(snapshot, day), { clerk: "小周", since: day });
  const open = new Map(reading.todoLines(tabs).flatMap((line) => (line.isOpen ? [[line.id, line]] : [])));
  expect([day, view.open, view.lines.flatMap(({ todo }) => todo).sort()]).toEqual([day, open.size, [...open.keys()].sort()]);
  for (const { rule, todo, people, due, sentence } of view.lines) {
    const lines = todo.flatMap((id) => open.get(id) ?? []);
    expect(new Set(lines.map((line) => `${line.rule} ${line.due}`))).toEqual(new Set([`${rule} ${due ?? ""}`]));
    const counted = new Set(lines.flatMap((line) => line.people).filter((key) => key !== ""));
    expect([...people].sort()).toEqual([...counted].sort());
    if (counted.size > 0) expect(sentence).toContain(`${counted.size}人`);
  }
  expect(view.others.every(({ clerk }) => clerk === "老吴")).toBe(true);
}

/** Each text tells one person what to do, and nothing of anybody else. */
function checkTexts(tabs: readonly LabTab[], grids: Parameters<typeof snapshotOf>[0], day: string): void {
  const snapshot = snapshotOf(grids);
  const context = contextOf(snapshot, day);
  const texts = textsOf(snapshot, context);
  const lines = new Map(reading.todoLines(tabs).map((line) => [line.id, line]));
  expect(texts.length).toBeGreaterThan(0);
  for (const { id, text } of texts) {
    const line = lines.get(id);
    expect([id, line?.isOpen === true || (line !== undefined && line.told !== null)]).toEqual([id, true]);
    if (text === null) continue;
    expect([...text].length).toBeLessThanOrEqual(70);
    expect(text).toMatch(/如已办理请忽略。$/u);
  }
  const joint = [...unitTexts(texts, snapshot, context), ...classTexts(texts, snapshot, context)];
  const said = [...texts.map(({ text }) => text ?? ""), ...joint.map(({ text }) => text)].join("\n");
  expect(reading.secretsIn(tabs, said)).toEqual([]);
  expect(joint.every(({ text }) => text.endsWith("如已办理请忽略。"))).toBe(true);
}

/** What an undo leaves: the records, and the board, which is told anew by the next run. */
const BESIDE: readonly string[] = ["操作记录", "_改动", "看板"];

/** Every cell that holds something, but for the log and the counters: no number is given twice. */
function filled(tabs: readonly LabTab[]): string[] {
  return tabs
    .filter(({ title }) => !BESIDE.includes(title))
    .flatMap(({ title, cells }) =>
      cells.flatMap((line, row) =>
        String(line[0]).endsWith("计数")
          ? []
          : line.flatMap((cell, column) => (cell === null ? [] : [`${title}!${row}:${column} ${String(cell)}`])),
      ),
    );
}
