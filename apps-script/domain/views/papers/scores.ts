import * as field from "../../operations/inputs/fields";
import { sittingsOf } from "../../operations/lists/sittings";
import { hasCome } from "../../rules/assign/attendance";
import { EXAM } from "../../schema/allowed";
import { ROSTER } from "../../schema/roster";
import * as say from "../../wording/printed";
import type { Listed } from "../everybody";
import { definePaper } from "./define-paper";
import { ON_CLASS, paperOfClass, sortedOut } from "./of-class";
import type { Fact } from "./paper";
import { dayColumn, ordinal, type PersonColumn, peopleTable, READ_ROW, textColumn } from "./people-table";

const result: PersonColumn = {
  title: say.scores.result,
  width: 18,
  kind: "text",
  align: "center",
  cell: ({ exam }) => (isResult(exam) ? exam : null),
};

const score: PersonColumn = {
  title: ROSTER.columns.score.title,
  width: 14,
  kind: "number",
  align: "center",
  cell: (row) => row.score,
};

const sittings: PersonColumn = {
  title: say.scores.sittings,
  width: 14,
  kind: "number",
  align: "center",
  cell: (row) => sittingsOf(row).length || null,
};

const COLUMNS = [
  ordinal,
  textColumn("name", 26),
  textColumn("unit", 48),
  textColumn("post", 34),
  dayColumn("examOn", 22),
  sittings,
  score,
  result,
];

const isResult = (exam: string | null): boolean => exam === EXAM.passed || exam === EXAM.failed || exam === EXAM.absent;

/** 成绩表: everybody of a class who came, with the last result; where there is none yet it is written by hand. */
export const scores = definePaper({
  id: "scores",
  title: say.scores.title,
  about: say.scores.about,
  question: { class: field.trainingClass(ON_CLASS) },
  make: (snapshot, context, { class: name }) => {
    const { one, people, withdrawn } = paperOfClass(snapshot, context, name);
    const { listed, leftOut } = sortedOut(people, ({ row }) => (hasCome(row) ? null : say.notCome));
    const { title, below } = say.scores;
    return {
      name: say.nameOf(one.name, title),
      look: "portrait",
      people: listed.length,
      leftOut: [...withdrawn, ...leftOut],
      parts: [
        {
          name: title,
          title: say.titleOf(one.name, title),
          facts: resultFacts(listed, context.settings.passMark),
          blocks: [
            peopleTable(COLUMNS, listed, READ_ROW),
            { kind: "facts", across: 3, facts: below.map((label) => ({ label, value: null })) },
          ],
        },
      ],
    };
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
