import { optional, orElse } from "../../../../apps-script/domain/operations/inputs/field";
import * as field from "../../../../apps-script/domain/operations/inputs/fields";
import { RUNS } from "../../../../apps-script/domain/schema/records";
import { todayView } from "../../../../apps-script/domain/views/today";
import * as say from "../../wording/views";
import { facts, moment, part, runRow, shown } from "./parts";
import { shownView } from "./shown-view";

export const today = shownView({
  id: "today",
  title: say.todayTitle,
  about: say.todayAbout,
  question: {
    clerk: orElse(field.text({ title: RUNS.columns.clerk.title, note: say.clerkNote }), ""),
    since: optional(field.day({ title: say.sinceTitle, isPast: true })),
  },
  view: todayView,
  lines: ({ today: day, lines, open, blocking, lastRun, lastAll, others }) => [
    say.todayHead(day, open, blocking),
    ...lines.map(({ sentence }) => `  ${shown(sentence)}`),
    ...part(say.lastRunTitle, lastRun === null ? [] : [`${runRow(lastRun)}  ${say.canUndo(lastRun.canUndo)}`]),
    ...facts([[say.lastAll, moment(lastAll)]]),
    ...part(say.othersTitle, others.map(runRow)),
  ],
});
