import * as field from "../../operations/inputs/fields";
import { hasPassed } from "../../rules/standing";
import * as say from "../../wording/printed";
import { definePaper } from "./define-paper";
import { ON_CLASS } from "./of-class";
import { byHand, dayColumn, ordinal, textColumn } from "./people-table";
import { receiptList } from "./receipt-list";

const COLUMNS = [
  ordinal,
  textColumn("name", 26),
  textColumn("unit", 42),
  textColumn("post", 34),
  dayColumn("newValidUntil", 22),
  byHand(say.takenOn, 22),
  byHand(say.takerSigns, 30),
];

/** 证书领取签收表: who of a class has passed signs for the certificate. */
export const certificateReceipt = definePaper({
  id: "certificate-receipt",
  title: say.certificateReceipt.title,
  about: say.certificateReceipt.about,
  question: { class: field.trainingClass(ON_CLASS) },
  make: (snapshot, context, { class: name }) =>
    receiptList(snapshot, context, name, {
      title: say.certificateReceipt.title,
      columns: COLUMNS,
      why: ({ row }) => (hasPassed(row) ? null : say.certificateReceipt.notPassed),
    }),
});
