import { canonicalId, canonicalName, shownName } from "../../people/canonical";
import { samePersonKey } from "../../people/same-person";
import type { UnitValues } from "../../schema/unit-columns";
import { textOf, type Value } from "../../snapshot/value";
import * as say from "../../wording/exchange";
import type { IncomingRow } from "../incoming";
import { type Draft, describedBy, type RosterBook } from "../roster-book";
import type { UnitDirectory } from "../units";
import { isOtherUnit, isSendersOwn, type MarkedRow, type ReadMark, type RowIdentity, refusedFor, unplaced } from "./row-identity";

export interface Identified {
  readonly identities: ReadonlyMap<MarkedRow, RowIdentity>;
  /** The enrolments that some row is about, taken or refused: they are not missing. */
  readonly served: ReadonlySet<string>;
  /** Rows whose id stands beside somebody else's name or 证件号. */
  readonly shifted: number;
}

interface IdentifyTask {
  readonly exchange: string;
  readonly markOf: ReadMark;
  readonly unit: string | null;
  /** The enrolments of the exchange, with what was agreed. */
  readonly agreed: ReadonlyMap<string, UnitValues>;
  readonly book: RosterBook;
  readonly units: UnitDirectory;
  /** The unit of an exchange. */
  readonly unitOf: (exchange: string) => string | null;
}

/** Finds out whose row each one is: row id and natural key must agree, and an enrolment is served by one row only. */
export function identify(rows: readonly MarkedRow[], task: IdentifyTask): Identified {
  return new Identifying(task, rows).run();
}

class Identifying {
  private readonly identities = new Map<MarkedRow, RowIdentity>();
  private readonly people = new Map<string, Set<string>>();
  private readonly names = new Map<string, Set<string>>();
  private readonly servedBy = new Map<string, MarkedRow>();
  private readonly fresh = new Map<string, MarkedRow>();
  private shifted = 0;

  constructor(
    private readonly task: IdentifyTask,
    private readonly rows: readonly MarkedRow[],
  ) {
    for (const [enrolment, values] of task.agreed) {
      const draft = task.book.draftOf(enrolment);
      for (const known of draft && !this.isElsewhere(draft) ? [values, draft.values] : [values]) {
        put(this.people, personOf(known.idNumber), enrolment);
        put(this.names, canonicalName(textOf(known.name)), enrolment);
      }
    }
  }

  run(): Identified {
    const byId = new Map<string, MarkedRow[]>();
    const loose: MarkedRow[] = [];
    for (const marked of this.rows) {
      const mark = marked.idText === null ? null : this.task.markOf(marked.idText);
      if (mark === null) loose.push(marked);
      else if (mark.exchange === this.task.exchange) byId.set(mark.enrolment, [...(byId.get(mark.enrolment) ?? []), marked]);
      else {
        const why = say.otherUnitsRow(this.task.unitOf(mark.exchange));
        this.identities.set(marked, refusedFor(marked, null, { code: "E14" }, "name", why));
      }
    }
    for (const [enrolment, copies] of byId) this.keepOne(enrolment, copies);
    for (const marked of loose) this.identities.set(marked, this.placed(marked));
    const served = [...this.identities.values()].flatMap((identity) => {
      const enrolment = identity.kind === "known" ? identity.draft.id : identity.kind === "refused" ? identity.enrolment : null;
      return enrolment === null ? [] : [enrolment];
    });
    return { identities: this.identities, served: new Set(served), shifted: this.shifted };
  }

  /** Of rows with one id the first that says the same person keeps it. */
  private keepOne(enrolment: string, copies: readonly MarkedRow[]): void {
    const keeper = copies.find(({ row }) => row.person !== null && this.people.get(row.person)?.has(enrolment)) ?? copies[0];
    if (!keeper) return;
    this.servedBy.set(enrolment, keeper);
    this.identities.set(keeper, this.checked(keeper, enrolment));
    for (const copy of copies) {
      if (copy !== keeper)
        this.identities.set(copy, refusedFor(copy, enrolment, { code: "E11" }, "idNumber", say.copiedRow(keeper.row.at)));
    }
  }

