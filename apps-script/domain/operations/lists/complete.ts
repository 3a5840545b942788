import { isReported } from "../../rules/assign/attendance";
import { classFinder } from "../../rules/class-finder";
import { hasEnded } from "../../rules/standing";
import { ROSTER } from "../../schema/roster";
import * as say from "../../wording/lists";
import { whoIs } from "../../wording/roster";
import { defineOperation } from "../define-operation";
import { toldOf } from "../desk/told";
import { optional } from "../inputs/field";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";

/** 结业: the people of a class who reported in have been trained, but for those who were absent. */
export const complete = defineOperation({
  id: "complete",
  title: say.COMPLETE_TITLE,
  about: say.completeAbout,
  input: {
    class: field.trainingClass({ title: ROSTER.columns.class.title }),
    absent: optional(people({ title: say.absentTitle })),
    day: optional(field.day({ title: ROSTER.columns.trained.title, note: say.completeDayNote, isPast: true })),
  },
  example: { input: { class: "再培训班第一期" }, today: "2024-03-20" },
  decide: (run, { class: name, absent, day }) => {
    const { studyTo = null } = classFinder(run.snapshot).named(name) ?? {};
    const { today } = run.context;
    const wrong = (message: string): void => run.complain("class", { given: name, message, possible: [] });
    if (studyTo === null) wrong(say.classWithoutEnd);
    else if (studyTo > (day ?? today)) wrong(say.classNotOver(name, studyTo));
    const inClass = run.snapshot.roster.filter((row) => row.class === name && !hasEnded(row));
    const away = new Set(absent ?? []);
    const strangers = run.people([...away]).filter((row) => !inClass.some(({ key }) => key === row.key));
    if (strangers.length > 0) {
      run.complain("absent", {
        given: strangers.map(whoIs).join("、"),
        message: say.notInClass(strangers.map(whoIs)),
        possible: [],
      });
    }
    const came = run.asks(inClass.filter((row) => isReported(row) && !away.has(row.key)).map(({ key }) => key));
    if (came.length === 0) wrong(say.nobodyIn);
    for (const row of inClass.filter(({ key }) => !away.has(key) && !run.isLeftOut(key))) {
      if (!isReported(row)) run.out.find("K06", "roster", row.key, "trained", say.didNotCome(whoIs(row)));
    }
    const on = day ?? studyTo ?? today;
    const rows = came.filter(({ trained }) => trained === null);
    for (const row of rows) run.out.set("roster", row, "trained", on, say.COMPLETE_TITLE);
    return (after) => {
      const told = toldOf(
        rows,
        after,
        () => [say.completed(on)],
        () => "",
      );
      return { ...told, said: say.manyCompleted(name, rows.length, away.size) };
    };
  },
});
