import { compare, type OutcomeBuilder } from "../changes/outcome";
import type { Enrolment } from "../schema/roster";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import type { ExportCode } from "../wording/export";
import * as say from "../wording/export";
import type { UnitSpellings } from "./sent-units";

/**
 * Each unit's people by 报名编号: those whose 工作单位 is its full name or one of its aliases. Names that are no unit's, or
 * several units', are reported, each once.
 */
export function peopleOfUnits(
  out: OutcomeBuilder<ExportCode>,
  snapshot: Pick<Snapshot, "roster">,
  spellings: UnitSpellings,
): ReadonlyMap<string, readonly Enrolment[]> {
  const people = new Map<string, Enrolment[]>();
  for (const [written, rows] of bySpelling(snapshot.roster)) {
    const owner = spellings.owner(written);
    if (owner.kind === "one") people.set(owner.unit, [...(people.get(owner.unit) ?? []), ...rows]);
    else report(out, written, rows, owner);
  }
  for (const rows of people.values()) rows.sort((a, b) => compare(a.key, b.key));
  return people;
}

function bySpelling(roster: readonly Enrolment[]): ReadonlyMap<string, Enrolment[]> {
  const spellings = new Map<string, Enrolment[]>();
  for (const row of roster) {
    const written = textOf(row.unit);
    const rows = spellings.get(written);
    if (rows) rows.push(row);
    else spellings.set(written, [row]);
  }
  return spellings;
}

function report(
  out: OutcomeBuilder<ExportCode>,
  written: string,
  rows: readonly Enrolment[],
  owner: Exclude<ReturnType<UnitSpellings["owner"]>, { kind: "one" }>,
): void {
  const first = rows.map(({ key }) => key).sort(compare)[0] ?? null;
  const find = (code: "X01" | "X02" | "X03", message: string) => out.find(code, "roster", first, "unit", message);
  if (written === "") find("X02", say.noUnit(rows.length));
  else if (owner.kind === "shared") find("X03", say.sharedName(written, owner.units, rows.length));
  else find("X01", say.unknownUnit(written, rows.length, owner.near));
}