  private checked(marked: MarkedRow, enrolment: string): RowIdentity {
    const { row } = marked;
    const draft = this.task.book.draftOf(enrolment);
    const known = [this.task.agreed.get(enrolment), draft?.values].flatMap((values) => values ?? []);
    const names = new Set(known.map(({ name }) => canonicalName(textOf(name))).filter((name) => name !== ""));
    const ids = new Set(known.map(({ idNumber }) => personOf(idNumber)).filter((person) => person !== ""));
    const written = canonicalName(textOf(row.cells.get("name")?.value));
    // Asked before anything else, so that it says nothing of whose enrolment it is.
    if (written === "" && !ids.has(writtenPerson(row)) && row.person === null && names.size + ids.size > 0)
      return refusedFor(marked, enrolment, { code: "E28" }, "name", say.namelessRow());
    if (!draft) return refusedFor(marked, enrolment, { code: "E15" }, "name", say.enrolmentGone(enrolment));
    if (this.isElsewhere(draft)) {
      const home = textOf(draft.values.unit);
      return refusedFor(marked, enrolment, { code: "E22" }, "unit", say.movedAway(enrolment, home));
    }
    const nameAgrees = written === "" || names.size === 0 || names.has(written);
    const isOtherName = !nameAgrees && (this.names.get(written)?.size ?? 0) > 0;
    const idAgrees = row.person === null ? nameAgrees : ids.has(row.person) || (ids.size === 0 && nameAgrees);
    if (idAgrees && !isOtherName) return { kind: "known", draft, isByKey: false };
    const isOtherPerson = row.person !== null && !ids.has(row.person) && this.isColleague(row.person);
    if (isOtherPerson || isOtherName) this.shifted++;
    if (isOtherPerson)
      return refusedFor(
        marked,
        enrolment,
        { code: "E12", severity: "阻断" },
        "idNumber",
        say.anotherPersonsId(this.nameOf(row.person)),
      );
    if (nameAgrees && written !== "") return { kind: "known", draft, isByKey: false };
    const before = this.isOwn(draft) ? shownName(textOf(draft.values.name)) : "";
    return refusedFor(
      marked,
      enrolment,
      { code: "E13" },
      "name",
      say.typedOver(before, shownName(textOf(row.cells.get("name")?.value))),
    );
  }

  /** A row without a usable id: known by its person, post and kind within the unit, else a new one. */
  private placed(marked: MarkedRow): RowIdentity {
    const { row } = marked;
    const { unit, book } = this.task;
    const { person } = row;
    if (person === null || row.refusals.length > 0) {
      return { kind: "refused", enrolment: null, refusals: row.refusals, transfer: null };
    }
    const stated = textOf(row.cells.get("unit")?.value);
    if (isOtherUnit(this.task, stated)) return refusedFor(marked, null, { code: "E22" }, "unit", say.newRowOtherUnit(stated));
    const match = book.match(person, unit, describedBy(row));
    if (match.kind === "one") return this.served(marked, match.draft);
    if (match.kind !== "new") return unplaced(marked, match);
    const key = JSON.stringify([person, ...(["post", "kind"] as const).map((column) => textOf(row.cells.get(column)?.value))]);
    const twin = this.fresh.get(key);
    if (twin) return refusedFor(marked, null, { code: "E11" }, "idNumber", say.repeatedPerson(twin.row.at));
    this.fresh.set(key, marked);
    return { kind: "new", person, others: match.others };
  }

  private served(marked: MarkedRow, draft: Draft): RowIdentity {
    const served = this.servedBy.get(draft.id);
    if (served) return refusedFor(marked, draft.id, { code: "E11" }, "idNumber", say.repeatedPerson(served.row.at));
    this.servedBy.set(draft.id, marked);
    return { kind: "known", draft, isByKey: true };
  }

  private isElsewhere({ values }: Draft): boolean {
    return isOtherUnit(this.task, textOf(values.unit));
  }

  private isOwn(draft: Draft): boolean {
    return isSendersOwn(this.task, draft);
  }

  /** Whether somebody else of the sender's own has an id. Whether another unit's person has it must make no difference. */
  private isColleague(person: string): boolean {
    return this.people.has(person) || this.task.book.enrolmentsOf(person).some((draft) => this.isOwn(draft));
  }

  private nameOf(person: string | null): string {
    const [own] = this.task.book.enrolmentsOf(person ?? "").filter((draft) => this.isOwn(draft));
    return shownName(textOf(own?.values.name));
  }
}

/** The id as written, also one that is no usable number. */
function writtenPerson({ cells }: IncomingRow): string {
  return personOf(cells.get("idNumber")?.raw ?? null);
}

function personOf(idNumber: Value): string {
  return typeof idNumber === "string" ? samePersonKey(canonicalId(idNumber)) : "";
}

function put(map: Map<string, Set<string>>, key: string, enrolment: string): void {
  if (key === "") return;
  const known = map.get(key);
  if (known) known.add(enrolment);
  else map.set(key, new Set([enrolment]));
}
