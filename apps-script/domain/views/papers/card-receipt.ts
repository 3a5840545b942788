import * as field from "../../operations/inputs/fields";
import { ROSTER } from "../../schema/roster";
import { textOf } from "../../snapshot/value";
import * as say from "../../wording/printed";
import { definePaper } from "./define-paper";
import { ON_CLASS } from "./of-class";
import { byHand, dayColumn, ordinal, type PersonColumn, textColumn } from "./people-table";
import { receiptList } from "./receipt-list";

const card: PersonColumn = {
  title: ROSTER.columns.card.title,
  width: 34,
  kind: "code",
  align: "left",
  cell: (row) => textOf(row.card) || null,
};

const COLUMNS = [
  ordinal,
  textColumn("name", 26),
  textColumn("unit", 60),
  card,
  dayColumn("cardTakenOn", 24),
  byHand(say.takerSigns, 32),
];

/** 模拟卡领取签收表: numbers alone, no passwords. */
export const cardReceipt = definePaper({
  id: "card-receipt",
  title: say.cardReceipt.title,
  about: say.cardReceipt.about,
  question: { class: field.trainingClass(ON_CLASS) },
  make: (snapshot, context, { class: name }) =>
    receiptList(snapshot, context, name, {
      title: say.cardReceipt.title,
      columns: COLUMNS,
      why: ({ row }) => (textOf(row.card) === "" ? say.cardReceipt.noCard : null),
    }),
});
