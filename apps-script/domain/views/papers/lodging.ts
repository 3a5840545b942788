import * as field from "../../operations/inputs/fields";
import { readDocument } from "../../people/documents";
import type { Context } from "../../rules/context";
import { hasEnded } from "../../rules/standing";
import * as say from "../../wording/printed";
import * as words from "../../wording/printed-units";
import { absentFrom } from "../class";
import { definePaper } from "./define-paper";
import { ON_CLASS, paperOfClass, sortedOut } from "./of-class";
import { oneTable } from "./one-table";
import { byHand, ordinal, type PersonColumn, peopleTable, READ_ROW, textColumn } from "./people-table";

const { title, about, sex, room, from, to, women, men, sexUnknown, below } = words.lodging;

/** 食宿名单 for the venue: names and units, and whom to lodge together; no ids and no phones. */
export const lodging = definePaper({
  id: "lodging",
  title,
  about,
  question: { class: field.trainingClass(ON_CLASS) },
  make: (snapshot, context, { class: name }) => {
    const { one, people, withdrawn } = paperOfClass(snapshot, context, name);
    const isAbsent = absentFrom(one, snapshot, context);
    const { listed, leftOut } = sortedOut(people, ({ row }) => {
      if (isAbsent(row)) return say.noShow;
      return hasEnded(row) ? say.ended : null;
    });
    const sexColumn = sexOf(context);
    const count = (word: string | null): number => listed.filter(({ row }) => sexColumn.cell(row, 0) === word).length;
    return oneTable(one, {
      ...{ title, look: "portrait", people: listed.length, leftOut: [...withdrawn, ...leftOut] },
      facts: [
        ...say.classFacts(one, listed.length),
        { label: men, value: count(men) },
        { label: women, value: count(women) },
        { label: sexUnknown, value: count(null) },
      ],
      table: peopleTable(columnsWith(sexColumn), listed, READ_ROW),
      ...{ below, across: 2 },
    });
  },
});

const columnsWith = (sexColumn: PersonColumn): readonly PersonColumn[] => [
  ordinal,
  textColumn("name", 26),
  sexColumn,
  textColumn("unit", 60),
  byHand(room, 20),
  byHand(from, 20),
  byHand(to, 20),
  byHand(say.note, 20),
];

/** What a valid id says of it; else it is asked for. */
const sexOf = ({ today }: Context): PersonColumn => ({
  title: sex,
  width: 10,
  kind: "text",
  align: "center",
  cell: ({ idNumber, idType }) => {
    const { problems, sex: said } = readDocument(idNumber, idType, today);
    return problems.length === 0 ? said : null;
  },
});
