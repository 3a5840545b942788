import { withChanges } from "../changes/advance";
import { OutcomeBuilder } from "../changes/outcome";
import { once } from "../naming/once";
import { CARRY } from "../operations/between-books";
import type { Decision, Operation } from "../operations/operation";
import type { Context } from "../rules/context";
import type { Cents } from "../rules/money/payment-amounts";
import { remember } from "../rules/number-rows";
import { enrolmentNumbers, type Numberer, personNumbers } from "../rules/numberer";
import { hasEnded } from "../rules/standing";
import { CARRIED } from "../schema/allowed";
import { type Enrolment, ROSTER } from "../schema/roster";
import { rowWith } from "../snapshot/by-key";
import type { AnyRow, Snapshot } from "../snapshot/snapshot";
import type { Value } from "../snapshot/value";
import * as say from "../wording/next-year";
import { whoIs } from "../wording/roster";
import { digestRowIn, digestsAfter } from "./as-carried";
import type { Carried, Holder } from "./carried";
import { type BaseRow, type CarriedBase, carriedBases, packCarried } from "./carried-base";
import { PeopleOfBook } from "./carried-person";
import { carryUnits } from "./carried-units";
import { carryCards } from "./carry-cards";
import { archiveEnded } from "./history-rows";
import { baseOf, carriedPayment, carriedPaymentId } from "./new-book";
import { type Fate, fateOf } from "./three-way";

/**
 * Carries over once more what changed in the old book since: late results, certificates, money, people. What was typed in the
 * new book stays; where both changed, staff are told. It changes nothing where nothing is new.
 */
export function carryAgain(carried: Carried): Operation {
  return { id: CARRY, title: say.CARRY_TITLE, decide: (snapshot, context) => new Again(carried, snapshot, context).decide() };
}

/** What stands in the new book for somebody, and what was carried for them last. */
interface Standing {
  readonly to: string;
  readonly base: CarriedBase & { readonly row: BaseRow | null };
}

const NOTHING_CARRIED = { ...{ from: [], values: {}, education: null, money: 0 }, ...{ isGone: false, row: null } };

class Again {
  private readonly out = new OutcomeBuilder<say.NextYearCode>();
  private readonly numbers: Numberer;
  private readonly bases: ReturnType<typeof carriedBases>;
  private readonly standing: ReadonlyMap<string, Standing>;
  private readonly people = once(() => new PeopleOfBook(this.snapshot));
  private readonly persons = once(() => personNumbers(this.snapshot, this.context.settings));
  private added = 0;

  constructor(
    private readonly carried: Carried,
    private readonly snapshot: Snapshot,
    private readonly context: Context,
  ) {
    this.numbers = enrolmentNumbers(snapshot, context.settings);
    this.bases = carriedBases(snapshot);
    this.standing = new Map([...this.bases].flatMap(([to, base]) => base.from.map((old) => [old, { to, base }] as const)));
  }

  decide(): Decision {
    const { carried, snapshot, context, out } = this;
    const held = new Set<string>();
    for (const holder of carried.holders) held.add(this.take(holder));
    this.leave(held);
    carryUnits(out, carried.units, snapshot, carried.year - 1);
    archiveEnded(out, carried, snapshot, context.today);
    const secrets = carryCards(out, carried, snapshot);
    const { enrolmentCounter, personCounter } = context.settings;
    remember(out, snapshot, "enrolmentCounter", enrolmentCounter, this.numbers.last());
    remember(out, snapshot, "personCounter", personCounter, this.persons().last());
    this.keepDigests();
    return { ...out.done({ considered: carried.holders.length, added: this.added }), secrets };
  }

  /** Gives back the 报名编号 in the new book. */
  private take(holder: Holder): string {
    const known = holder.from.flatMap((old) => this.standing.get(old) ?? [])[0] ?? this.typedAlready(holder);
    if (known === null) return this.add(holder);
    const now = rowWith(this.snapshot.roster, known.to);
    if (now === null) return known.to;
    const columns = Object.keys(holder.values).filter((column) => column !== "person");
    for (const column of columns) {
      const values = [known.base.values, now, holder.values].map((row) => (row as AnyRow)[column] ?? null);
      const [base, ours, theirs] = values as [Value, Value, Value];
      if (this.merge("roster", now, column, [base, ours, theirs]) === "ours") this.tellOurs(now, column, ours, theirs);
    }
    this.mergeEducation(known, now, holder);
    this.mergeMoney(known, now, holder.money, holder.newest.unit);
    this.keep(known, holder);
    return known.to;
  }

  /** Somebody whom staff or a unit's file enrolled in the new book before: not a second time. */
  private typedAlready(holder: Holder): Standing | null {
    const found = this.people().enrolledAlready(holder, (key) => this.bases.has(key));
    return found === null ? null : { to: found.key, base: NOTHING_CARRIED };
  }

