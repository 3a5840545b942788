import { withChanges } from "../changes/advance";
import { combine } from "../changes/combine";
import { OutcomeBuilder } from "../changes/outcome";
import { type SiteCounts, type SiteFile, takeSiteList } from "../merge/site/take";
import { contextOf } from "../rules/context";
import { numberRows } from "../rules/number-rows";
import { remember } from "../rules/paper-memory";
import { progress } from "../rules/progress";
import { DIRECTION } from "../schema/allowed";
import type { Snapshot } from "../snapshot/snapshot";
import { siteTitle } from "../wording/site-list";
import type { Reporting } from "./operation";

/**
 * Takes in one list; the report says what became of its rows. 往来 keeps the moment it speaks of, so that an older list never
 * undoes a newer one.
 */
export function siteImport(list: SiteFile): Reporting<SiteCounts> {
  return {
    id: "import",
    title: siteTitle(list.kind),
    decide: (snapshot, context) => {
      const numbered = numberRows(snapshot, context);
      const now = withChanges(snapshot, numbered);
      const out = new OutcomeBuilder();
      const counts = takeSiteList(out, now, list, context);
      if (!isKnown(now, list)) record(out, now, list, counts);
      const taken = out.done();
      const after = withChanges(now, taken);
      const touched = new Set(taken.cells.map((cell) => cell.row));
      const remembered = new OutcomeBuilder();
      if (list.kind === "省厅预约") remember(remembered, after, touched);
      const followed = progress(after, contextOf(after, context.today), touched);
      return { ...combine([numbered, taken, remembered.done(), followed], { ...counts }), report: counts };
    },
  };
}

function isKnown(snapshot: Snapshot, { kind, fingerprint }: SiteFile): boolean {
  return snapshot.exchanges.some((row) => row.exchange === kind && row.fingerprint === fingerprint);
}

function record(out: OutcomeBuilder, snapshot: Snapshot, { kind, file, fingerprint, asOf }: SiteFile, counts: SiteCounts): void {
  const generation = snapshot.exchanges.filter((row) => row.exchange === kind).length + 1;
  const { total, changed, refused } = counts;
  out.add("exchanges", {
    exchange: kind,
    direction: DIRECTION.received,
    generation,
    file,
    fingerprint,
    people: total,
    added: 0,
    updated: changed,
    conflicts: 0,
    refused,
    time: asOf,
  });
}
