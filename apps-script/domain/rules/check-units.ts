import { compare, type OutcomeBuilder } from "../changes/outcome";
import { canonicalUnit, unitStem } from "../people/canonical";
import { checkCreditCode } from "../people/credit-code";
import { unitsInUse } from "../people/units-in-use";
import type { Enrolment } from "../schema/roster";
import type { Unit } from "../schema/tables";
import { listed } from "../snapshot/listed";
import type { Snapshot } from "../snapshot/snapshot";
import type { PeopleCode } from "../wording/people";
import type { RosterCode } from "../wording/roster";
import * as say from "../wording/roster";

/**
 * Units: the credit codes and aliases of 单位, and the names in 名册 against it ("必须输入全称": a short name cannot be
 * changed in the provincial system). A name in 名册 is reported once, at the first enrolment that has it.
 */
export function checkUnits(out: OutcomeBuilder<RosterCode | PeopleCode>, snapshot: Snapshot, rows: readonly Enrolment[]): void {
  const units = unitsInUse(snapshot.units)
    .filter((unit) => unit.name !== null)
    .sort((a, b) => compare(a.key, b.key));
  for (const unit of units) checkCode(out, unit);
  const fullNames = new Map(units.map((unit) => [canonicalUnit(unit.key), unit.key]));
  const aliases = aliasesOf(out, units, fullNames);
  const used = usedNames(out, rows);
  const stems = stemsOf([...units.map((unit) => unit.key), ...[...used.values()].map(({ written }) => written)]);
  for (const [form, { written, first, count }] of used) {
    if (fullNames.has(form)) continue;
    const alias = aliases.get(form);
    if (alias !== undefined) {
      const message = say.unitIsAlias(written, alias, say.whoIs(first), count);
      out.find("R32", "roster", first.key, "unit", message, { advice: say.unitIsAliasAdvice(alias) });
      continue;
    }
    const similar = (stems.get(unitStem(written)) ?? []).find((name) => canonicalUnit(name) !== form) ?? null;
    const message = say.unitUnknown(written, say.whoIs(first), count, similar);
    out.find("R31", "roster", first.key, "unit", message, { advice: say.unitUnknownAdvice(similar) });
  }
}

function checkCode(out: OutcomeBuilder<PeopleCode>, unit: Unit): void {
  const sentence = typeof unit.creditCode === "number" ? say.creditIsNumber() : checkCreditCode(unit.creditCode ?? "");
  if (sentence === null) return;
  out.find("R18", "units", unit.key, "creditCode", say.creditOf(unit.key, sentence));
}

/** Alias form to full name; one that several units claim, or that is another's full name, means none of them. */
function aliasesOf(
  out: OutcomeBuilder<RosterCode>,
  units: readonly Unit[],
  fullNames: ReadonlyMap<string, string>,
): Map<string, string> {
  const claims = new Map<string, { readonly written: string; readonly owners: Set<string> }>();
  for (const unit of units) {
    for (const written of listed(unit.aliases)) {
      const form = canonicalUnit(written);
      if (form === "") continue;
      const owner = fullNames.get(form);
      const claim = claims.get(form) ?? { written, owners: new Set(owner === undefined ? [] : [owner]) };
      claims.set(form, claim);
      claim.owners.add(unit.key);
    }
  }
  const aliases = new Map<string, string>();
  for (const [form, { written, owners }] of claims) {
    const [owner, ...others] = [...owners].sort(compare);
    if (owner === undefined) continue;
    if (others.length === 0) aliases.set(form, owner);
    else out.find("R33", "units", owner, "aliases", say.aliasShared(written, [owner, ...others]));
  }
  return aliases;
}

interface UsedName {
  readonly written: string;
  readonly first: Enrolment;
  count: number;
}

/** The unit names of 名册 by their form for comparing; `rows` are sorted, so the first one is always the same. */
function usedNames(out: OutcomeBuilder<RosterCode>, rows: readonly Enrolment[]): Map<string, UsedName> {
  const used = new Map<string, UsedName>();
  for (const row of rows) {
    const form = canonicalUnit(row.unit ?? "");
    if (row.unit === null || form === "") {
      out.find("R30", "roster", row.key, "unit", say.unitMissing(say.whoIs(row)));
      continue;
    }
    const known = used.get(form);
    if (known === undefined) used.set(form, { written: row.unit, first: row, count: 1 });
    else known.count += 1;
  }
  return used;
}

/** Names that share a stem may be one unit written in two ways, or a group and its subsidiary: a question, never proof. */
function stemsOf(names: readonly string[]): Map<string, string[]> {
  const stems = new Map<string, string[]>();
  for (const name of names) {
    const stem = unitStem(name);
    const known = stems.get(stem);
    if (known === undefined) stems.set(stem, [name]);
    else known.push(name);
  }
  return stems;
}
