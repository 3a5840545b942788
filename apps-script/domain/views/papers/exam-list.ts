import * as field from "../../operations/inputs/fields";
import { hasFailedTwice, hasPassed } from "../../rules/standing";
import * as say from "../../wording/printed";
import type { Listed } from "../everybody";
import { definePaper } from "./define-paper";
import { aheadOnly, sittingColumn } from "./exam-columns";
import { ON_CLASS, paperOfClass, sortedOut } from "./of-class";
import { oneTable } from "./one-table";
import { byHand, dayColumn, ordinal, peopleTable, SIGNED_ROW, textColumn } from "./people-table";
import { tookPart } from "./took-part";

const COLUMNS = [
  ordinal,
  textColumn("name", 26),
  textColumn("idNumber", 44),
  textColumn("unit", 60),
  textColumn("post", 34),
  sittingColumn,
  aheadOnly(dayColumn("examOn", 24)),
  aheadOnly(textColumn("examPlace", 33)),
  byHand(say.signature, 30),
];

/** 考试名单: who of a class still has an exam to sit, a second one too. */
export const examList = definePaper({
  id: "exam-list",
  title: say.examList.title,
  about: say.examList.about,
  question: { class: field.trainingClass(ON_CLASS) },
  make: (snapshot, context, { class: name }) => {
    const { one, people, withdrawn } = paperOfClass(snapshot, context, name);
    const { listed, leftOut } = sortedOut(people, whyNot(people));
    return oneTable(one, {
      ...{ title: say.examList.title, look: "landscape", people: listed.length, leftOut: [...withdrawn, ...leftOut] },
      table: peopleTable(COLUMNS, listed, SIGNED_ROW),
      below: say.examList.below,
    });
  },
});

function whyNot(people: readonly Listed[]): (listed: Listed) => string | null {
  const whyAway = tookPart(people);
  return ({ row }) => {
    if (hasPassed(row)) return say.examList.passed;
    return hasFailedTwice(row) ? say.examList.failedTwice : whyAway(row);
  };
}
