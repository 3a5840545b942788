import { unitNamer } from "../naming/unit-names";
import { canonicalUnit } from "../people/canonical";
import { kept } from "../snapshot/kept";
import { listed } from "../snapshot/listed";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import { everybody } from "./everybody";

interface UnitNames {
  /** The full name of a unit that a text names, else the text. */
  readonly nameFor: (written: string) => string;
  /** Whether it stands in 单位, as name or alias, or in 名册. */
  readonly isKnown: (written: string) => boolean;
  /** The units that have this form in their name or in an alias. */
  readonly holding: (form: string) => readonly UnitSpellings[];
}

interface UnitSpellings {
  readonly unit: string;
  /** The full name, and whatever else stands for it in 名册 and 单位. */
  readonly names: readonly string[];
}

/** A form of one sign would find half of the units. */
const SHORTEST = 2;

/** The units of 单位, and those that stand in 名册 alone, by all their names. */
export const unitNames = kept((snapshot: Snapshot): UnitNames => {
  const { nameFor } = unitNamer(snapshot);
  const written = new Set(everybody(snapshot).map(({ row }) => textOf(row.unit)));
  const spellings = new Map<string, Set<string>>();
  const note = (unit: string, spelling: string): void => {
    const known = spellings.get(unit);
    if (known) known.add(spelling);
    else spellings.set(unit, new Set([spelling]));
  };
  for (const { name, aliases } of snapshot.units) {
    if (name === null) continue;
    for (const spelling of [name, ...listed(aliases)]) note(nameFor(name), spelling);
  }
  for (const unit of written) if (unit !== "") note(nameFor(unit), unit);
  const all = [...spellings].map(([unit, names]) => ({ unit, names: [unit, ...names], forms: [...names].map(canonicalUnit) }));
  return {
    nameFor,
    isKnown: (text) => spellings.has(nameFor(text)),
    holding: (form) => (form.length < SHORTEST ? [] : all.filter(({ forms }) => forms.some((one) => one.includes(form)))),
  };
});
