import type { Day } from "../../days/civil-day";
import type { Cents, Method } from "../../rules/money/payment-amounts";
import type { Enrolment } from "../../schema/roster";
import * as say from "../../wording/money";
import type { ClerkRun } from "../clerk-run";
import type { Balances } from "../money/balances";
import { bookMoney } from "../money/take-money";

/** What was given at the desk: one sum for all, or with a method alone what each still has to pay. */
interface DeskMoney {
  readonly rows: readonly Enrolment[];
  readonly day: Day;
  readonly amount: Cents | null;
  readonly method: Method | null;
  readonly payer: string | null;
  readonly receipt: string | null;
}

export function takeAtDesk(run: ClerkRun, { rows, amount, method, ...given }: DeskMoney, { of }: Balances): void {
  const { payer, receipt } = given;
  if (method === null) {
    const isMoney = amount !== null || payer !== null || receipt !== null;
    if (isMoney) run.complain("method", { given: "", message: say.moneyNeedsMethod, possible: [] });
  } else if (amount !== null) {
    bookMoney(run, { ...given, cents: amount, method, payer: payer ?? soleName(rows), keys: rows.map(({ key }) => key) });
  } else {
    const owing = rows.filter((row) => of(row).open > 0);
    if (receipt !== null && owing.length > 1)
      run.complain("receipt", { given: receipt, message: say.oneReceiptEach, possible: [] });
    for (const row of owing) bookMoney(run, { ...given, cents: of(row).open, method, payer: payer ?? row.name, keys: [row.key] });
  }
}

function soleName(rows: readonly Enrolment[]): string | null {
  return rows.length === 1 ? (rows[0]?.name ?? null) : null;
}
