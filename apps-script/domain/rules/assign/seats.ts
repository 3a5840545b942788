import { compare } from "../../changes/outcome";
import type { Day } from "../../days/civil-day";
import type { OVERLAP_POLICIES } from "../../schema/allowed";
import { OVERLAP } from "../../schema/allowed";
import type { BookableClass } from "./candidates";

export type OverlapPolicy = (typeof OVERLAP_POLICIES)[number];

/** Somebody who needs a class today. */
export interface Seeker {
  /** 报名编号, or what the row goes by. */
  readonly id: string;
  /** 证件有效期; empty where expiry plays no part. */
  readonly expiry: string;
  /** Classes that may be given, in date order. Seekers of one kind and month share one list. */
  readonly open: readonly BookableClass[];
  /** Those of them that are the first choice, in date order. */
  readonly first: readonly BookableClass[];
  /** The class that was given up on the way (a cancelled enrolment that is live again). */
  readonly former: BookableClass | null;
  readonly policy: OverlapPolicy;
  /** For 最晚可行: the last day on which a class may end so that 余量天数 is at least the safety margin. */
  readonly marginDay: Day;
}

/** How a seat came about. `full` are the candidates that had no seat left; `isMoved`: placed so that one more person fits. */
export interface Seat {
  readonly class: BookableClass;
  readonly full: readonly BookableClass[];
  readonly isMoved: boolean;
}

/**
 * Places as many people as possible. `taken` counts the people who already hold each class.
 *
 * People come in the order "last candidate, expiry, 报名编号" and take what the policy says among the classes with a free
 * seat. Whoever finds all of them full gets a seat if others can be moved to other candidates of theirs (an augmenting
 * path), so nobody is left out while a placement exists, and of those who cannot all be placed the first in order are. With
 * runs of consecutive classes and 最早 this is: fill the classes in date order with whoever's last candidate is earliest.
 */
export function placeAll(seekers: readonly Seeker[], taken: ReadonlyMap<string, number>): Map<Seeker, Seat> {
  const hall = new Hall(taken);
  const lastOf = new Map<readonly BookableClass[], string>();
  for (const { open } of seekers) if (!lastOf.has(open)) lastOf.set(open, lastDay(open));
  const queue = seekers.map((seeker) => ({ seeker, last: lastOf.get(seeker.open) ?? "" }));
  queue.sort((a, b) => compare(a.last, b.last) || compare(a.seeker.expiry, b.seeker.expiry) || byId(a.seeker.id, b.seeker.id));
  for (const { seeker } of queue) hall.place(seeker);
  return hall.seats;
}

/** Where the last candidate stands in date order. */
function lastDay(open: readonly BookableClass[]): string {
  const last = open[open.length - 1];
  return last ? `${last.studyFrom ?? last.studyTo}${last.bookingTo}${last.key}` : "";
}

/** B2024-99999 comes before B2024-100000. */
function byId(a: string, b: string): number {
  return a.length - b.length || compare(a, b);
}

/** The classes with their seats while people are being placed. */
class Hall {
  readonly seats = new Map<Seeker, Seat>();
  private readonly held: Map<string, number>;
  /** Who sits in a class, by the list of candidates they have: a move depends on nothing else. */
  private readonly seated = new Map<BookableClass, Map<readonly BookableClass[], Seeker[]>>();
  /** Classes from which no free seat can be reached any more. */
  private readonly closed = new Set<BookableClass>();

  constructor(taken: ReadonlyMap<string, number>) {
    this.held = new Map(taken);
  }

  place(seeker: Seeker): void {
    const free = (list: readonly BookableClass[]) => list.filter((one) => this.hasSeat(one));
    const first = free(seeker.first);
    const choices = first.length > 0 ? first : free(seeker.open);
    const former = choices.find((one) => one === seeker.former);
    const choice = former ?? this.chosen(choices, seeker);
    const full = seeker.open.filter((one) => !this.hasSeat(one));
    if (choice) this.sit(seeker, { class: choice, full, isMoved: false });
    else {
      const freed = this.makeRoom(seeker);
      if (freed) this.sit(seeker, { class: freed, full: [], isMoved: true });
    }
  }

  private chosen(choices: readonly BookableClass[], seeker: Seeker): BookableClass | undefined {
    if (seeker.policy === OVERLAP.balanced) {
      const loads = choices.map((one) => this.loadOf(one, choices));
      return choices[loads.indexOf(Math.min(...loads))];
    }
    if (seeker.policy === OVERLAP.latest) {
      const feasible = choices.filter((one) => one.studyTo <= seeker.marginDay);
      return feasible[feasible.length - 1] ?? choices[0];
    }
    return choices[0];
  }

  /** 已分配÷容量; 已分配 as soon as one of the choices has no 容量 to divide by. */
  private loadOf(one: BookableClass, choices: readonly BookableClass[]): number {
    const people = this.held.get(one.name) ?? 0;
    const isLimited = choices.every((choice) => choice.capacity !== null);
    return isLimited && one.capacity ? people / one.capacity : people;
  }

  private hasSeat(one: BookableClass): boolean {
    return one.capacity === null || (this.held.get(one.name) ?? 0) < one.capacity;
  }

  private sit(seeker: Seeker, seat: Seat): void {
    this.seats.set(seeker, seat);
    this.held.set(seat.class.name, (this.held.get(seat.class.name) ?? 0) + 1);
    const groups = this.seated.get(seat.class) ?? new Map<readonly BookableClass[], Seeker[]>();
    this.seated.set(seat.class, groups);
    const group = groups.get(seeker.open);
    if (group) group.push(seeker);
    else groups.set(seeker.open, [seeker]);
  }

  /**
   * Searches, class by class, a chain of moves that ends at a free seat, carries it out and returns the class that has a
   * seat now. A search that fails has met every class it could ever use, so those are never searched again
   * (the rule for Hungarian trees): all failing searches together look at each class once.
   */
  private makeRoom(seeker: Seeker): BookableClass | null {
    const cameFrom = new Map<BookableClass, BookableClass | null>();
    for (const one of seeker.open) if (!this.closed.has(one)) cameFrom.set(one, null);
    for (const one of cameFrom.keys()) {
      if (this.hasSeat(one)) return this.moveAlong(cameFrom, one);
      for (const [open, group] of this.seated.get(one) ?? []) {
        if (group.length === 0) continue;
        for (const other of open) if (!cameFrom.has(other) && !this.closed.has(other)) cameFrom.set(other, one);
      }
    }
    for (const one of cameFrom.keys()) this.closed.add(one);
    return null;
  }

  private moveAlong(cameFrom: ReadonlyMap<BookableClass, BookableClass | null>, end: BookableClass): BookableClass {
    let to = end;
    for (let from = cameFrom.get(to) ?? null; from !== null; from = cameFrom.get(to) ?? null) {
      this.move(from, to);
      to = from;
    }
    return to;
  }

  /** Moves the one who came last among those who may change. */
  private move(from: BookableClass, to: BookableClass): void {
    for (const [open, group] of this.seated.get(from) ?? []) {
      const mover = open.includes(to) ? group.pop() : undefined;
      if (!mover) continue;
      this.held.set(from.name, (this.held.get(from.name) ?? 0) - 1);
      this.sit(mover, { class: to, full: [], isMoved: true });
      return;
    }
  }
}
