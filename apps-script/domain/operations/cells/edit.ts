import type { TableName } from "../../schema/index";
import type { Enrolment } from "../../schema/roster";
import { textOf } from "../../snapshot/value";
import * as say from "../../wording/cells";
import type { ClerkRun } from "../clerk-run";
import { defineOperation } from "../define-operation";
import { toldOf } from "../desk/told";
import { balancesOf } from "../money/balances";
import { type CellEdit, cells, EDITED_TABLES } from "./cells-field";

/** Tables whose rows are about one enrolment, by the column that names it. */
const ABOUT: { readonly [N in TableName]?: string } = { roster: "key", papers: "key", cards: "enrolment" };

/**
 * 手工修改: cells as a clerk types them, each with what stood there before, so that nothing is typed over unseen. The row-local
 * columns of the people follow; money follows for those whom a payment was or is shared out to.
 */
export const edit = defineOperation({
  id: "edit",
  title: say.EDIT_TITLE,
  about: say.editAbout,
  input: { cells: cells({ title: say.cellsTitle, note: say.cellsNote }) },
  tables: EDITED_TABLES,
  example: { input: { cells: "名册|钱秀英|备注||下午到" }, today: "2024-03-20" },
  decide: (run, { cells: edits }) => {
    for (const { table, row, name, after } of edits) run.out.setCell(table, row, name, after, say.EDIT_TITLE);
    const rows = peopleOf(run, edits);
    const said = edits.map(say.editSaid);
    return (after) => {
      const partsOf = ({ key }: Enrolment): readonly string[] =>
        edits.filter((one) => enrolmentOf(one) === key).map((one) => say.cellChanged(one.column, one.before, one.after));
      const { people } = toldOf(rows, after, partsOf, () => "");
      const [only] = said;
      return { people, said: only !== undefined && said.length === 1 ? only : say.editedMany(edits.length, said) };
    };
  },
});

const enrolmentOf = ({ table, row }: CellEdit): string => textOf(row[ABOUT[table] ?? ""] ?? null);

/** The people whom the cells are about; those whom money of an edited payment goes to follow besides. */
function peopleOf(run: ClerkRun, edits: readonly CellEdit[]): readonly Enrolment[] {
  const payments = new Set(edits.flatMap(({ table, row }) => (table === "payments" ? [row.key] : [])));
  if (payments.size > 0) {
    const books = [run.snapshot, run.now()].map((snapshot) => balancesOf(snapshot, run.context));
    for (const payment of payments) {
      run.touchPayment(payment);
      run.people(books.flatMap(({ shares }) => [...shares(payment).keys()]));
    }
  }
  return run.people([...new Set(edits.map(enrolmentOf))].filter((key) => key !== ""));
}
