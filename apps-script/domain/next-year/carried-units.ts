import type { OutcomeBuilder } from "../changes/outcome";
import { UNITS, type Unit } from "../schema/tables";
import { listed } from "../snapshot/listed";
import type { AnyRow, Snapshot } from "../snapshot/snapshot";
import { textOf, type Value } from "../snapshot/value";
import * as say from "../wording/next-year";
import type { BaseRow } from "./carried-base";
import { fateOf } from "./three-way";

type Cells = Readonly<Record<string, Value>>;

const COLUMNS = Object.keys(UNITS.columns) as readonly (keyof typeof UNITS.columns)[];
const EXCHANGE = /^U\d{4}$/u;

/** The row of 底稿 by which the next carry-over tells what staff typed about a unit in the new book. */
export function unitBase(unit: Unit, oldYear: number): Cells {
  return { exchange: `U${oldYear}`, generation: 0, enrolment: unit.name, unit: unit.name, values: packed(unit) };
}

function packed(unit: AnyRow): string {
  return JSON.stringify(
    Object.fromEntries(COLUMNS.flatMap((name) => ((unit[name] ?? null) === null ? [] : [[name, unit[name]]]))),
  );
}

/**
 * Takes over what changed in 单位 of the old book since, cell by cell: what was typed in the new book stays, and where both
 * changed, staff are told. A unit that was named anew, its old name being an alias by now, keeps its row.
 */
export function carryUnits(out: OutcomeBuilder<say.NextYearCode>, units: readonly Unit[], next: Snapshot, oldYear: number): void {
  const bases = new Map(next.bases.flatMap((row) => (EXCHANGE.test(textOf(row.exchange)) ? [[textOf(row.enrolment), row]] : [])));
  const byName = new Map(next.units.map((row) => [textOf(row.name), row]));
  const names = new Set(units.map(({ name }) => textOf(name)));
  for (const unit of units.filter(({ name }) => name !== null)) {
    const before = [textOf(unit.name), ...listed(unit.aliases).filter((alias) => !names.has(alias))];
    const [known] = before.flatMap((name) => byName.get(name) ?? []);
    const [base = null] = before.flatMap((name) => bases.get(name) ?? []);
    if (known !== undefined) mergeUnit(out, known, base, unit);
    else if (base === null) out.add("units", cellsOf(unit) as { name: string }, say.CARRY_TITLE);
    keepBase(out, base, unitBase(unit, oldYear));
  }
}

const cellsOf = (unit: AnyRow): Cells => Object.fromEntries(COLUMNS.map((name) => [name, unit[name] ?? null]));

/** Without a base nothing that stands there is replaced. */
function mergeUnit(out: OutcomeBuilder<say.NextYearCode>, known: Unit, base: BaseRow | null, unit: Unit): void {
  const carried = valuesIn(base);
  for (const column of COLUMNS) {
    const [ours, theirs] = [known[column], unit[column]];
    const fate = fateOf(carried[column] ?? null, ours, theirs);
    if (fate === "taken") out.setCell("units", known, column, theirs, say.CARRY_TITLE);
    if (fate === "ours") {
      const message = say.keptOurs(textOf(known.name), UNITS.columns[column].title, ours, theirs);
      out.find("Y01", "units", known.key, column, message);
    }
  }
}

function keepBase(out: OutcomeBuilder<say.NextYearCode>, base: BaseRow | null, now: Cells): void {
  if (base === null) out.add("bases", now, say.CARRY_TITLE);
  else
    for (const column of ["enrolment", "unit", "values"] as const)
      out.setCell("bases", base, column, now[column] ?? null, say.CARRY_TITLE);
}

function valuesIn(base: BaseRow | null): Cells {
  try {
    return (JSON.parse(textOf(base?.values)) as Cells | null) ?? {};
  } catch {
    return {};
  }
}
