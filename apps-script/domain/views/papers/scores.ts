import * as field from "../../operations/inputs/fields";
import { hasCome } from "../../rules/assign/attendance";
import { EXAM } from "../../schema/allowed";
import * as say from "../../wording/printed";
import type { Listed } from "../everybody";
import { definePaper } from "./define-paper";
import { resultColumn, scoreColumn, sittingsColumn } from "./exam-columns";
import { ON_CLASS, paperOfClass, sortedOut } from "./of-class";
import { oneTable } from "./one-table";
import type { Fact } from "./paper";
import { dayColumn, ordinal, peopleTable, READ_ROW, textColumn } from "./people-table";

const COLUMNS = [
  ordinal,
  textColumn("name", 24),
  textColumn("unit", 52),
  textColumn("post", 34),
  dayColumn("examOn", 22),
  sittingsColumn,
  scoreColumn,
  resultColumn,
];

/** 成绩表: everybody of a class who came, with the last result; where there is none yet it is written by hand. */
export const scores = definePaper({
  id: "scores",
  title: say.scores.title,
  about: say.scores.about,
  question: { class: field.trainingClass(ON_CLASS) },
  make: (snapshot, context, { class: name }) => {
    const { one, people, withdrawn } = paperOfClass(snapshot, context, name);
    const { listed, leftOut } = sortedOut(people, ({ row }) => (hasCome(row) ? null : say.notCome));
    return oneTable(one, {
      ...{ title: say.scores.title, look: "portrait", people: listed.length, leftOut: [...withdrawn, ...leftOut] },
      facts: resultFacts(listed, context.settings.passMark),
      table: peopleTable(COLUMNS, listed, READ_ROW),
      below: say.scores.below,
    });
  },
});

function resultFacts(people: readonly Listed[], passMark: number): readonly Fact[] {
  const count = (word: string): number => people.filter(({ row }) => row.exam === word).length;
  return [
    { label: say.headcount, value: people.length },
    ...[EXAM.passed, EXAM.failed, EXAM.absent].map((word) => ({ label: word, value: count(word) })),
    { label: say.scores.passMark, value: passMark },
  ];
}
