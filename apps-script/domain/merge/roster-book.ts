import type { OutcomeBuilder } from "../changes/outcome";
import { canonicalId, canonicalMobile, canonicalName } from "../people/canonical";
import { readDocument } from "../people/documents";
import { isMobile } from "../people/phones";
import { samePersonKey } from "../people/same-person";
import type { Context } from "../rules/context";
import { remember } from "../rules/number-rows";
import { enrolmentNumbers, type Numberer, personNumbers } from "../rules/numberer";
import { hasEnded } from "../rules/standing";
import { ENROLMENT } from "../schema/allowed";
import type { Enrolment } from "../schema/roster";
import { UNIT_COLUMNS, type UnitColumn, type UnitValues } from "../schema/unit-columns";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf, type Value } from "../snapshot/value";
import { kindForm, postForm } from "./cell-form";
import { type IncomingRow, isOfficeOutside } from "./incoming";
import { isUnitName, type UnitDirectory, type UnitRelation } from "./units";

/** An enrolment as it stands while a file is being taken in. `row` is null for one that this import adds. */
export interface Draft {
  readonly id: string;
  readonly person: string;
  readonly row: Enrolment | null;
  readonly values: Readonly<Record<UnitColumn, Value>>;
}

/** Which enrolment a row of a file is about. Only `one` may be filled, only `new` is appended. */
export type Match =
  | { readonly kind: "one"; readonly draft: Draft }
  | { readonly kind: "several"; readonly drafts: readonly Draft[] }
  /**
   * The person is enrolled by another unit; `asked`: by one whose name is nearly the same; `renamed`: under another name; `alike`:
   * somebody of the unit has the name and the mobile, and another id.
   */
  | { readonly kind: "transfer" | "asked" | "renamed" | "alike"; readonly draft: Draft }
  | { readonly kind: "new"; readonly others: readonly Draft[] };

/** What a row says of itself; a word that is not written is `null`. */
interface Described {
  readonly name: Value;
  readonly mobile: Value;
  readonly post: Value;
  readonly kind: Value;
}

export function describedBy({ cells }: IncomingRow): Described {
  const said = (column: UnitColumn): Value => cells.get(column)?.value ?? null;
  const post = isOfficeOutside(cells.get("post")) ? null : said("post");
  return { name: said("name"), mobile: said("mobile"), post, kind: said("kind") };
}

interface Slot extends Draft {
  readonly values: Record<UnitColumn, Value>;
  readonly reasons: Map<UnitColumn, string>;
  readonly addedBy: string | null;
}

/** Who left a unit may be sent by another one. */
const LEFT = ENROLMENT.left;

