import type { Context } from "../../rules/context";
import type { Snapshot } from "../../snapshot/snapshot";
import * as say from "../../wording/printed";
import type { Listed } from "../everybody";
import { paperOfClass, sortedOut } from "./of-class";
import { oneTable } from "./one-table";
import type { Paper } from "./paper";
import { type PersonColumn, peopleTable, SIGNED_ROW } from "./people-table";

interface ReceiptList {
  readonly title: string;
  readonly columns: readonly PersonColumn[];
  /** Why somebody has nothing to sign for; `null` of who has. */
  readonly why: (listed: Listed) => string | null;
}

/** A list of a class on which each person signs for what was handed over. */
export function receiptList(
  snapshot: Snapshot,
  context: Context,
  name: string,
  { title, columns, why }: ReceiptList,
): Omit<Paper, "kind"> {
  const { one, people, withdrawn } = paperOfClass(snapshot, context, name);
  const { listed, leftOut } = sortedOut(people, why);
  return oneTable(one, {
    ...{ title, look: "portrait", people: listed.length, leftOut: [...withdrawn, ...leftOut] },
    table: peopleTable(columns, listed, SIGNED_ROW),
    ...{ below: say.handedOver, across: 2 },
  });
}
