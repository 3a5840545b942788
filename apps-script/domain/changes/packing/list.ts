import type { Value } from "../../snapshot/value";

/**
 * A list as its different values, in the order in which they first come, and where each stands; without the second part
 * each comes once, in order. In the values `[n]` stands for n more texts, each counted up from the one before
 * (`["B2024-00001", [2]]` are three numbers); in the places `[n]` for the n places that follow, `-n` for the same n times more.
 *
 * @example packList(["甲", "甲", "甲", "甲", "乙"]) // [["甲", "乙"], [0, -3, 1]]
 */
export type PackedList = readonly [values: readonly (Value | Counted)[], places?: readonly (number | Counted)[]];

type Counted = readonly [number];

/** Runs that are shorter take no less room when they are counted. */
const SHORTEST_RUN = 4;

export function packList(list: readonly Value[]): PackedList {
  const known = new Map<Value, number>();
  const places = list.map((value) => {
    const place = known.get(value) ?? known.size;
    known.set(value, place);
    return place;
  });
  const values = packValues([...known.keys()]);
  return known.size === list.length ? [values] : [values, packPlaces(places)];
}

export function unpackList([values, places]: PackedList): readonly Value[] {
  const different = unpackValues(values);
  return places ? unpackPlaces(places).map((place) => different[place] ?? null) : different;
}

/** How much a list will hold, in units and items, or more than `most`: a few characters may stand for millions of values. */
export function unpackedSize([values, places]: PackedList, most: number): number {
  const lengths: number[] = [];
  for (const item of values) {
    const last = lengths[lengths.length - 1] ?? 0;
    if (!isCounted(item)) lengths.push(1 + String(item).length);
    else if (!(item[0] + lengths.length <= most)) return most + 1;
    else for (let count = item[0]; count > 0; count--) lengths.push(last);
  }
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (!places || total > most) return total;
  let [size, last] = [0, 0];
  const take = (count: number, step: 0 | 1): void => {
    for (; count > 0 && size <= most; count--) {
      last += step;
      size += lengths[last] ?? 1;
    }
  };
  for (const item of places) {
    if (isCounted(item)) take(item[0], 1);
    else if (item < 0) take(-item, 0);
    else {
      last = item;
      take(1, 0);
    }
  }
  return size;
}

function packValues(values: readonly Value[]): (Value | Counted)[] {
  const packed: (Value | Counted)[] = [];
  for (let at = 0; at < values.length; ) {
    const length = runFrom(values, at, nextText);
    packed.push(values[at] ?? null);
    if (length >= SHORTEST_RUN) packed.push([length - 1]);
    at += length >= SHORTEST_RUN ? length : 1;
  }
  return packed;
}

function unpackValues(packed: readonly (Value | Counted)[]): Value[] {
  const values: Value[] = [];
  for (const item of packed) {
    if (!isCounted(item)) values.push(item);
    else for (let count = item[0]; count > 0; count--) values.push(nextText(values[values.length - 1] ?? null));
  }
  return values;
}

function packPlaces(places: readonly number[]): (number | Counted)[] {
  const packed: (number | Counted)[] = [];
  for (let at = 0; at < places.length; ) {
    const same = runFrom(places, at, (place) => place);
    const next = runFrom(places, at, (place) => place + 1);
    const length = Math.max(same, next);
    packed.push(places[at] ?? 0);
    if (length >= SHORTEST_RUN) packed.push(same > next ? 1 - same : [next - 1]);
    at += length >= SHORTEST_RUN ? length : 1;
  }
  return packed;
}

function unpackPlaces(packed: readonly (number | Counted)[]): number[] {
  const places: number[] = [];
  let last = 0;
  for (const item of packed) {
    if (isCounted(item)) for (let count = item[0]; count > 0; count--) places.push(++last);
    else if (item < 0) for (let count = item; count < 0; count++) places.push(last);
    else {
      last = item;
      places.push(last);
    }
  }
  return places;
}

function isCounted(item: Value | Counted): item is Counted {
  return Array.isArray(item);
}

/** How many items from there on follow each from the one before. */
function runFrom<T>(list: readonly T[], from: number, next: (item: T) => T | null): number {
  let at = from + 1;
  while (at < list.length && list[at] !== null && list[at] === next(list[at - 1] as T)) at++;
  return at - from;
}

/** A text whose number at the end is one higher, as wide as it was: `B2024-00010` after `B2024-00009`. */
function nextText(value: Value): Value {
  if (typeof value !== "string") return null;
  const [digits] = /\d{1,9}$/.exec(value) ?? [""];
  if (digits === "") return null;
  return value.slice(0, -digits.length) + String(Number(digits) + 1).padStart(digits.length, "0");
}
