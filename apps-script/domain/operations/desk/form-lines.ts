import type { TableRow } from "../../merge/table-file";
import { numberFinder } from "../../naming/row-numbers";
import { isHandedIn } from "../../people/aliases";
import { canonicalId, canonicalName, foldWidth } from "../../people/canonical";
import { type Cents, type Method, readAmount } from "../../rules/money/payment-amounts";
import { type Enrolment, ROSTER } from "../../schema/roster";
import { addressOf } from "../../snapshot/address";
import { textOf, type Value } from "../../snapshot/value";
import * as say from "../../wording/check-in-form";
import * as inputs from "../../wording/inputs";
import { whoIs } from "../../wording/roster";
import type { World } from "../inputs/field";
import { FORM_METHODS, FORM_PAPERS, formTitleOf } from "./check-in-form";

/** What a form says of somebody who came, or for whom money came. `papers` are words of `DESK_PAPERS`. */
export interface FormLine {
  readonly key: string;
  readonly at: number;
  readonly place: string;
  readonly hasCome: boolean;
  readonly papers: readonly string[];
  readonly amounts: readonly { readonly method: Method; readonly cents: Cents }[];
  readonly remark: string | null;
}

/** A line on which nothing is ticked and no amount stands; `key` is `null` of one without a number that is known. */
export interface AbsentLine {
  readonly key: string | null;
  readonly place: string;
  readonly remark: string | null;
}

/** Reads line after line; what is not understood is in `wrong`. */
export class LineReader {
  readonly wrong: string[] = [];
  readonly absent: AbsentLine[] = [];
  private readonly seen = new Map<string, number>();
  private readonly numbers: ReturnType<typeof numberFinder<Enrolment>>;

  constructor(
    private readonly tab: string,
    private readonly columns: ReadonlyMap<string, number>,
    private readonly world: World,
  ) {
    this.numbers = numberFinder(world.snapshot.roster);
  }

  read(row: TableRow): FormLine | null {
    const before = this.wrong.length;
    const came = this.tickAt(row, say.cameTitle);
    const papers = FORM_PAPERS.filter((paper) => this.tickAt(row, formTitleOf(paper)) === true);
    const amounts = FORM_METHODS.flatMap((method) => this.amountAt(row, method) ?? []);
    if (this.wrong.length > before) return null;
    const isMarked = came === true || papers.length > 0 || amounts.length > 0;
    const { at } = row;
    const place = `${this.tab}第${at}行`;
    const remark = this.textAt(row, ROSTER.columns.note.title) || null;
    if (!isMarked) {
      if (this.textAt(row, ROSTER.columns.name.title) !== "")
        this.absent.push({ key: this.numberOf(row)?.key ?? null, place, remark });
      return null;
    }
    if (came === false && papers.length > 0) return this.none(say.papersOfAbsent(place));
    const person = this.personOf(row);
    if (person === null) return null;
    const earlier = this.seen.get(person.key);
    if (earlier !== undefined) return this.none(say.twice(place, whoIs(person), earlier));
    this.seen.set(person.key, at);
    return { key: person.key, at, place, hasCome: came !== false, papers, amounts, remark };
  }

  /** `false` of one that is crossed out. */
  private tickAt(row: TableRow, title: string): boolean | null {
    const text = foldWidth(this.textAt(row, title)).toLowerCase();
    if (text === "" || say.noTicks.includes(text)) return null;
    if (isHandedIn(text) || text === "true" || text === "1") return true;
    if (say.crosses.includes(text) || text === "false" || text === "0") return false;
    this.wrong.push(say.noTick(this.placeOf(row, title), title, this.textAt(row, title)));
    return null;
  }

  private amountAt(row: TableRow, method: Method): { method: Method; cents: Cents } | null {
    const written = this.cellAt(row, method);
    if (textOf(written) === "" || textOf(written) === say.box) return null;
    const cents = readAmount(written);
    if (cents === null || cents < 0) this.wrong.push(say.noAmount(this.placeOf(row, method), method, textOf(written)));
    return cents === null || cents <= 0 ? null : { method, cents };
  }

  /** By the number of the line, whose name has to be that person's; a line written by hand by name, unit and last digits. */
  private personOf(row: TableRow): Enrolment | null {
    const { id, name: nameColumn, unit } = ROSTER.columns;
    const place = `${this.tab}第${row.at}行`;
    const written = this.cellAt(row, id.title);
    const name = this.textAt(row, nameColumn.title);
    if (typeof written === "number") return this.none(say.idDamaged(this.placeOf(row, id.title)));
    if (textOf(written) === "") return this.namedBy(place, name, this.textAt(row, unit.title), this.textAt(row, say.endingTitle));
    const aside = this.world.snapshot.repeated.find(
      ({ table, key }) => table === "roster" && canonicalId(key) === canonicalId(textOf(written)),
    );
    if (aside !== undefined) return this.none(inputs.repeatedNumber(textOf(written), place, aside.at));
    const found = this.numberOf(row);
    if (found === null) return this.none(say.idUnknown(this.placeOf(row, id.title), textOf(written)));
    const isOther = name !== "" && canonicalName(name) !== canonicalName(textOf(found.name));
    return isOther ? this.none(say.otherName(place, name, whoIs(found))) : found;
  }

  private numberOf(row: TableRow): Enrolment | null {
    return this.numbers.exactly(this.textAt(row, ROSTER.columns.id.title));
  }

  private namedBy(place: string, name: string, unit: string, ending: string): Enrolment | null {
    if (name === "") return this.none(say.noName(place));
    const naming = [name, ending, unit].filter((part) => part !== "").join("+");
    const named = this.world.people()(naming);
    const rows = named.kind === "people" ? named.rows : [];
    const [one, ...more] = rows;
    if (one !== undefined && more.length === 0) return one;
    if (named.kind === "nobody") return this.none(inputs.nobodyNamed(naming, place, named.near.map(inputs.candidate)));
    if (named.kind === "repeated") return this.none(inputs.repeatedNumber(naming, place, named.aside.at));
    const candidates = named.kind === "several" ? named.candidates : rows;
    return this.none(inputs.severalPeople(naming, place, candidates.length, candidates.map(inputs.candidate)));
  }

  private none(message: string): null {
    this.wrong.push(message);
    return null;
  }

  private cellAt({ cells }: TableRow, title: string): Value {
    return cells[this.columns.get(title) ?? -1] ?? null;
  }

  private textAt(row: TableRow, title: string): string {
    return textOf(this.cellAt(row, title));
  }

  private placeOf({ at }: TableRow, title: string): string {
    return `${this.tab} ${addressOf(this.columns.get(title) ?? 0, at)}`;
  }
}
