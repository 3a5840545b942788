import { type Keyring, keyringOf } from "../../exchange/keyring";
import type { SealedFile } from "../../exchange/seal";
import { renumbered } from "../../next-year/carried-base";
import type { Settings } from "../../rules/context";
import { DIRECTION } from "../../schema/allowed";
import { listed } from "../../snapshot/listed";
import type { Snapshot } from "../../snapshot/snapshot";
import { textOf } from "../../snapshot/value";
import type { BaseBook } from "./base-book";

/** The exchanges of a workbook, as files are told apart by them. */
export interface ExchangeBook {
  readonly keyring: Keyring;
  readonly bases: BaseBook;
  readonly unitOf: (exchange: string) => string | null;
  /** The hash of the values sent in a generation; `null` for one from before there were seals, `undefined` for none. */
  readonly sentHashOf: (exchange: string, generation: number) => string | null | undefined;
  /** Whether the last file of an exchange went out before there were seals. */
  readonly isOlderForm: (exchange: string) => boolean;
  readonly latestSent: (exchange: string) => number;
  /** The oldest generation that may still come back; 0 while there are few. */
  readonly oldestKept: (exchange: string) => number;
  /** Whether the workbook of a year before sealed a file. */
  readonly isOfEarlierYear: (file: SealedFile, seal: string) => boolean;
}

const KEPT_GENERATIONS = 5;

export function exchangeBookOf(
  snapshot: Snapshot,
  { workbook, carriedFrom }: Pick<Settings, "workbook" | "carriedFrom">,
  bases: BaseBook,
): ExchangeBook {
  const units = new Map<string, string>();
  const sent = new Map<string, Map<number, string | null>>();
  for (const { exchange, unit, direction, generation, contents } of snapshot.exchanges) {
    const name = textOf(exchange);
    if (name === "") continue;
    if (unit !== null && !units.has(name)) units.set(name, unit);
    if (direction !== DIRECTION.sent || typeof generation !== "number") continue;
    const generations = sent.get(name) ?? new Map<number, string | null>();
    sent.set(name, generations.set(generation, textOf(contents) || null));
  }
  const sentOf = (exchange: string): number[] => [...(sent.get(exchange)?.keys() ?? bases.sentGenerations(exchange))];
  const latestSent = (exchange: string): number => sentOf(exchange).reduce((latest, one) => Math.max(latest, one), 0);
  const keyring = keyringOf(snapshot, workbook, renumbered(snapshot));
  const earlier = new Set(listed(carriedFrom));
  return {
    keyring,
    bases,
    unitOf: (exchange) => units.get(exchange) ?? bases.unitOf(exchange),
    sentHashOf: (exchange, generation) => sent.get(exchange)?.get(generation),
    isOlderForm: (exchange) => (sent.get(exchange)?.get(latestSent(exchange)) ?? null) === null,
    oldestKept: (exchange) => sentOf(exchange).sort((a, b) => b - a)[KEPT_GENERATIONS - 1] ?? 0,
    latestSent,
    isOfEarlierYear: (file, seal) => earlier.has(keyring.sealedBy(file, seal) ?? ""),
  };
}
