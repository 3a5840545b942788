import { ANSWER, CLASS_STATE, LIGHT, LIGHTS, type Light, SEVERITIES } from "../../../../apps-script/domain/schema/allowed";
import type { Snapshot } from "../../../../apps-script/domain/snapshot/snapshot";
import { demo } from "../../demo/demo";
import { LAST_DAY } from "../../demo/late-list";
import type { DemoStep } from "../../demo/office";
import * as say from "../../wording/demo";
import { linesOf, oneLine } from "../../wording/plain-text";
import type { Run } from "../command";
import { termsOf } from "../session";
import { textTable } from "../text-table";

export const run: Run = async (common, [folder = "demo"]) => {
  const { book, steps, snapshot, files, stopped } = await demo(folder, termsOf(common).head);
  const done = [say.heading, "", linesOf(steps.flatMap(stepLines)), ""];
  if (snapshot === null) return { json: { book, steps }, text: done.join("\n"), needsPerson: false, stopped };
  const text = [
    ...done,
    say.classesHeading,
    indented(classTable(snapshot)),
    "",
    ...todoLines(snapshot),
    "",
    say.filesHeading,
    indented(textTable(say.fileColumns, files, 90)),
    oneLine(say.undoHint(book)),
    oneLine(say.openHint(book, LAST_DAY)),
  ].join("\n");
  return { json: { book, steps }, text, needsPerson: false, stopped };
};

function stepLines({ title, run: number, text, lines, table }: DemoStep, index: number): string[] {
  const head = `${index + 1}. ${title}${number ? `（${number}）` : ""}${text === "" ? "" : `：${text}`}`;
  const shown = table ? textTable(table.columns, table.rows, 70).split("\n") : [];
  return [head, ...[...lines, ...shown].map((line) => `    ${line}`)];
}

function classTable({ plan, roster }: Snapshot): string {
  const names = [...plan.filter((row) => row.state !== CLASS_STATE.stopped).map((row) => row.name), null];
  const main: readonly Light[] = [LIGHT.fine, LIGHT.tight, LIGHT.late];
  const rows = names.flatMap((name) => {
    const people = roster.filter((row) => row.class === name);
    if (name === null && people.length === 0) return [];
    const count = (light: string): number => people.filter((row) => row.light === light).length;
    const others = LIGHTS.filter((light) => !main.includes(light) && count(light) > 0).map((light) => `${light}${count(light)}`);
    const capacity = plan.find((row) => row.name === name)?.capacity;
    const seats = name === null ? "" : String(capacity ?? say.unlimited);
    const lights = main.map((light) => String(count(light) || ""));
    return [[name ?? say.noClass, String(people.length), seats, ...lights, others.join("、")]];
  });
  return textTable(say.classColumns, rows);
}

function todoLines({ todo }: Snapshot): string[] {
  const open = todo.filter((row) => row.answer === ANSWER.none && row.state === null);
  const people = open.filter((row) => row.phone !== null);
  const worst = SEVERITIES.flatMap((severity) => people.filter((row) => row.severity === severity).slice(0, 5));
  const rows = worst.map((row) => [row.severity ?? "", row.subject ?? "", row.content ?? ""]);
  return [say.todoHeading(open.length), indented(textTable(say.todoColumns, rows, 90))];
}

function indented(text: string): string {
  return text.replace(/^/gm, "  ");
}
