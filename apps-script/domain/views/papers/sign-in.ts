import { addDays, type Day } from "../../days/civil-day";
import * as field from "../../operations/inputs/fields";
import type { TrainingClass } from "../../plan/training-class";
import * as say from "../../wording/printed";
import { absentFrom } from "../class";
import type { Listed } from "../everybody";
import { definePaper } from "./define-paper";
import { ON_CLASS, paperOfClass, sortedOut } from "./of-class";
import type { Part } from "./paper";
import { byHand, ordinal, peopleTable, SIGNED_ROW, textColumn } from "./people-table";

const COLUMNS = [
  ordinal,
  textColumn("name", 26),
  textColumn("unit", 60),
  byHand(say.signIn.morning, 34),
  byHand(say.signIn.afternoon, 34),
  byHand(say.signIn.absent, 22),
];

/** More than a class of any plan lasts: a year mistaken in 学习时间 prints no thousand sheets. */
const MOST_DAYS = 60;

/** 签到表: a sheet for every day of the class, weekends too: the notice's classes go through them. */
export const signIn = definePaper({
  id: "sign-in",
  title: say.signIn.title,
  about: say.signIn.about,
  question: { class: field.trainingClass(ON_CLASS) },
  make: (snapshot, context, { class: name }) => {
    const { one, people, withdrawn } = paperOfClass(snapshot, context, name);
    const isAbsent = absentFrom(one, snapshot, context);
    const { listed, leftOut } = sortedOut(people, ({ row }) => (isAbsent(row) ? say.noShow : null));
    const days = studyDays(one);
    return {
      name: say.nameOf(one.name, say.signIn.title),
      look: "portrait",
      people: listed.length,
      leftOut: [...withdrawn, ...leftOut],
      parts: days.length === 0 ? [partOf(one, listed, null)] : days.map((day) => partOf(one, listed, day)),
    };
  },
});

/** First to last day of 学习时间, both included; none where the plan does not say them. */
export function studyDays({ studyFrom, studyTo }: Pick<TrainingClass, "studyFrom" | "studyTo">): Day[] {
  const first = studyFrom ?? studyTo;
  const last = studyTo ?? studyFrom;
  const days: Day[] = [];
  if (first === null || last === null) return days;
  for (let day = first; day <= last && days.length < MOST_DAYS; day = addDays(day, 1)) days.push(day);
  return days;
}

function partOf(one: TrainingClass, people: readonly Listed[], day: Day | null): Part {
  const { title, expected } = say.signIn;
  return {
    name: day === null ? title : say.dayWords(day),
    title: say.titleOf(one.name, title),
    facts: [
      { label: say.date, value: day === null ? null : say.dayWithWeekday(day) },
      { label: say.place, value: one.place },
      { label: expected, value: people.length },
    ],
    blocks: [
      peopleTable(COLUMNS, people, SIGNED_ROW),
      { kind: "facts", across: 2, facts: say.signIn.below.map((label) => ({ label, value: null })) },
    ],
  };
}
