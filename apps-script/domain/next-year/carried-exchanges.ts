import { compare } from "../changes/outcome";
import { type BaseContent, packBase, unpackBase } from "../exchange/identity";
import { DIRECTION } from "../schema/allowed";
import { groupedBy } from "../snapshot/grouped-by";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import type { BaseRow } from "./carried-base";

type Old = Pick<Snapshot, "bases" | "exchanges">;

/** A row of 底稿 in the new book. */
interface CarriedRow {
  readonly exchange: string;
  readonly generation: number;
  readonly enrolment: string;
  readonly unit: string | null;
  readonly values: string;
}

/** What the new book has to know of the files of the old year, so that one that comes back late is merged with its base. */
interface CarriedExchanges {
  readonly bases: readonly CarriedRow[];
  /** Sheet rows of 往来 that stay. */
  readonly stays: ReadonlySet<number>;
}

/**
 * Of each unit the last file sent, with what was taken back of it since, and of its lists what was agreed last; under the
 * new 报名编号. Files of earlier generations are of the year before: nothing is kept of them.
 *
 * @param to new 报名编号 by the old ones
 */
export function carriedExchanges(old: Old, to: ReadonlyMap<string, string>): CarriedExchanges {
  const lastSent = lastSentIn(old);
  const rows = old.bases.filter(({ exchange }) => lastSent.has(textOf(exchange)) || /^L\d+$/u.test(textOf(exchange)));
  const people = groupedBy(rows, ({ exchange, enrolment }) => {
    const key = to.get(textOf(enrolment));
    return key === undefined ? null : `${exchange}\n${key}`;
  });
  const bases = [...people.values()].flatMap((all) => renumberedRows(ofNewest(all), lastSent, to));
  const used = new Set(bases.map(({ exchange }) => exchange));
  const stays = old.exchanges.filter(
    ({ exchange, generation }) => used.has(textOf(exchange)) && lastSent.get(textOf(exchange)) === generation,
  );
  return { bases, stays: new Set(stays.map(({ at }) => at)) };
}

function lastSentIn({ exchanges }: Old): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { exchange, generation, direction } of exchanges) {
    if (direction !== DIRECTION.sent || typeof generation !== "number") continue;
    last.set(textOf(exchange), Math.max(last.get(textOf(exchange)) ?? 0, generation));
  }
  return last;
}

/** Of several old enrolments of one person and post the newest. */
function ofNewest(rows: readonly BaseRow[]): readonly BaseRow[] {
  const [newest] = rows.map(({ enrolment }) => textOf(enrolment)).sort((a, b) => compare(b, a));
  return rows.filter(({ enrolment }) => enrolment === newest);
}

/** From the row that the last file said on, of a list its last one. */
function renumberedRows(
  rows: readonly BaseRow[],
  lastSent: ReadonlyMap<string, number>,
  to: ReadonlyMap<string, string>,
): CarriedRow[] {
  const sorted = [...rows].sort((a, b) => Number(a.generation) - Number(b.generation));
  const sent = lastSent.get(textOf(sorted[0]?.exchange)) ?? Number.MAX_SAFE_INTEGER;
  const cover = sorted.reduce((last, { generation }) => (Number(generation) <= sent ? Number(generation) : last), 0);
  return sorted.flatMap(({ exchange, generation, enrolment, unit, values }): CarriedRow[] => {
    const content = Number(generation) < cover ? null : unpackBase(values);
    const key = to.get(textOf(enrolment));
    if (content === null || key === undefined) return [];
    const row = { exchange: textOf(exchange), generation: Number(generation), enrolment: key, unit };
    return [{ ...row, values: packedAs(content, textOf(enrolment)) }];
  });
}

const packedAs = ({ values, shown, takenFrom, from }: BaseContent, enrolment: string): string =>
  packBase(values, { shown, takenFrom, from: from ?? enrolment });
