import type { OutcomeBuilder } from "../../changes/outcome";
import { plainName } from "../../plan/classes";
import { CLASS_STATE } from "../../schema/allowed";
import type { Snapshot } from "../../snapshot/snapshot";
import { textOf } from "../../snapshot/value";
import * as say from "../../wording/site-list";
import type { SiteList } from "./kinds";
import type { SiteReading } from "./read";

/** By kind of list: the column that names a person's class in it, and the column of 培训计划 that says until when the class is known of. */
const DAYS = {
  预报名: { class: "preRegisteredClass", known: "signUpsListed" },
  省厅预约: { class: "bookedClass", known: "bookingsListed" },
  成绩: null,
} as const satisfies Readonly<Record<SiteList, object | null>>;

/** A list speaks of the classes that it names, and of its own day: the latest stands beside each class. */
export function recordDay(
  out: OutcomeBuilder,
  { plan }: Pick<Snapshot, "plan">,
  { kind, asOf, rows }: SiteReading & { readonly kind: SiteList; readonly asOf: string },
): void {
  const columns = DAYS[kind];
  if (columns === null) return;
  const named = new Set(rows.map(({ values }) => plainName(textOf(values.get(columns.class) ?? null))));
  const day = asOf.slice(0, "2024-01-01".length);
  for (const row of plan) {
    if (row.name === null || row.state === CLASS_STATE.stopped || !named.has(plainName(row.name))) continue;
    const known = row[columns.known];
    if (known === null || known < day) out.set("plan", row, columns.known, day, say.siteReason(kind, asOf));
  }
}
