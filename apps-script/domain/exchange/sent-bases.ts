import { compare, type OutcomeBuilder } from "../changes/outcome";
import { DIRECTION } from "../schema/allowed";
import type { Snapshot } from "../snapshot/snapshot";

type BaseRow = Snapshot["bases"][number];

/** How many generations of a unit's files can still come back and be merged. */
const KEPT_GENERATIONS = 5;
const SENT = DIRECTION.sent;

/** What 往来 and 底稿 know of a unit's exchange. `generation` is the last one, sent or taken back; 0 for a new exchange. */
export interface ExchangeState {
  readonly exchange: string;
  readonly generation: number;
  /** The generation and fingerprint of the file sent last. */
  readonly last: { readonly generation: number; readonly fingerprint: string } | null;
}

/** The exchanges of a workbook by number. */
export class ExchangeLedger {
  private readonly generations = new Map<string, number>();
  private readonly sent = new Map<string, { generation: number; fingerprint: string }[]>();
  private readonly byUnit = new Map<string, Set<string>>();
  private readonly bases = new Map<string, Map<string, BaseRow[]>>();

  constructor({ exchanges, bases }: Pick<Snapshot, "exchanges" | "bases">) {
    for (const row of exchanges) {
      this.learn(row);
      if (row.direction !== SENT) continue;
      const files = this.sent.get(String(row.exchange)) ?? [];
      files.push({ generation: numberOf(row.generation), fingerprint: String(row.fingerprint ?? "") });
      this.sent.set(String(row.exchange), files);
    }
    for (const row of bases) {
      this.learn(row);
      const people = this.bases.get(String(row.exchange)) ?? new Map<string, BaseRow[]>();
      this.bases.set(String(row.exchange), people);
      const rows = people.get(String(row.enrolment));
      if (rows) rows.push(row);
      else people.set(String(row.enrolment), [row]);
    }
    for (const files of this.sent.values()) files.sort((a, b) => b.generation - a.generation);
    for (const people of this.bases.values()) {
      for (const rows of people.values()) rows.sort((a, b) => numberOf(b.generation) - numberOf(a.generation));
    }
  }

  /** Every exchange number in use. */
  numbers(): string[] {
    return [...this.generations.keys()];
  }

  /** The generation sent last under an exchange; 0 when there is none. */
  lastSent(exchange: string): number {
    return this.sent.get(exchange)?.[0]?.generation ?? 0;
  }

  /** The exchange of a unit, under its name now or one it had; of several the one under its own name, then the newest. */
  of(unit: string, isSame: (written: string) => boolean): ExchangeState | null {
    const own = this.byUnit.get(unit);
    const numbers = own ?? new Set([...this.byUnit].flatMap(([written, found]) => (isSame(written) ? [...found] : [])));
    const [exchange] = [...numbers].sort((a, b) => compare(b, a));
    if (exchange === undefined) return null;
    const last = this.sent.get(exchange)?.[0] ?? null;
    return { exchange, generation: this.generations.get(exchange) ?? 0, last };
  }

  /**
   * Writes what a file says of one enrolment, unless its last row says so already: a generation need not repeat what it
   * leaves as it was. A row that no generation still kept looks at is used again, so that 底稿 does not grow for ever.
   */
  keep(
    out: OutcomeBuilder,
    at: { exchange: string; generation: number; unit: string; enrolment: string },
    content: string,
    reason: string,
  ): void {
    const rows = this.bases.get(at.exchange)?.get(at.enrolment) ?? [];
    const [newest] = rows;
    if (newest?.values === content) return;
    const oldest = this.oldestKept(at.exchange);
    const cover = rows.findIndex((row) => numberOf(row.generation) <= oldest);
    const spare = cover < 0 ? undefined : rows[rows.length - 1];
    if (spare === undefined || rows.length - 1 <= cover) {
      out.add("bases", { ...at, values: content }, reason);
      return;
    }
    out.set("bases", spare, "generation", at.generation, reason);
    out.set("bases", spare, "unit", at.unit, reason);
    out.set("bases", spare, "values", content, reason);
  }

  /** The oldest sent generation that may still come back once one more is sent. */
  private oldestKept(exchange: string): number {
    return this.sent.get(exchange)?.[KEPT_GENERATIONS - 2]?.generation ?? 0;
  }

  private learn(row: {
    readonly exchange: string | number | null;
    readonly generation: string | number | null;
    readonly unit: string | null;
  }): void {
    if (typeof row.exchange !== "string" || !/^X\d+$/.test(row.exchange)) return;
    const highest = Math.max(this.generations.get(row.exchange) ?? 0, numberOf(row.generation));
    this.generations.set(row.exchange, highest);
    if (row.unit === null) return;
    const known = this.byUnit.get(row.unit);
    if (known) known.add(row.exchange);
    else this.byUnit.set(row.unit, new Set([row.exchange]));
  }
}

function numberOf(value: string | number | null): number {
  return typeof value === "number" ? value : Number(value ?? 0) || 0;
}
