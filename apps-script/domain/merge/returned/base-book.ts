import type { RowChange } from "../../changes/change-set";
import type { OutcomeBuilder } from "../../changes/outcome";
import { valuesOf } from "../../changes/undo";
import { type BaseContent, packBase, sentHash, unpackBase } from "../../exchange/identity";
import type { RowOf } from "../../schema/column";
import { BASES } from "../../schema/index";
import type { UnitValues } from "../../schema/unit-columns";
import type { Snapshot } from "../../snapshot/snapshot";
import { textOf } from "../../snapshot/value";

type BaseRow = RowOf<typeof BASES>;

/** What was agreed on an enrolment in some generation. */
export interface Agreed extends BaseContent {
  readonly generation: number;
  /** `null` for what this import has just agreed. */
  readonly row: BaseRow | null;
}

/**
 * 底稿 by exchange. What was agreed on an enrolment in generation g is its row of the greatest generation up to g. A file
 * taken back makes a generation of its own, with rows only where it says something new.
 */
export class BaseBook {
  private readonly byExchange = new Map<string, Map<string, Agreed[]>>();
  private readonly broken = new Set<string>();
  private readonly latest = new Map<string, number>();
  private readonly units = new Map<string, string>();

  constructor(snapshot: Snapshot) {
    for (const row of snapshot.bases) {
      if (typeof row.exchange !== "string" || typeof row.enrolment !== "string" || typeof row.generation !== "number") continue;
      this.seen(row.exchange, row.generation);
      if (row.unit !== null) this.units.set(row.exchange, row.unit);
      const content = unpackBase(row.values);
      if (content) this.keep(row.exchange, row.enrolment, { ...content, generation: row.generation, row });
      else this.broken.add(`${row.exchange} ${row.generation}`);
    }
    for (const { exchange, generation } of snapshot.exchanges) {
      if (typeof exchange === "string" && typeof generation === "number") this.seen(exchange, generation);
    }
    for (const people of this.byExchange.values())
      for (const rows of people.values()) rows.sort((a, b) => a.generation - b.generation);
  }

  knows(exchange: string): boolean {
    return this.latest.has(exchange);
  }

  exchanges(): readonly string[] {
    return [...this.latest.keys()].sort();
  }

  unitOf(exchange: string): string | null {
    return this.units.get(exchange) ?? null;
  }

  /** The generations of which we sent values, in order. */
  sentGenerations(exchange: string): number[] {
    const sent = [...(this.byExchange.get(exchange)?.values() ?? [])].flat().filter(({ takenFrom }) => takenFrom === null);
    return [...new Set(sent.map(({ generation }) => generation))].sort((a, b) => a - b);
  }

  peopleOf(exchange: string, generation: number): string[] {
    const people = this.byExchange.get(exchange) ?? new Map<string, Agreed[]>();
    return [...people].filter(([, rows]) => rows.some((row) => row.generation <= generation)).map(([enrolment]) => enrolment);
  }

  agreed(exchange: string, generation: number, enrolment: string): Agreed | null {
    return lastOf(this.rowsOf(exchange, enrolment).filter((row) => row.generation <= generation));
  }

  /** What was taken from the last file of this generation that came back. */
  takenBack(exchange: string, generation: number, enrolment: string): Agreed | null {
    return lastOf(this.rowsOf(exchange, enrolment).filter(({ takenFrom }) => takenFrom === generation));
  }

  /** Whether a file of the generation held just these values; `rows` is `null` where the file no longer says how many. */
  wasSent(exchange: string, generation: number, hash: string, rows: number | null): boolean {
    const sent = [...(this.byExchange.get(exchange) ?? [])].flatMap(([enrolment, all]) => {
      const last = lastOf(all.filter((row) => row.generation <= generation));
      return last && last.takenFrom === null ? [{ enrolment: last.from ?? enrolment, values: last.values }] : [];
    });
    return sent.length > 0 && sent.length === (rows ?? sent.length) && sentHash(sent) === hash;
  }

  /** Whether rows of the generation are damaged, or are all there and are not what was sent. */
  isBroken(exchange: string, generation: number, rows: number | null, hash: string): boolean {
    if (this.broken.has(`${exchange} ${generation}`)) return true;
    const sent = [...(this.byExchange.get(exchange) ?? [])].flatMap(([enrolment, all]) =>
      all
        .filter((row) => row.generation === generation && row.takenFrom === null)
        .map(({ values, from }) => ({ enrolment: from ?? enrolment, values })),
    );
    return sent.length === rows && rows > 0 && sentHash(sent) !== hash;
  }

  /** What was agreed last on an enrolment under an exchange; `null` for one that never went out under it. */
  lastAgreed(exchange: string, enrolment: string): Agreed | null {
    return lastOf(this.rowsOf(exchange, enrolment));
  }

  nextGeneration(exchange: string): number {
    return (this.latest.get(exchange) ?? 0) + 1;
  }

  /** Takes up a new generation, so that a later file of this run counts on. */
  seen(exchange: string, generation: number): void {
    this.latest.set(exchange, Math.max(this.latest.get(exchange) ?? 0, generation));
  }

  /** Writes what theirs says as the agreed values of the next generation. */
  advance(
    out: OutcomeBuilder,
    exchange: string,
    unit: string | null,
    enrolment: string,
    values: UnitValues,
    from: number | null,
  ): void {
    const generation = this.nextGeneration(exchange);
    const last = lastOf(this.rowsOf(exchange, enrolment));
    const shown = last?.shown ?? null;
    out.add("bases", { exchange, generation, enrolment, unit, values: packBase(values, { shown, takenFrom: from }) });
    this.keep(exchange, enrolment, { values, shown, takenFrom: from, generation, row: null });
  }

  /** Rows that no file of the generation `oldest` or a later one can need. */
  outdated(exchange: string, oldest: number): RowChange[] {
    return [...(this.byExchange.get(exchange)?.values() ?? [])].flatMap((rows) => {
      const old = rows.filter(({ generation }) => generation < oldest);
      const isRepeated = rows.some(({ generation }) => generation === oldest);
      const gone = isRepeated ? old : old.slice(0, -1);
      return gone.flatMap(({ row }) => (row ? [{ table: "bases", row: row.key, values: valuesOf(BASES, row), reason: "" }] : []));
    });
  }

  private rowsOf(exchange: string, enrolment: string): readonly Agreed[] {
    return this.byExchange.get(exchange)?.get(enrolment) ?? [];
  }

  private keep(exchange: string, enrolment: string, agreed: Agreed): void {
    const people = this.byExchange.get(exchange) ?? new Map<string, Agreed[]>();
    this.byExchange.set(exchange, people);
    const rows = people.get(textOf(enrolment));
    if (rows) rows.push(agreed);
    else people.set(textOf(enrolment), [agreed]);
  }
}

function lastOf(rows: readonly Agreed[]): Agreed | null {
  return rows[rows.length - 1] ?? null;
}
