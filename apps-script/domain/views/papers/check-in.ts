import { checkInForm, FORM_COLUMNS, FORM_METHODS, FORM_PAPERS, formTitleOf } from "../../operations/desk/check-in-form";
import * as field from "../../operations/inputs/fields";
import { hasEnded } from "../../rules/standing";
import { ROSTER } from "../../schema/roster";
import type { Value } from "../../snapshot/value";
import * as form from "../../wording/check-in-form";
import * as say from "../../wording/printed";
import type { Listed } from "../everybody";
import { definePaper } from "./define-paper";
import { ON_CLASS, paperOfClass, sortedOut } from "./of-class";
import { oneTable } from "./one-table";
import type { PaperColumn } from "./paper";

const PAPERS = FORM_PAPERS.map(formTitleOf);
const { name, unit, feeDue, note, id } = ROSTER.columns;

/** The number of a line is for the program that takes the .xlsx back. */
const SHOWN = FORM_COLUMNS.filter((title) => title !== id.title);
const COLUMNS = SHOWN.map(columnFor);

/** For people who come without being on the list. */
const SPARE_LINES = 6;
const ROW = 9;

/** 报到收费表 to be filled in by hand; as the .xlsx that 报到 takes back it is written by `print check-in`. */
export const checkIn = definePaper({
  id: "check-in",
  title: form.FORM_TITLE,
  about: say.checkIn.about,
  question: { class: field.trainingClass(ON_CLASS) },
  make: (snapshot, context, { class: name }) => {
    const { one, people, withdrawn } = paperOfClass(snapshot, context, name);
    const { lines } = checkInForm(snapshot, context, one, "");
    const numbers = new Set(lines.map((cells) => cells[FORM_COLUMNS.indexOf(id.title)]));
    const { leftOut } = sortedOut(people, (listed) => (numbers.has(listed.row.key) ? null : whyNot(listed)));
    const rows = lines.map((cells) => cells.slice(0, SHOWN.length));
    return oneTable(one, {
      ...{ title: form.FORM_TITLE, look: "landscape", people: lines.length, leftOut: [...withdrawn, ...leftOut] },
      table: { kind: "table", columns: COLUMNS, rows: [...rows, ...spareLines()], rowHeight: ROW },
      below: say.checkIn.below,
    });
  },
});

function whyNot({ row, isRepeated }: Listed): string {
  if (isRepeated) return say.repeatedNumber;
  if (row.id === null) return say.noNumber;
  return hasEnded(row) ? say.ended : say.otherSpelling;
}

const spareLines = (): Value[][] =>
  Array.from({ length: SPARE_LINES }, () => SHOWN.map((title) => (isBox(title) ? form.box : null)));

const isBox = (title: string): boolean => title === form.cameTitle || PAPERS.includes(title);

function columnFor(title: string): PaperColumn {
  if (title === name.title) return { title, width: 26, kind: "text", align: "left" };
  if (title === unit.title) return { title, width: 60, kind: "text", align: "left" };
  if (title === feeDue.title || title === form.openTitle) return { title, width: 17, kind: "money", align: "right" };
  if (PAPERS.includes(title)) return { title, group: say.checkIn.papers, width: 18, kind: "text", align: "center" };
  if (FORM_METHODS.some((method) => method === title))
    return { title, group: say.checkIn.money, width: 17, kind: "money", align: "right" };
  return title === note.title
    ? { title, width: 21, kind: "text", align: "left" }
    : { title, width: 13, kind: "text", align: "center" };
}