/** 名册 while files are taken in: found by person, grown and filled, written at the end as one outcome. */
export class RosterBook {
  private readonly slots = new Map<Draft, Slot>();
  private readonly byPerson = new Map<string, Slot[]>();
  private readonly byContact = new Map<string, Slot[]>();
  private readonly byId = new Map<string, Slot>();
  private readonly numbers = new Map<string, string>();
  private readonly enrolments: Numberer;
  private readonly people: Numberer;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly context: Context,
    private readonly units: UnitDirectory,
  ) {
    const { settings, today } = context;
    this.enrolments = enrolmentNumbers(snapshot, settings);
    this.people = personNumbers(snapshot, settings);
    for (const row of snapshot.roster) {
      const { key: id } = row;
      const slot: Slot = { id, person: textOf(row.person), row, values: unitValuesOf(row), reasons: new Map(), addedBy: null };
      this.slots.set(slot, slot);
      this.byId.set(id, slot);
      this.keepContact(slot);
      if (typeof row.idNumber !== "string") continue;
      const { usable, text } = readDocument(row.idNumber, row.idType, today);
      if (!usable || text === null) continue;
      const key = samePersonKey(text);
      if (typeof row.person === "string" && !this.numbers.has(key)) this.numbers.set(key, row.person);
      this.keep(key, slot);
    }
  }

  /** The enrolment of a 报名编号. */
  draftOf(id: string): Draft | null {
    return this.byId.get(id) ?? null;
  }

  /**
   * Finds the enrolment of a person by unit, post and kind. A post or kind that one side leaves empty agrees with
   * anything, so that empty cells can be filled; of several that agree the one that agrees in most words is meant.
   * An enrolment without a unit counts as the unit's own, unless another unit has the person. Nobody is enrolled once
   * more under another name, nor under another id with the same name and mobile: both are questions.
   */
  match(person: string, unit: string | null, described: Described): Match {
    const { name, post, kind } = described;
    const all = this.byPerson.get(person) ?? [];
    const related = (relation: UnitRelation | "none"): Slot[] => all.filter((slot) => this.relation(unit, slot) === relation);
    const home = related("same");
    const [asked] = present(related("asked"));
    const [other] = present(related("other"));
    const isOurs = present(home).length > 0 || (asked === undefined && other === undefined);
    const own = isOurs ? [...home, ...related("none")] : home;
    const found = bestOf(own, { post: postForm(post), kind: kindForm(kind) });
    if (found) return found;
    if (asked && !isOurs) return { kind: "asked", draft: asked };
    if (other && !isOurs) return { kind: "transfer", draft: other };
    const renamed = all.find((slot) => isNamedOtherwise(slot, name));
    if (renamed) return { kind: "renamed", draft: renamed };
    const alike = all.length === 0 ? this.alike(unit, described) : undefined;
    return alike ? { kind: "alike", draft: alike } : { kind: "new", others: own };
  }

  /** Somebody of the unit with a name and a mobile, whatever the id. Of people of other units nobody shall learn that way. */
  private alike(unit: string | null, described: Described): Slot | undefined {
    const key = contactKey(described);
    const found = key === null ? [] : (this.byContact.get(key) ?? []);
    return present(found).find((slot) => this.relation(unit, slot) === "same" && idTextOf(slot) !== "");
  }

  private relation(unit: string | null, slot: Slot): UnitRelation | "none" {
    const ours = textOf(slot.values.unit);
    if (unit === null) return "same";
    return !isUnitName(ours) ? "none" : this.units.relation(unit, ours);
  }

  enrolmentsOf(person: string): readonly Draft[] {
    return this.byPerson.get(person) ?? [];
  }

  /** Adds an enrolment. A person who is already in 名册 keeps the 人员编号. */
  enrol(personKey: string, values: UnitValues, reason: string): Draft {
    const person = this.numbers.get(personKey) ?? this.people.next();
    this.numbers.set(personKey, person);
    const id = this.enrolments.next();
    const slot: Slot = { id, person, row: null, values: { ...values }, reasons: new Map(), addedBy: reason };
    this.keep(personKey, slot);
    return slot;
  }

  fill(draft: Draft, column: UnitColumn, value: Value, reason: string): void {
    const slot = this.slots.get(draft);
    if (!slot) return;
    slot.values[column] = value;
    slot.reasons.set(column, reason);
  }

  /** Writes what was added and filled, and with added rows the counters. */
  write(out: OutcomeBuilder): void {
    let isGrown = false;
    for (const { id, person, row, values, reasons, addedBy } of this.slots.values()) {
      if (row === null) {
        out.add("roster", { id, person, ...values }, addedBy ?? "");
        isGrown = true;
      } else for (const [column, reason] of reasons) out.set("roster", row, column, values[column], reason);
    }
    if (!isGrown) return;
    const { settings } = this.context;
    remember(out, this.snapshot, "enrolmentCounter", settings.enrolmentCounter, this.enrolments.last());
    remember(out, this.snapshot, "personCounter", settings.personCounter, this.people.last());
  }

  private keep(personKey: string, slot: Slot): void {
    this.slots.set(slot, slot);
    this.byId.set(slot.id, slot);
    this.keepContact(slot);
    const known = this.byPerson.get(personKey);
    if (known) known.push(slot);
    else this.byPerson.set(personKey, [slot]);
  }

  private keepContact(slot: Slot): void {
    const key = contactKey(slot.values);
    if (key === null) return;
    const known = this.byContact.get(key);
    if (known) known.push(slot);
    else this.byContact.set(key, [slot]);
  }
}

/** What tells two people apart who have different ids; `null` where the name or a whole mobile is missing. */
function contactKey({ name, mobile }: Pick<Described, "name" | "mobile">): string | null {
  const [who, number] = [canonicalName(textOf(name)), canonicalMobile(textOf(mobile))];
  return who === "" || !isMobile(number) ? null : JSON.stringify([who, number]);
}

function present(slots: readonly Slot[]): Slot[] {
  return slots.filter((slot) => slot.row?.state !== LEFT);
}

function isNamedOtherwise({ values }: Slot, name: Value): boolean {
  const [ours, theirs] = [canonicalName(textOf(values.name)), canonicalName(textOf(name))];
  return ours !== "" && theirs !== "" && ours !== theirs;
}

interface Wanted {
  readonly post: string;
  readonly kind: string;
}

function bestOf(slots: readonly Slot[], wanted: Wanted): Match | null {
  const scored = slots.flatMap((slot) => {
    const score = agreement(slot, wanted);
    return score === null ? [] : [{ slot, score }];
  });
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
  const [first, ...rest] = scored.filter(({ score }) => score === best).map(({ slot }) => slot);
  if (!first) return null;
  return rest.length === 0 ? { kind: "one", draft: first } : { kind: "several", drafts: [first, ...rest] };
}

/** How well post and kind agree: null for a contradiction; an enrolment that still counts goes before an ended one. */
function agreement(slot: Slot, wanted: Wanted): number | null {
  const post = postForm(slot.values.post);
  const kind = kindForm(slot.values.kind);
  const agrees = (ours: string, theirs: string): boolean => ours === theirs || ours === "" || theirs === "";
  if (!agrees(post, wanted.post) || !agrees(kind, wanted.kind)) return null;
  const counts = slot.row === null || !hasEnded(slot.row) ? 1 : 0;
  const words = (ours: string, theirs: string): number => (ours !== "" && ours === theirs ? 2 : 0);
  return words(post, wanted.post) + words(kind, wanted.kind) + counts;
}

function unitValuesOf(row: Enrolment): Record<UnitColumn, Value> {
  return Object.fromEntries(UNIT_COLUMNS.map((column) => [column, row[column]])) as Record<UnitColumn, Value>;
}

/** The 证件号 of a draft as text, for sentences. */
export function idTextOf(draft: Draft): string {
  return canonicalId(textOf(draft.values.idNumber));
}
