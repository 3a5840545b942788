import { contextOf } from "../../apps-script/domain/rules/context";
import { snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import { remindersView } from "../../apps-script/domain/views/reminders";
import { shownReminders } from "../../apps-script/page/screens/reminders-shown";
import { livedTabs } from "../support/counted-workbook";

/** A text that is to be copied is about what is so now, and all that it is about is listed. */

const TODAY = "2024-03-26";
const ALL = { rule: "", whose: "" };
const book = snapshotOf(livedTabs(3, 60, TODAY));
const view = remindersView(book, contextOf(book, TODAY), { class: null, unit: null });
const textsIn = ({ units, classes }: ReturnType<typeof shownReminders>): (string | null)[] =>
  [...units.flatMap(({ text, lines }) => [text, ...lines.map((line) => line.text)]), ...classes.map(({ text }) => text)].filter(
    (text) => text !== null,
  );

test("of all lines the texts are those of the view", () => {
  expect(shownReminders(view, ALL, false)).toEqual({ units: view.units, classes: view.classes });
  expect(textsIn(shownReminders(view, ALL, false)).length).toBeGreaterThan(10);
});

test("while 待办 is brought up to now the lines are there, and no text", () => {
  const shown = shownReminders(view, ALL, true);
  expect(shown.units.map(({ lines }) => lines.map(({ id }) => id))).toEqual(
    view.units.map(({ lines }) => lines.map(({ id }) => id)),
  );
  expect(textsIn(shown)).toEqual([]);
});

test("of one rule its lines have their texts, and no unit or class has", () => {
  const [rule = ""] = view.units.flatMap(({ lines }) => lines.filter(({ text }) => text !== null).map((line) => line.rule));
  const shown = shownReminders(view, { ...ALL, rule }, false);
  const lines = view.units.flatMap((unit) => unit.lines).filter((line) => line.rule === rule);
  expect(shown.units.flatMap((unit) => unit.lines)).toEqual(lines);
  expect(textsIn(shown)).toEqual(lines.flatMap(({ text }) => text ?? []));
});
