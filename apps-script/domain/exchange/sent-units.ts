import { compare } from "../changes/outcome";
import { canonicalUnit, unitStem } from "../people/canonical";
import { unitsInUse } from "../people/units-in-use";
import type { Unit } from "../schema/tables";
import { listed } from "../snapshot/listed";

/**
 * Whose a unit name in 名册 is. `one`: the full name or an alias of this unit. `shared`: several units claim the spelling.
 * `none`: no unit has it; `near` are units that differ in brackets or company suffix only, a question and never proof.
 */
type UnitOwner =
  | { readonly kind: "one"; readonly unit: string }
  | { readonly kind: "shared"; readonly units: readonly string[] }
  | { readonly kind: "none"; readonly near: readonly string[] };

/** The units and every spelling of theirs. A full name goes before an alias; width, blanks and quotes do not count. */
export class UnitSpellings {
  private readonly exact = new Set<string>();
  private readonly names = new Map<string, Set<string>>();
  private readonly aliases = new Map<string, Set<string>>();
  private readonly stems = new Map<string, Set<string>>();

  constructor(units: readonly Pick<Unit, "name" | "aliases" | "status">[]) {
    for (const { name, aliases } of unitsInUse(units)) {
      if (name === null) continue;
      this.exact.add(name);
      note(this.names, canonicalUnit(name), name);
      note(this.stems, unitStem(name), name);
      for (const alias of listed(aliases)) {
        note(this.aliases, canonicalUnit(alias), name);
        note(this.stems, unitStem(alias), name);
      }
    }
  }

  /** The full names, in code-unit order. */
  all(): string[] {
    return [...this.exact].sort(compare);
  }

  owner(written: string): UnitOwner {
    if (this.exact.has(written)) return { kind: "one", unit: written };
    const form = canonicalUnit(written);
    const owners = [...(this.names.get(form) ?? this.aliases.get(form) ?? [])].sort(compare);
    const [unit, ...others] = owners;
    if (unit === undefined) return { kind: "none", near: [...(this.stems.get(unitStem(written)) ?? [])].sort(compare) };
    return others.length === 0 ? { kind: "one", unit } : { kind: "shared", units: owners };
  }
}

function note(spellings: Map<string, Set<string>>, form: string, name: string): void {
  if (form === "") return;
  const known = spellings.get(form);
  if (known) known.add(name);
  else spellings.set(form, new Set([name]));
}
