import { nothingDone } from "../../apps-script/domain/operations/beforehand";
import { decideAway } from "../../apps-script/domain/operations/earlier-decision";
import type { Host } from "../../apps-script/domain/operations/host";
import { type Operation, tablesOf } from "../../apps-script/domain/operations/operation";
import { NOT_APPLIED, type Receipt } from "../../apps-script/domain/operations/receipt";
import type { Terms } from "../../apps-script/domain/operations/run";
import { commit, perform } from "../../node-sync/src/perform";

export const BUILD = "this program";

/** How an operation comes to be performed. */
export type Way = (host: Host, operation: Operation, terms: Terms) => Promise<Receipt>;

/** As a page does it: reads, decides, sends the decision as JSON; when the workbook says something else by now, once more. */
const performAway: Way = async (host, operation, terms) => {
  for (let round = 0; ; round++) {
    const { prepared, text } = decideAway(await host.read(tablesOf(operation)), operation, terms.today, BUILD);
    if (terms.dryRun) return { ...prepared, ...nothingDone, ...NOT_APPLIED };
    const receipt = await commit(host, text, terms, BUILD);
    if (receipt.isChanged && round < 5) continue;
    const told = new Map(
      [...receipt.changes.findings, ...prepared.changes.findings].map((one) => [`${one.code} ${one.table} ${one.row}`, one]),
    );
    return { ...receipt, kept: prepared.kept, changes: { ...receipt.changes, findings: [...told.values()] } };
  }
};

const BOTH: readonly (readonly [string, Way])[] = [
  ["decided where it is written", perform],
  ["decided elsewhere and sent", performAway],
];

/** Of the farther time zones both in the soak alone: what is sent knows no clock. */
export const WAYS = process.env.ANPEI_SOAK || process.env.TZ === "Asia/Shanghai" ? BOTH : BOTH.slice(0, 1);
