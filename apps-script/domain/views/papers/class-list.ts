import * as field from "../../operations/inputs/fields";
import * as say from "../../wording/printed";
import { definePaper } from "./define-paper";
import { ON_CLASS, paperOfClass } from "./of-class";
import { oneTable } from "./one-table";
import { byHand, dayColumn, ordinal, peopleTable, READ_ROW, textColumn } from "./people-table";

const COLUMNS = [
  ordinal,
  textColumn("name", 28),
  textColumn("unit", 62),
  textColumn("post", 34),
  textColumn("idNumber", 44),
  textColumn("mobile", 28),
  dayColumn("validUntil", 26),
  byHand(say.note, 41),
];

export const classList = definePaper({
  id: "class-list",
  ...say.classList,
  question: { class: field.trainingClass(ON_CLASS) },
  make: (snapshot, context, { class: name }) => {
    const { one, people, withdrawn } = paperOfClass(snapshot, context, name);
    return oneTable(one, {
      ...{ title: say.classList.title, look: "landscape", people: people.length, leftOut: withdrawn },
      table: peopleTable(COLUMNS, people, READ_ROW),
    });
  },
});
