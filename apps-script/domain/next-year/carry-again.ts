import { OutcomeBuilder } from "../changes/outcome";
import type { Secrets } from "../changes/write-plan";
import { secretKey } from "../changes/write-plan";
import { once } from "../naming/once";
import { CARRY } from "../operations/between-books";
import type { Decision, Operation } from "../operations/operation";
import { documentKey } from "../people/same-person";
import type { Context } from "../rules/context";
import { postForm } from "../rules/money/moves";
import { type Numberer, numberer, remember } from "../rules/number-rows";
import { hasEnded } from "../rules/standing";
import { CARRIED } from "../schema/allowed";
import { type Enrolment, ROSTER } from "../schema/roster";
import { rowWith } from "../snapshot/by-key";
import type { AnyRow, Snapshot } from "../snapshot/snapshot";
import { textOf, type Value } from "../snapshot/value";
import * as say from "../wording/next-year";
import { whoIs } from "../wording/roster";
import type { Carried, Holder } from "./carried";
import { type BaseRow, type CarriedBase, carriedBases, exchangeOfYear, packCarried } from "./carried-base";
import { historyRow } from "./history-rows";
import { baseOf, carriedPayment, carriedPaymentId } from "./new-book";
import { fateOf } from "./three-way";

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

const NOTHING_CARRIED: CarriedBase & { readonly row: null } = { from: [], values: {}, education: null, money: 0, row: null };

/** A person and post by 人员编号 and by document. */
function namesOf(row: Enrolment): string[] {
  const [person, document] = [textOf(row.person), documentKey(row)];
  const names = [...(person === "" ? [] : [`person ${person}`]), ...(document === null ? [] : [`id ${document}`])];
  return names.map((name) => `${name}\n${postForm(row)}`);
}

class Again {
  private readonly out = new OutcomeBuilder<say.NextYearCode>();
  private readonly numbers: Numberer;
  private readonly bases: ReturnType<typeof carriedBases>;
  private readonly standing: ReadonlyMap<string, Standing>;
  /** Rows that did not come by a carry-over, by person and post. */
  private readonly typed = once(() => {
    const rows = this.snapshot.roster.filter((row) => !this.bases.has(row.key) && !hasEnded(row));
    return new Map(rows.flatMap((row) => namesOf(row).map((name) => [name, row.key] as const)));
  });
  private added = 0;

  constructor(
    private readonly carried: Carried,
    private readonly snapshot: Snapshot,
    private readonly context: Context,
  ) {
    const { enrolmentCounter, planYear } = context.settings;
    this.numbers = numberer(
      `B${planYear}-`,
      enrolmentCounter,
      snapshot.roster.map(({ id }) => id),
    );
    this.bases = carriedBases(snapshot);
    this.standing = new Map([...this.bases].flatMap(([to, base]) => base.from.map((old) => [old, { to, base }] as const)));
  }

  decide(): Decision {
    const { carried, snapshot, context, out } = this;
    const held = new Set<string>();
    for (const holder of carried.holders) held.add(this.take(holder));
    for (const [to, { row }] of this.bases) {
      const now = rowWith(snapshot.roster, to);
      if (!held.has(to) && now && textOf(row.exchange) === exchangeOfYear(carried.year - 1)) this.holdsNoMore(now);
    }
    this.archive();
    const secrets = this.addCards();
    remember(out, snapshot, "enrolmentCounter", context.settings.enrolmentCounter, this.numbers.last());
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
      this.merge("roster", now, column, values as [Value, Value, Value]);
    }
    this.mergeEducation(known, now, holder);
    this.mergeMoney(known, now, holder);
    this.keep(known, holder);
    return known.to;
  }

  /** Somebody whom staff or a unit's file enrolled in the new book before: not a second time. */
  private typedAlready({ newest, person }: Holder): Standing | null {
    const found = namesOf({ ...newest, person }).flatMap((name) => this.typed().get(name) ?? [])[0];
    return found === undefined ? null : { to: found, base: NOTHING_CARRIED };
  }

  private add(holder: Holder): string {
    const to = this.numbers.next();
    const numbered = { ...holder, to };
    this.added++;
    this.out.add("roster", { ...holder.values, id: to } as Parameters<typeof this.out.add<"roster">>[1], say.CARRY_TITLE);
    this.out.add("bases", baseOf(numbered, this.carried.year - 1), say.CARRY_TITLE);
    if (holder.education !== null) this.out.add("papers", { id: to, profileEducation: holder.education }, say.CARRY_TITLE);
    if (holder.money !== 0) this.addPayment(to, holder);
    return to;
  }

  private merge(
    table: "roster" | "papers",
    now: AnyRow,
    column: string,
    [base, ours, theirs]: readonly [Value, Value, Value],
  ): void {
    const fate = fateOf(base, ours, theirs);
    if (fate === "taken") this.out.setCell(table, now, column, theirs, say.CARRY_TITLE);
    if (fate === "ours" && table === "roster") this.tellOurs(now as unknown as Enrolment, column, ours, theirs);
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
  private mergeMoney({ base }: Standing, now: Enrolment, holder: Holder): void {
    if (base.money === holder.money) return;
    const row = rowWith(this.snapshot.payments, carriedPaymentId(now.key));
    const yuan = holder.money / 100;
    if (row === null && base.money === 0) this.addPayment(now.key, holder);
    else if (row === null || row.amount !== base.money / 100) {
      this.out.find("Y02", "roster", now.key, "feePaid", say.keptMoney(whoIs(now), this.carried.year - 1, yuan));
    } else {
      this.out.set("payments", row, "amount", yuan, say.CARRY_TITLE);
      this.out.set("payments", row, "note", say.carriedMoney(this.carried.year - 1, yuan), say.CARRY_TITLE);
    }
  }

  private addPayment(to: string, holder: Holder): void {
    const { method: _, ...values } = carriedPayment({ ...holder, to }, this.carried.year);
    this.out.add("payments", { ...values, method: CARRIED }, say.CARRY_TITLE);
  }

  /** What was carried is the base of the next time, taken or not: what staff were told of once is not told again. */
  private keep({ to, base }: Standing, holder: Holder): void {
    if (base.row === null) this.out.add("bases", baseOf({ ...holder, to }, this.carried.year - 1), say.CARRY_TITLE);
    else this.out.set("bases", base.row, "values", packCarried(holder), say.CARRY_TITLE);
  }

  private holdsNoMore(now: Enrolment): void {
    this.out.find("Y03", "roster", now.key, "state", say.holdsNoMore(whoIs(now), this.carried.year - 1));
  }

  /** 历史 follows what the old book says now; the day on which a row came in stays. */
  private archive(): void {
    for (const ended of this.carried.ended) {
      const row = historyRow(ended, this.carried.year - 1, this.context.today);
      const known = rowWith(this.snapshot.history, ended.row.key);
      if (known === null) this.out.add("history", row, say.CARRY_TITLE);
      else
        for (const column of ["name", "unit", "state", "values"])
          this.out.setCell("history", known, column, row[column] ?? null, say.CARRY_TITLE);
    }
  }

  /** Cards that came into the old pool since. Their passwords go past the change set. */
  private addCards(): Secrets {
    const known = new Set(this.snapshot.cards.map(({ key }) => key));
    const fresh = this.carried.cards.filter(({ key }) => !known.has(key));
    for (const { number, subject, type, note } of fresh) this.out.add("cards", { number, subject, type, note }, say.CARRY_TITLE);
    return new Map(
      fresh.flatMap(({ key, password }) =>
        password === null ? [] : [[secretKey("cards", key), { password: String(password) }] as const],
      ),
    );
  }
}
