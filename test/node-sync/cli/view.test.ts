import { copyFileSync } from "node:fs";
import { join } from "node:path";
import type { ClassView } from "../../../apps-script/domain/views/class";
import type { DeskView } from "../../../apps-script/domain/views/desk";
import type { PersonView } from "../../../apps-script/domain/views/person";
import type { RemindersView } from "../../../apps-script/domain/views/reminders";
import type { RunsView } from "../../../apps-script/domain/views/runs";
import type { Found } from "../../../apps-script/domain/views/search";
import type { TodayView } from "../../../apps-script/domain/views/today";
import type { UnitView } from "../../../apps-script/domain/views/unit";
import { anpei, emptyFolder } from "../../support/cli";

const folder = emptyFolder();
const demo = join(folder, "demo/名册.xlsx");
const TODAY = ["--today", "2024-03-26"];

beforeAll(() => {
  expect(anpei(["demo", join(folder, "demo")]).exit).toBe(0);
});

const shown = <V>(book: string, ...words: string[]): V => {
  const { exit, json } = anpei(["view", ...words, "--book", book, ...TODAY, "--json"]);
  expect([words, exit]).toEqual([words, 0]);
  return json as V;
};
const text = (...words: string[]): string => {
  const { exit, out } = anpei(["view", ...words, "--book", demo, ...TODAY]);
  expect([words, exit]).toEqual([words, 0]);
  return out;
};

const QUESTIONS: readonly (readonly string[])[] = [
  ["today"],
  ["person", "--person", "钱秀英"],
  ["person", "--find", "示例金矿"],
  ["desk", "--class", "再二"],
  ["desk", "--class", "再二", "--find", "钱"],
  ["reminders"],
  ["class", "--class", "再二"],
  ["unit", "--unit", "采石场"],
  ["board"],
  ["runs"],
  ["runs", "--run", "R00003"],
];

