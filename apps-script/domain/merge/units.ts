import { canonicalUnit, unitStem } from "../people/canonical";
import { unitsInUse } from "../people/units-in-use";
import type { Unit } from "../schema/tables";
import { listed } from "../snapshot/listed";
import { UnitMentions } from "./unit-mentions";

/**
 * What a unit's name, as written in a file, stands for. `known`: the full name or an alias of a unit, letter by letter.
 * `asked`: like a known one but for width, blanks, brackets or the company suffix, which only staff can settle.
 */
type UnitAnswer =
  | { readonly kind: "known"; readonly name: string }
  | { readonly kind: "asked"; readonly text: string; readonly near: readonly string[] }
  | { readonly kind: "new"; readonly text: string };

/** `same` for certain, `asked` when only the company suffix or brackets tell two names apart. */
export type UnitRelation = "same" | "asked" | "other";

/** Whether a text can be a unit's name at all; "无", "/" and numbers stand for none. */
export function isUnitName(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

/** What the directory takes of a row of 单位. */
type Listed = Pick<Unit, "name" | "aliases"> & Partial<Pick<Unit, "reportsFor" | "status">>;

/** The known units. Names learned on the way (units added by this import) count from then on. */
export class UnitDirectory {
  private readonly exact = new Map<string, string>();
  private readonly stems = new Map<string, Set<string>>();
  private readonly mentions = new UnitMentions();
  private readonly reported = new Map<string, readonly string[]>();

  constructor(known: readonly Listed[]) {
    const units = unitsInUse(known);
    for (const unit of units) if (unit.name !== null) this.learn(unit.name);
    for (const { name, aliases, reportsFor } of units) {
      if (name === null) continue;
      for (const alias of listed(aliases)) this.note(alias, name);
      if (reportsFor) this.reported.set(name, listed(reportsFor));
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

  /** Whether 代报单位 of one unit names the other: then its lists are the other's word. */
  reportsFor(reporter: string, unit: string): boolean {
    return (this.reported.get(this.nameFor(reporter)) ?? []).some((name) => this.relation(name, unit) === "same");
  }

  /** The units that a title or a file's name names; `more` are spellings that 单位 does not know. */
  namesIn(text: string, more: UnitMentions): string[] {
    return this.mentions.in(text, more);
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
    this.mentions.add(spelling, name);
    const stem = unitStem(spelling);
    const names = this.stems.get(stem);
    if (names) names.add(name);
    else this.stems.set(stem, new Set([name]));
  }
}
