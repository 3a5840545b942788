import { plainName, seatsIn } from "./classes";
import { CELLS, numberedClass, type StatedClass } from "./training-class";

/**
 * Rows that name one class more than once: what says the same is one row, a class at several sites on the same days is one class
 * with them all, and one whose sites have days of their own is a class a site. What says different things of one class and site
 * stays as it is: that is asked.
 */
export function withSites(classes: readonly StatedClass[]): StatedClass[] {
  const groups = new Map<string, StatedClass[]>();
  for (const one of classes) {
    const which = numberedClass(one.name) ?? plainName(one.name);
    groups.set(which, [...(groups.get(which) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => (group.length === 1 ? group : joined(group)));
}

/** One row more of a class, which says where else it is held. */
export function atAnotherSite(one: StatedClass, place: string, capacity: string | null): StatedClass {
  const more: StatedClass = { ...one, place, ...(capacity === null ? {} : { capacity }) };
  return joinedSites([one, capacity === null ? withoutSeats(more) : more]);
}

function joined(group: readonly StatedClass[]): StatedClass[] {
  const distinct = group.filter((one, at) => group.findIndex((other) => saysAs(one, other) && isSameSite(one, other)) === at);
  const [first, ...others] = distinct;
  if (first === undefined || others.length === 0) return distinct;
  const places = new Set(distinct.map(({ place }) => plainName(place ?? "")));
  if (places.size < distinct.length || places.has("")) return distinct;
  if (others.every((one) => saysAs(one, first))) return [joinedSites(distinct)];
  return distinct.map((one) => ({ ...one, name: `${one.name}（${one.place}）` }));
}

/** Seats are those of all sites together, where each says them. */
function joinedSites(sites: readonly StatedClass[]): StatedClass {
  const [first = { name: "", months: null, deadline: null, booking: null, reportIn: null, study: null }] = sites;
  const seats = sites.map(({ capacity }) => seatsIn(capacity ?? null));
  const total = seats.every((count) => count !== null)
    ? { capacity: String(seats.reduce((sum, count) => sum + (count ?? 0), 0)) }
    : {};
  return { ...withoutSeats(first), ...total, place: [...new Set(sites.flatMap(({ place }) => place ?? []))].join("、") };
}

function withoutSeats({ capacity: _, ...rest }: StatedClass): StatedClass {
  return rest;
}

function saysAs(one: StatedClass, other: StatedClass): boolean {
  const isSame = CELLS.every((cell) => cell === "name" || plainName(one[cell] ?? "") === plainName(other[cell] ?? ""));
  return isSame && one.stopped === other.stopped;
}

function isSameSite(one: StatedClass, other: StatedClass): boolean {
  return (
    plainName(one.place ?? "") === plainName(other.place ?? "") &&
    seatsIn(one.capacity ?? null) === seatsIn(other.capacity ?? null)
  );
}
