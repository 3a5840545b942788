import { canonicalUnit, unitStem } from "../people/canonical";
import type { Unit } from "../schema/tables";

/**
 * What a unit's name, as written in a file, stands for. `known`: the full name or an alias of a unit, letter by letter.
 * `asked`: like a known one but for width, blanks, brackets or the company suffix, which only staff can settle.
 */
export type UnitAnswer =
  | { readonly kind: "known"; readonly name: string }
  | { readonly kind: "asked"; readonly text: string; readonly near: readonly string[] }
  | { readonly kind: "new"; readonly text: string };

/** `same` for certain, `asked` when only the company suffix or brackets tell two names apart. */
export type UnitRelation = "same" | "asked" | "other";

/** Whether a text can be a unit's name at all; "无", "/" and numbers stand for none. */
export function isUnitName(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

/** The known units. Names learned on the way (units added by this import) count from then on. */
export class UnitDirectory {
  private readonly exact = new Map<string, string>();
  private readonly stems = new Map<string, Set<string>>();

  constructor(units: readonly Pick<Unit, "name" | "aliases">[]) {
    for (const unit of units) if (unit.name !== null) this.learn(unit.name);
    for (const { name, aliases } of units) {
      if (name === null) continue;
      for (const alias of (aliases ?? "").split(/[、,，;；\n]/u)) this.note(alias.trim(), name);
    }
  }

  learn(name: string): void {
    this.exact.set(name, name);
    this.note(name, name);
  }

  look(text: string): UnitAnswer {
    const name = this.exact.get(text);
    if (name !== undefined) return { kind: "known", name };
    const near = this.stems.get(unitStem(text));
    return near ? { kind: "asked", text, near: [...near].sort() } : { kind: "new", text };
  }

  /** The full name when the unit is known, else the text as written. */
  nameFor(text: string): string {
    return this.exact.get(text) ?? text;
  }

  relation(one: string, other: string): UnitRelation {
    const [a, b] = [this.nameFor(one), this.nameFor(other)];
    if (a === b || canonicalUnit(a) === canonicalUnit(b)) return "same";
    if (this.exact.has(one) && this.exact.has(other)) return "other";
    return unitStem(a) === unitStem(b) ? "asked" : "other";
  }

  private note(spelling: string, name: string): void {
    if (spelling === "") return;
    if (!this.exact.has(spelling)) this.exact.set(spelling, name);
    const stem = unitStem(spelling);
    const names = this.stems.get(stem);
    if (names) names.add(name);
    else this.stems.set(stem, new Set([name]));
  }
}
