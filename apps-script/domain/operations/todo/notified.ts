import { withChanges } from "../../changes/advance";
import { plainName } from "../../plan/classes";
import { isShownLine } from "../../rules/todo-answers";
import { todoOutcome } from "../../rules/todo-now";
import { MEANS, MEANS_OF_TELLING, MOVER } from "../../schema/allowed";
import { ROSTER } from "../../schema/roster";
import { TODOS, type TodoRow } from "../../schema/tables";
import { listed } from "../../snapshot/listed";
import * as desk from "../../wording/desk";
import * as say from "../../wording/notified";
import type { ClerkRun } from "../clerk-run";
import { defineOperation } from "../define-operation";
import type { InputOf } from "../inputs/define-input";
import { optional, orToday } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";
import { linesField } from "./lines-field";
import { telling } from "./telling";

/** `打电话`, `微信群`, `发短信`. */
function meansIn(written: string) {
  if (written === say.calledWord) return MEANS.phone;
  return MEANS_OF_TELLING.find((word) => written.includes(word)) ?? null;
}

const { columns } = TODOS;
const input = {
  people: optional(people({ title: desk.PEOPLE_TITLE })),
  unit: optional(field.unit({ title: columns.unit.title })),
  class: optional(field.trainingClass({ title: ROSTER.columns.class.title })),
  rule: optional(field.text({ title: columns.rule.title, note: say.ruleNote })),
  lines: optional(linesField({ title: say.linesTitle, note: say.linesNote })),
  by: field.choice({
    title: columns.toldBy.title,
    words: MEANS_OF_TELLING,
    meaning: meansIn,
  }),
  day: orToday(field.day({ title: columns.toldOn.title, isPast: true })),
};
type Given = InputOf<typeof input>;

/** 标记已通知: the lines of 待办 of which somebody was told rest until 再提醒日, or until the matter changes. */
export const notified = defineOperation({
  id: "notified",
  title: say.NOTIFIED_TITLE,
  about: say.notifiedAbout,
  input,
  tables: ["todo", "exchanges"],
  example: { input: { rule: "已预报名未预约", by: MEANS.phone }, today: "2024-03-14" },
  decide: (run, given) => {
    const current = todoOutcome(run.snapshot, run.context);
    const found = chosen(run, given, withChanges(run.snapshot, current).todo.filter(isShownLine));
    run.asks(found.flatMap(peopleIn));
    const toldIn = (line: TodoRow) => peopleIn(line).filter((key) => !run.isLeftOut(key));
    const lines = found.filter((line) => peopleIn(line).length === 0 || toldIn(line).length > 0);
    const tell = telling(run, current, given);
    const sentences: Record<string, string> = {};
    for (const line of lines) {
      const sentence = say.lineNotified(line.rule ?? "", tell(line));
      for (const key of toldIn(line)) sentences[key] = [sentences[key] ?? [], sentence].flat().join("；");
    }
    return () => ({ said: say.notified(lines.length, given.by, given.day), people: sentences });
  },
});

const peopleIn = ({ people: keys }: TodoRow): readonly string[] => listed(keys);

/** The lines that all that was given is true of. Where neither rule nor line is named, those of which somebody outside is told. */
function chosen(run: ClerkRun, given: Given, lines: readonly TodoRow[]): readonly TodoRow[] {
  const { people: keys, unit, class: name, rule, lines: ids } = given;
  if ([keys, unit, name, rule, ids].every((one) => one === null)) {
    run.complain("people", { given: "", message: say.sayWhich, possible: [] });
    return [];
  }
  const isNamed = rule !== null || ids !== null;
  const found = lines.filter(
    (line) =>
      (keys === null || peopleIn(line).some((key) => keys.includes(key))) &&
      (unit === null || line.unit === unit) &&
      (name === null || (line.class !== null && plainName(line.class) === plainName(name))) &&
      (rule === null || (line.rule ?? "").includes(rule)) &&
      (ids === null || ids.includes(line.key)) &&
      (isNamed || line.whose !== MOVER.centre || line.code === CHANGED),
  );
  const missing = ids?.filter((id) => !lines.some(({ key }) => key === id)) ?? [];
  if (missing.length > 0) run.complain("lines", { given: missing.join("、"), message: say.noSuchLine, possible: [] });
  else if (found.length === 0) complainOfNone(run, given, lines);
  return found;
}

/** 班级已改，尚未通知: it is the centre's move, and that is to tell. */
const CHANGED = "A25";

function complainOfNone(run: ClerkRun, { rule }: Given, lines: readonly TodoRow[]): void {
  const possible = [...new Set(lines.flatMap((line) => line.rule ?? []))].sort();
  if (rule === null) run.complain("people", { given: "", message: say.nothingToTell, possible: [] });
  else run.complain("rule", { given: rule, message: say.nothingToTell, possible });
}