  private add(holder: Holder): string {
    const to = this.numbers.next();
    const numbered = { ...holder, to };
    const { person, isOther } = this.people().numberFor(holder, this.persons);
    if (isOther)
      this.out.find("Y04", "roster", to, "person", say.otherPerson(whoIs({ ...holder.newest, key: to }), holder.person, person));
    this.added++;
    this.out.add("roster", { ...holder.values, person, id: to } as Parameters<typeof this.out.add<"roster">>[1], say.CARRY_TITLE);
    this.out.add("bases", baseOf(numbered, this.carried.year - 1), say.CARRY_TITLE);
    if (holder.education !== null) this.out.add("papers", { id: to, profileEducation: holder.education }, say.CARRY_TITLE);
    if (holder.money !== 0) this.addPayment(to, holder.money, holder.newest.unit);
    return to;
  }

  private merge(
    table: "roster" | "papers",
    now: AnyRow,
    column: string,
    [base, ours, theirs]: readonly [Value, Value, Value],
  ): Fate {
    const fate = fateOf(base, ours, theirs);
    if (fate === "taken") this.out.setCell(table, now, column, theirs, say.CARRY_TITLE);
    return fate;
  }

  private tellOurs(now: Enrolment, column: string, ours: Value, theirs: Value): void {
    const { title } = ROSTER.columns[column as keyof typeof ROSTER.columns];
    this.out.find("Y01", "roster", now.key, column as "validUntil", say.keptOurs(whoIs(now), title, ours, theirs));
  }

  private mergeEducation({ base }: Standing, now: Enrolment, { education }: Holder): void {
    const row = rowWith(this.snapshot.papers, now.key);
    if (row) this.merge("papers", row, "profileEducation", [base.education, row.profileEducation, education]);
    else if (education !== null && base.education === null) {
      this.out.add("papers", { id: now.key, profileEducation: education }, say.CARRY_TITLE);
    }
  }

  /** A row that staff changed or took away is theirs. */
  private mergeMoney({ base }: Standing, now: Enrolment, money: Cents, unit: string | null): void {
    if (base.money === money) return;
    const row = rowWith(this.snapshot.payments, carriedPaymentId(now.key));
    const yuan = money / 100;
    if (row === null && base.money === 0) this.addPayment(now.key, money, unit);
    else if (row === null || row.amount !== base.money / 100) {
      this.out.find("Y02", "roster", now.key, "feePaid", say.keptMoney(whoIs(now), this.carried.year - 1, yuan));
    } else {
      this.out.set("payments", row, "amount", yuan, say.CARRY_TITLE);
      this.out.set("payments", row, "note", say.carriedMoney(this.carried.year - 1, yuan), say.CARRY_TITLE);
    }
  }

  private addPayment(to: string, money: Cents, unit: string | null): void {
    const { method: _, ...values } = carriedPayment({ to, money, unit }, this.carried.year);
    this.out.add("payments", { ...values, method: CARRIED }, say.CARRY_TITLE);
  }

  /** What was carried is the base of the next time, taken or not: what staff were told of once is not told again. */
  private keep({ to, base }: Standing, holder: Holder): void {
    if (base.row === null) this.out.add("bases", baseOf({ ...holder, to }, this.carried.year - 1), say.CARRY_TITLE);
    else this.out.set("bases", base.row, "values", packCarried(holder), say.CARRY_TITLE);
  }

  /** Who was carried over and holds nothing any more: the row is staff's to give up, who are told once; the money follows on. */
  private leave(held: ReadonlySet<string>): void {
    const { left, year } = this.carried;
    const leftBy = new Map(left.flatMap((one) => one.from.map((old) => [old, one] as const)));
    for (const [to, base] of this.bases) {
      const now = rowWith(this.snapshot.roster, to);
      if (held.has(to) || !now) continue;
      const one = base.from.flatMap((old) => leftBy.get(old) ?? [])[0];
      const money = one === undefined ? base.money : one.credit - one.debt;
      this.mergeMoney({ to, base }, now, money, now.unit);
      if (!base.isGone && !hasEnded(now)) this.out.find("Y03", "roster", to, "state", say.holdsNoMore(whoIs(now), year - 1));
      this.out.set("bases", base.row, "values", packCarried({ ...base, money }, true), say.CARRY_TITLE);
    }
  }

  /** What this writes is not somebody's work. */
  private keepDigests(): void {
    const row = digestRowIn(this.snapshot);
    const after = withChanges(this.snapshot, this.out.done());
    const digests = row === null || after === this.snapshot ? null : digestsAfter(this.snapshot, after, row);
    if (row !== null && digests !== null) this.out.set("bases", row, "values", JSON.stringify(digests), say.CARRY_TITLE);
  }
}
