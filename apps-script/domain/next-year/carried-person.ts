import { documentKey } from "../people/same-person";
import { postForm } from "../rules/money/moves";
import type { Numberer } from "../rules/numberer";
import { hasEnded } from "../rules/standing";
import type { Enrolment } from "../schema/roster";
import { groupedBy } from "../snapshot/grouped-by";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import type { Holder } from "./carried";
import { areTwoPeople } from "./person-posts";

/** Who stands in the new book already, by 人员编号 and by document. */
export class PeopleOfBook {
  private readonly byPerson: ReadonlyMap<string, readonly Enrolment[]>;
  private readonly byDocument: ReadonlyMap<string, readonly Enrolment[]>;
  /** Numbers that were given in the place of one that was taken, by that. */
  private readonly given = new Map<string, string>();

  constructor({ roster }: Pick<Snapshot, "roster">) {
    this.byPerson = groupedBy(roster, ({ person }) => textOf(person) || null);
    this.byDocument = groupedBy(roster, documentKey);
  }

  /** A live enrolment of a holder's person and post that `isOwn` does not know; staff or a unit's file made it. */
  enrolledAlready(holder: Holder, isOwn: (key: string) => boolean): Enrolment | null {
    const post = postForm(holder.newest);
    return this.rowsOf(holder).find((row) => postForm(row) === post && !isOwn(row.key) && !hasEnded(row)) ?? null;
  }

  /**
   * 人员编号 of somebody who is new here: the one of the person's other enrolments; else the old book's, unless somebody typed
   * that for another person.
   */
  numberFor(holder: Holder, numbers: () => Numberer): { readonly person: string; readonly isOther: boolean } {
    const [known] = this.rowsOf(holder).flatMap(({ person }) => textOf(person) || []);
    if (known !== undefined) return { person: known, isOther: false };
    if (!this.byPerson.has(holder.person)) return { person: holder.person, isOther: false };
    const person = this.given.get(holder.person) ?? numbers().next();
    this.given.set(holder.person, person);
    return { person, isOther: true };
  }

  private rowsOf({ newest, person }: Holder): Enrolment[] {
    const document = documentKey(newest);
    const byDocument = document === null ? [] : (this.byDocument.get(document) ?? []);
    return [...byDocument, ...(this.byPerson.get(person) ?? []).filter((row) => !areTwoPeople(row, newest))];
  }
}