test.each(QUESTIONS.map((words) => [words.join(" "), words] as const))(
  "view %s: text without an id or a mobile, the same as JSON",
  (_, words) => {
    const said = text(...words);
    expect(said.length).toBeGreaterThan(20);
    expect(said).not.toMatch(/379999\d{11}[\dX]|199\d{8}(?!\d)|undefined|\[object|null/u);
    expect(Object.keys(shown<object>(demo, ...words)).length).toBeGreaterThan(1);
  },
);

test("without a name the views are listed, with what they may be asked", () => {
  const { json, exit } = anpei(["view", "--json"]);
  const { views } = json as { views: { id: string; fields: { name: string }[] }[] };
  expect([exit, views.map(({ id }) => id)]).toEqual([
    0,
    ["today", "person", "desk", "reminders", "class", "unit", "board", "runs"],
  ]);
  expect(views.map(({ fields }) => fields.map(({ name }) => name))).toContainEqual(["class", "find"]);
  expect(anpei(["view"]).out).toContain("看板");
});

test.each([
  [["clas"], 2, "usage", "class"],
  [["desk"], 2, "bad-input", "班级"],
  [["desk", "--class", "再九"], 3, "bad-input", "再培训班第二期"],
  [["today", "--since", "上周"], 2, "bad-input", "上周"],
  [["today", "--since", "2090-01-01"], 3, "bad-input", "2090"],
  [["person"], 3, "bad-input", "没有填写"],
  [["person", "--person", "钱"], 3, "bad-input", "没有找到"],
  [["unit", "--unit", "示例"], 3, "bad-input", "示例"],
  [["unit", "--unit", "示例采石场", "--class", "再二"], 2, "bad-input", "class"],
  [["runs", "--run", "R99999"], 3, "no-run", "R99999"],
] as const)("view %j is refused", (words, exit, code, said) => {
  const called = anpei(["view", ...words, "--book", demo, "--json"]);
  expect([called.exit, called.json]).toMatchObject([exit, { error: { code, message: expect.stringContaining(said) } }]);
});

test("a day at the desk is seen in every view", () => {
  const book = join(folder, "报到日.xlsx");
  copyFileSync(demo, book);
  const before = shown<DeskView>(book, "desk", "--class", "再二");
  const done = (...words: string[]) =>
    expect(anpei(["do", ...words, "--book", book, ...TODAY, "--clerk", "张会计", "--json"])).toMatchObject({ exit: 0 });
  done("check-in", "--people", "钱秀英", "--papers", "全部", "--method", "现金");
  const desk = shown<DeskView>(book, "desk", "--class", "再二");
  expect([desk.came.count, desk.cameToday.count, desk.toCome.count]).toEqual([
    before.came.count + 1,
    before.cameToday.count + 1,
    before.toCome.count - 1,
  ]);
  expect(desk.till).toMatchObject({ total: 300, byMethod: [{ method: "现金", amount: 300 }] });
  const [came] = desk.people.filter(({ name }) => name === "钱秀英");
  expect(came).toMatchObject({ open: 0, paid: 300, reportedInOn: "2024-03-26", concerns: [] });
  expect(came?.papers.every(({ state }) => state === "in")).toBe(true);
  const key = came?.key ?? "";

  const person = shown<PersonView>(book, "person", "--person", key);
  expect(person.history[0]).toMatchObject({
    clerk: "张会计",
    isUndone: false,
    sentence: expect.stringContaining("钱秀英 3月26日报到"),
  });
  expect(person.enrolments[0]?.money).toMatchObject({ due: 300, paid: 300, open: 0, payments: [{ method: "现金", share: 300 }] });
  expect(person.history.map(({ sentence }) => sentence)).toContainEqual(expect.stringMatching(/^导入单位文件（共\d+人）$/u));

  const today = shown<TodayView>(book, "today", "--clerk", "李主任", "--since", "2024年3月20日");
  expect(today.lastRun).toMatchObject({ clerk: "张会计", action: "报到", canUndo: true });
  expect(today.others.map(({ clerk }) => clerk)).toEqual(["张会计"]);
  expect(shown<TodayView>(book, "today", "--clerk", "张会计", "--since", "3月20日").others).toEqual([]);

  const run = today.lastRun?.id ?? "";
  const { run: detail } = shown<RunsView>(book, "runs", "--run", run);
  expect(detail?.cells).toContainEqual(
    expect.objectContaining({ table: "名册", row: key, column: "报到日期", before: null, after: "2024-03-26" }),
  );
  expect(detail?.rows).toMatchObject([{ table: "缴费", values: { 方式: "现金", 金额: 300 } }]);

  expect(shown<ClassView>(book, "class", "--class", "再二").steps.reportedIn.people).toContain(key);
  expect(anpei(["undo", "--book", book, "--json"]).exit).toBe(0);
  const [undone, earlier] = shown<PersonView>(book, "person", "--person", key).history;
  expect([undone?.sentence, earlier?.isUndone]).toEqual([expect.stringContaining("撤销"), true]);
  expect(shown<DeskView>(book, "desk", "--class", "再二").came.count).toBe(before.came.count);
});

test("people are found by initials and endings, in a class or everywhere; a unit by a part of its name", () => {
  const found = shown<Found>(demo, "person", "--find", "qxy");
  expect(found.people.map(({ name }) => name)).toContain("钱秀英");
  const [one] = found.people;
  expect(shown<Found>(demo, "desk", "--class", "再二", "--find", one?.ending ?? "")).toMatchObject({ only: one?.key });
  expect(shown<Found>(demo, "desk", "--class", "再八", "--find", one?.ending ?? "")).toMatchObject({ total: 0, only: null });
  const unit = shown<UnitView>(demo, "unit", "--unit", "采石");
  expect([unit.name, unit.isListed, unit.conflicts.length]).toEqual(["示例采石场", true, 1]);
  expect(unit.files.map(({ direction }) => direction)).toContain("发出");
});

test("reminders carry the text to send, and say who was told", () => {
  const book = join(folder, "提醒.xlsx");
  copyFileSync(demo, book);
  const { units, open, count } = shown<RemindersView>(book, "reminders", "--class", "再二");
  expect([open, count]).toEqual([count, units.flatMap(({ lines }) => lines).length]);
  const asked = units.find(({ text: message }) => message !== null);
  expect(asked?.text).toMatch(/如已办理请忽略。$/u);
  const [line] = units.flatMap(({ lines }) => lines).filter(({ text: message }) => message !== null);
  const told = anpei(["do", "notified", "--people", line?.people[0] ?? "", "--by", "电话", "--book", book, ...TODAY, "--json"]);
  expect([told.exit, told.json]).toMatchObject([0, { applied: true }]);
  const again = shown<RemindersView>(book, "reminders", "--class", "再二");
  const [after] = again.units.flatMap(({ lines }) => lines).filter(({ id }) => id === line?.id);
  expect([after?.isOpen, after?.told]).toEqual([false, expect.stringContaining("已通知1次")]);
  expect(again.open).toBeLessThan(open);
});
