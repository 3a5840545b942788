import { sittingsOf } from "../../operations/lists/sittings";
import { EXAM } from "../../schema/allowed";
import { ROSTER } from "../../schema/roster";
import * as say from "../../wording/printed";
import type { PersonColumn } from "./people-table";

/** What lists say of the exam. */

/** The first exam of an enrolment or its second one. */
export const sittingColumn: PersonColumn = {
  title: say.examList.sitting,
  width: 12,
  kind: "text",
  align: "center",
  cell: (row) => (sittingsOf(row).length > 0 ? say.examList.again : say.examList.first),
};

/** Of the exam that is still to be sat; where the last one is told of, the next one's is written by hand. */
export const aheadOnly = (column: PersonColumn): PersonColumn => ({
  ...column,
  cell: (row, at) => (isResult(row.exam) ? null : column.cell(row, at)),
});

export const resultColumn: PersonColumn = {
  title: say.scores.result,
  width: 14,
  kind: "text",
  align: "center",
  cell: ({ exam }) => (isResult(exam) ? exam : null),
};

export const scoreColumn: PersonColumn = {
  title: ROSTER.columns.score.title,
  width: 12,
  kind: "number",
  align: "center",
  cell: (row) => row.score,
};

export const sittingsColumn: PersonColumn = {
  title: say.scores.sittings,
  width: 18,
  kind: "number",
  align: "center",
  cell: (row) => sittingsOf(row).length || null,
};

const isResult = (exam: string | null): boolean => exam === EXAM.passed || exam === EXAM.failed || exam === EXAM.absent;
