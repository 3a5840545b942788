import type { Columns } from "../../schema/column";
import { TABLES, type TableName } from "../../schema/index";
import * as say from "../../wording/cells";

type KeptBy<C extends Columns> = { readonly [N in keyof C]?: string };
type Kept = { readonly [N in TableName]?: KeptBy<(typeof TABLES)[N]["columns"]> };

/** What to use instead of typing into a column that the program writes; columns that all rules work out are not listed. */
const KEPT: Kept = {
  roster: {
    class: say.instead.lockedClass,
    candidates: say.instead.lockedClass,
    missingPapers: say.instead.papers,
    feeDue: say.instead.fee,
    feePaid: say.instead.money,
    feeState: say.instead.money,
    card: say.instead.card,
    cardValidUntil: say.instead.card,
  },
  papers: { name: say.instead.roster, unit: say.instead.roster },
  payments: { unshared: say.instead.shares },
  cards: { enrolment: say.instead.card, takenOn: say.instead.card, boundOn: say.instead.card, validUntil: say.instead.card },
  conflicts: {
    base: say.instead.settle,
    ours: say.instead.settle,
    theirs: say.instead.settle,
    column: say.instead.settle,
    source: say.instead.settle,
  },
  todo: { state: say.instead.answer, content: say.instead.answer, rule: say.instead.answer, severity: say.instead.answer },
  plan: Object.fromEntries(
    Object.entries(TABLES.plan.columns).flatMap(([name, { owner }]) => (owner === "computed" ? [[name, say.instead.plan]] : [])),
  ),
};

/** Who writes a column of the program's, as a sentence goes on to say. */
export function ownerOf(table: TableName, column: string): string {
  const kept: Readonly<Record<string, string | undefined>> = KEPT[table] ?? {};
  return kept[column] ?? say.instead.all;
}
