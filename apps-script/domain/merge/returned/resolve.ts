import type { Severity } from "../../changes/finding";
import { readRowId } from "../../exchange/identity";
import { SCHEMA_VERSION } from "../../schema/index";
import type { Snapshot } from "../../snapshot/snapshot";
import { textOf } from "../../snapshot/value";
import type { StaffSentence } from "../../wording/audience";
import * as say from "../../wording/exchange";
import type { BaseBook } from "./base-book";
import type { ReturnedMarks } from "./recognise";
import type { Stop } from "./report";

/** Something to say about the file as a whole. */
export interface Remark {
  readonly code: string;
  readonly severity: Severity;
  readonly message: StaffSentence;
}

/** A file that is ours: `generation` is `null` when it cannot be told, `isGuessed` when it is to be found by its values. */
export interface Resolved {
  readonly kind: "ours";
  readonly exchange: string;
  readonly unit: string | null;
  readonly generation: number | null;
  readonly isGuessed: boolean;
  readonly remarks: readonly Remark[];
}

export type Resolution =
  | Resolved
  | { readonly kind: "stop"; readonly stop: Stop; readonly exchange: string | null; readonly generation: number | null }
  /** Nothing of the workbook answers to the marks: a list like any other. */
  | { readonly kind: "foreign" };

/** The exchanges of a workbook, as files are told apart by them. */
export interface ExchangeBook {
  readonly workbook: string;
  readonly bases: BaseBook;
  readonly unitOf: (exchange: string) => string | null;
  readonly isSent: (exchange: string, generation: number) => boolean;
  readonly latestSent: (exchange: string) => number;
  /** The oldest generation that may still come back; 0 while there are few. */
  readonly oldestKept: (exchange: string) => number;
}

const KEPT_GENERATIONS = 5;

export function exchangeBookOf(snapshot: Snapshot, workbook: string | null, bases: BaseBook): ExchangeBook {
  const units = new Map<string, string>();
  const sent = new Map<string, Set<number>>();
  for (const { exchange, unit, direction, generation } of snapshot.exchanges) {
    const name = textOf(exchange);
    if (name === "") continue;
    if (unit !== null && !units.has(name)) units.set(name, unit);
    if (direction !== "发出" || typeof generation !== "number") continue;
    const generations = sent.get(name) ?? new Set();
    sent.set(name, generations.add(generation));
  }
  const sentOf = (exchange: string): readonly number[] => [...(sent.get(exchange) ?? bases.sentGenerations(exchange))];
  return {
    workbook: workbook ?? "",
    bases,
    unitOf: (exchange) => units.get(exchange) ?? bases.unitOf(exchange),
    isSent: (exchange, generation) =>
      sentOf(exchange).includes(generation) || bases.sentGenerations(exchange).includes(generation),
    oldestKept: (exchange) => [...sentOf(exchange)].sort((a, b) => b - a)[KEPT_GENERATIONS - 1] ?? 0,
    latestSent: (exchange) => sentOf(exchange).reduce((latest, one) => Math.max(latest, one), 0),
  };
}

/** Finds the exchange and generation of a file by what it says about itself, else by its row ids. */
export function resolve({ identity, keywords, lists }: ReturnedMarks, book: ExchangeBook): Resolution {
  const ids = lists.flatMap((list) => [...list.ids.values()]);
  const verifies = (exchange: string): boolean => ids.some((id) => readRowId(id, exchange, book.workbook) !== null);
  const exchange = identity?.exchange ?? keywords?.exchange ?? null;
  const generation = identity?.generation ?? keywords?.generation ?? null;
  const stopped = (code: string, message: StaffSentence): Resolution => ({
    kind: "stop",
    stop: { code, message, isQuestion: false },
    exchange,
    generation,
  });
  const ours = (found: string, remarks: readonly Remark[], taken: number | null = null, isGuessed = false): Resolved => ({
    kind: "ours",
    exchange: found,
    unit: book.unitOf(found),
    generation: taken,
    isGuessed,
    remarks,
  });
  if (identity && identity.workbook !== book.workbook) return stopped("E02", say.otherWorkbook());
  if (identity && identity.schema > SCHEMA_VERSION) return stopped("E03", say.newerSchema(identity.schema, SCHEMA_VERSION));
  if (exchange === null) {
    const found = book.bases.exchanges().filter(verifies);
    const [only] = found;
    if (only === undefined || found.length > 1) return { kind: "foreign" };
    return ours(only, [], null, true);
  }
  if (identity === null && !(ids.length === 0 ? book.bases.knows(exchange) : verifies(exchange))) {
    return stopped("E02", say.otherWorkbook());
  }
  if (identity && keywords && !agree(identity, keywords)) {
    const known = [identity.exchange, keywords.exchange].filter(verifies);
    return ours(known[0] ?? exchange, [{ code: "E04", severity: "警告", message: say.identitiesDiffer() }]);
  }
  const isWhole =
    generation !== null &&
    book.isSent(exchange, generation) &&
    !book.bases.isBroken(exchange, generation, identity?.rows ?? null, identity?.hash ?? null);
  if (isWhole) return ours(exchange, [], generation);
  return ours(exchange, [{ code: "E05", severity: "警告", message: say.noBase(generation) }]);
}

type Told = { readonly exchange: string; readonly generation: number; readonly hash: string };

function agree(a: Told, b: Told): boolean {
  return a.exchange === b.exchange && a.generation === b.generation && a.hash === b.hash;
}
