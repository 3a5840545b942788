import { type Outcome, OutcomeBuilder } from "../changes/outcome";
import { once } from "../naming/once";
import { documentKey } from "../people/same-person";
import { TABLES } from "../schema/index";
import type { Enrolment } from "../schema/roster";
import { SETTING_SPECS, type SettingName } from "../schema/settings";
import type { SetAside, Snapshot } from "../snapshot/snapshot";
import type { WorkbookCode } from "../wording/workbook";
import * as say from "../wording/workbook";
import type { Context } from "./context";
import { enrolmentNumbers, type Numberer, paymentNumbers, personNumbers } from "./numberer";

/**
 * Before anything else, rows typed straight into 名册 and 缴费 get their number; lines written under them (合计) get none.
 * Numbers only go up: the counter in 设置 remembers the highest one given, also when its row is gone. The same 证件号 gets
 * the same 人员编号; an id that a spreadsheet turned into a number is damaged and never matched.
 */
export function numberRows(snapshot: Snapshot, context: Context): Outcome {
  const out = new OutcomeBuilder<WorkbookCode>();
  const { settings } = context;
  for (const aside of snapshot.repeated) reportAside(out, aside);
  const enrolments = enrolmentNumbers(snapshot, settings);
  const people = personNumbers(snapshot, settings);
  const payments = paymentNumbers(snapshot, settings);
  const known = once(() => personsById(snapshot.roster));
  for (const row of snapshot.roster) {
    if (row.id === null) out.set("roster", row, "id", enrolments.next(), say.numberedRow);
    if (row.person === null) out.set("roster", row, "person", personOf(row, known(), people), say.numberedPerson);
  }
  for (const row of snapshot.payments) if (row.id === null) out.set("payments", row, "id", payments.next(), say.numberedRow);
  remember(out, snapshot, "enrolmentCounter", settings.enrolmentCounter, enrolments.last());
  remember(out, snapshot, "personCounter", settings.personCounter, people.last());
  remember(out, snapshot, "paymentCounter", settings.paymentCounter, payments.last());
  return out.done();
}

function reportAside(out: OutcomeBuilder<WorkbookCode>, { table, key, at, line }: SetAside): void {
  const { title } = TABLES[table];
  const [only, ...more] = at;
  if (line !== undefined) {
    out.find("W08", table, line || say.rowAddress(only ?? 0), null, say.writtenLine(title, only ?? 0, line));
  } else if (only !== undefined && more.length === 0) {
    out.find("W06", table, key, null, say.formulaKey(title, only));
  } else out.find("W01", table, key, null, say.repeatedKey(title, key, at));
}

/** 人员编号 by 证件号, the first that is there. */
function personsById(roster: Snapshot["roster"]): Map<string, string> {
  const known = new Map<string, string>();
  for (const row of roster) {
    const id = documentKey(row);
    if (id !== null && typeof row.person === "string" && !known.has(id)) known.set(id, row.person);
  }
  return known;
}

function personOf(row: Pick<Enrolment, "idNumber">, known: Map<string, string>, people: Numberer): string {
  const key = documentKey(row);
  const existing = key === null ? undefined : known.get(key);
  if (existing !== undefined) return existing;
  const fresh = people.next();
  if (key !== null) known.set(key, fresh);
  return fresh;
}

/** Writes a counter back when it went up. */
export function remember(out: OutcomeBuilder, snapshot: Snapshot, name: SettingName, before: number, after: number): void {
  if (after <= before) return;
  const spec = SETTING_SPECS[name];
  const row = snapshot.settings.find((candidate) => candidate.item === spec.item);
  if (row) out.set("settings", row, "value", after, spec.note);
  else out.add("settings", { item: spec.item, value: after, note: spec.note }, spec.note);
}
