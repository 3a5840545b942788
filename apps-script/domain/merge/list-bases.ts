import type { RowChange } from "../changes/change-set";
import type { OutcomeBuilder } from "../changes/outcome";
import { ExchangeLedger } from "../exchange/sent-bases";
import { type Numberer, numberer } from "../rules/numberer";
import { UNIT_COLUMNS, type UnitValues } from "../schema/unit-columns";
import type { Snapshot } from "../snapshot/snapshot";
import { BaseBook } from "./returned/base-book";
import type { UnitDirectory } from "./units";

/**
 * What was agreed with a unit on one enrolment. `listed` is what the unit's own list said last, `agreed` what was agreed
 * last at all: in that list, or in a file that went out or came back since.
 */
export interface ListAgreement {
  readonly listed: UnitValues | null;
  readonly agreed: UnitValues | null;
}

/** Where a list stands in 往来: the number of the unit's lists and how many of them brought something new. */
export interface ListPlace {
  readonly exchange: string;
  readonly generation: number;
}

/** How many generations of a unit's lists 底稿 keeps. */
const KEPT_GENERATIONS = 5;
const LATEST = Number.MAX_SAFE_INTEGER;

/**
 * 底稿 of the lists that units make themselves. A unit's lists have a 交换号 of their own (`L00001`), so that the files
 * which we send go on counting by themselves. 底稿 of a list keeps, in the place of the generation that values were taken
 * from, the last generation of the unit's files when the list came: that tells which of the two is newer.
 */
export class ListBases {
  private readonly bases: BaseBook;
  private readonly files: ExchangeLedger;
  private readonly numbers: Numberer;
  private readonly lists = new Map<string, string[]>();
  private readonly exchanges = new Map<string, ReturnType<ExchangeLedger["of"]>>();
  private readonly current = new Map<string, number>();
  private readonly written = new Set<string>();

  constructor(
    snapshot: Snapshot,
    private readonly units: UnitDirectory,
  ) {
    this.bases = new BaseBook(snapshot);
    this.files = new ExchangeLedger(snapshot);
    const rows = [...snapshot.bases, ...snapshot.exchanges];
    const isList = (exchange: unknown): exchange is string => typeof exchange === "string" && /^L\d+$/.test(exchange);
    this.numbers = numberer(
      "L",
      0,
      rows.map(({ exchange }) => exchange),
    );
    for (const { exchange, unit } of rows) if (isList(exchange) && unit !== null) this.note(units.nameFor(unit), exchange);
  }

  /** @param unit the full name */
  on(unit: string, enrolment: string): ListAgreement {
    const [listed] = (this.lists.get(unit) ?? []).flatMap((list) => this.bases.agreed(list, LATEST, enrolment) ?? []);
    const exchange = this.filesOf(unit)?.exchange;
    const sent = exchange === undefined ? null : this.bases.agreed(exchange, LATEST, enrolment);
    const isSentSince = sent !== null && (!listed || sent.generation > (listed.takenFrom ?? 0));
    return { listed: listed?.values ?? null, agreed: (isSentSince ? sent : listed)?.values ?? null };
  }

  /** The unit to which files went under a 交换号. */
  unitOf(exchange: string): string | null {
    return this.bases.unitOf(exchange);
  }

  /** Writes what a list says of an enrolment, unless the unit's list before it said the same. */
  agree(out: OutcomeBuilder, unit: string, enrolment: string, values: UnitValues): void {
    const list = this.listOf(unit);
    if (!this.current.has(list)) this.current.set(list, this.bases.nextGeneration(list) - 1);
    const { listed } = this.on(unit, enrolment);
    if (listed && UNIT_COLUMNS.every((column) => listed[column] === values[column])) return;
    this.bases.advance(out, list, unit, enrolment, values, this.filesOf(unit)?.generation ?? 0);
    this.current.set(list, this.bases.nextGeneration(list));
    this.written.add(list);
  }

  /** Ends a file. Returns its place in 往来 when it spoke of the people of one unit. */
  close(): ListPlace | null {
    const places = [...this.current].map(([exchange, generation]) => ({ exchange, generation }));
    for (const { exchange, generation } of places) this.bases.seen(exchange, generation);
    this.current.clear();
    const [only, ...more] = places;
    return only !== undefined && more.length === 0 ? only : null;
  }

  /** The rows that lists have left behind. */
  outdated(): RowChange[] {
    return [...this.written].flatMap((list) => this.bases.outdated(list, this.bases.nextGeneration(list) - KEPT_GENERATIONS));
  }

  private filesOf(unit: string): ReturnType<ExchangeLedger["of"]> {
    const known = this.exchanges.get(unit);
    if (known !== undefined) return known;
    const found = this.files.of(unit, (written) => this.units.nameFor(written) === unit);
    this.exchanges.set(unit, found);
    return found;
  }

  private listOf(unit: string): string {
    const [known] = this.lists.get(unit) ?? [];
    return known ?? this.note(unit, this.numbers.next());
  }

  /** The newest number of a unit is its own; an older one remains from before two units became one. */
  private note(unit: string, list: string): string {
    const known = this.lists.get(unit) ?? [];
    if (!known.includes(list)) this.lists.set(unit, [...known, list].sort().reverse());
    return list;
  }
}
