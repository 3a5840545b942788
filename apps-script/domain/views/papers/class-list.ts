import * as field from "../../operations/inputs/fields";
import { ROSTER } from "../../schema/roster";
import { textOf } from "../../snapshot/value";
import * as say from "../../wording/printed";
import { definePaper } from "./define-paper";
import { ON_CLASS, paperOfClass } from "./of-class";
import type { PaperColumn } from "./paper";

const { columns } = ROSTER;

const COLUMNS: readonly PaperColumn[] = [
  { title: say.ordinal, width: 10, kind: "number", align: "center" },
  { title: columns.name.title, width: 28, kind: "text", align: "left" },
  { title: columns.unit.title, width: 62, kind: "text", align: "left" },
  { title: columns.post.title, width: 34, kind: "text", align: "left" },
  { title: columns.idNumber.title, width: 42, kind: "text", align: "left" },
  { title: columns.mobile.title, width: 28, kind: "text", align: "left" },
  { title: columns.validUntil.title, width: 26, kind: "day", align: "center" },
  { title: say.note, width: 30, kind: "text", align: "left" },
];

export const classList = definePaper({
  id: "class-list",
  ...say.classList,
  question: { class: field.trainingClass(ON_CLASS) },
  make: (snapshot, _context, { class: name }) => {
    const { one, people } = paperOfClass(snapshot, name);
    const rows = people.map(({ row }, at) => [
      at + 1,
      row.name,
      row.unit,
      row.post,
      textOf(row.idNumber),
      textOf(row.mobile),
      row.validUntil,
      null,
    ]);
    return {
      name: say.nameOf(one.name, say.classList.title),
      look: "landscape",
      people: people.length,
      leftOut: [],
      parts: [
        {
          name: say.classList.title,
          title: say.titleOf(one.name, say.classList.title),
          facts: say.classFacts(one, people.length),
          blocks: [{ kind: "table", columns: COLUMNS, rows, rowHeight: 8 }],
        },
      ],
    };
  },
});
