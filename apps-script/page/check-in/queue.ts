import { checkIn } from "../../domain/operations/desk/check-in";
import { BadInput } from "../../domain/operations/inputs/bad-input";
import { Refusal } from "../../domain/refusal";
import type { Book } from "../book/book";
import { send } from "../book/send";
import { type Proposal, proposeForm } from "../deciding/proposal";
import { findingsIn } from "../report/described";
import { sentenceOf, Told } from "../sentences";
import * as say from "../wording/desk-screen";
import * as page from "../wording/page";
import { type Arrival, inputOf, isAlike, isAsSeen } from "./arrival";

/** Somebody who was not taken in, and why. */
export interface Stuck {
  readonly arrival: Arrival;
  readonly sentence: string;
}

/** One run of report-ins. */
export interface Taken {
  readonly run: string;
  readonly arrivals: readonly Arrival[];
  /** What it did for each, by 报名编号. */
  readonly told: Readonly<Record<string, string>>;
}

const ROUNDS = 3;

type Ending = Awaited<ReturnType<typeof send>>;

/**
 * People who were taken in and are to be written. While one call is under way the others wait; then whoever is alike goes out as
 * one run. What is not as it was on the screen, or is refused, stops for that person alone and is told; where nobody knows
 * whether anything can be written, all stop until somebody says to go on.
 */
export class CheckInQueue {
  waiting: readonly Arrival[] = [];
  sending: readonly Arrival[] = [];
  stuck: readonly Stuck[] = [];
  /** The latest first. */
  taken: readonly Taken[] = [];
  isHalted = false;
  private readonly listeners = new Set<() => void>();
  /** Of whom a run of several was refused: each goes out alone, so that the others are taken. */
  private readonly alone = new Set<Arrival>();
  private isRunning = false;

  constructor(
    private readonly book: Book,
    /** Waits until nothing else talks to the workbook. */
    private readonly turn: () => Promise<void> = async () => undefined,
  ) {}

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  holds(key: string): boolean {
    return [...this.waiting, ...this.sending].some((one) => one.key === key);
  }

  /** Takes somebody in; after a halt they wait with the others. */
  add(arrival: Arrival): void {
    this.drop(arrival.key);
    this.waiting = [...this.waiting, arrival];
    this.tell();
    void this.drain();
  }

  /** Staff have seen why all stopped. */
  goOn(): void {
    this.isHalted = false;
    this.tell();
    void this.drain();
  }

  /** Forgets somebody who was not taken in. */
  drop(key: string): void {
    this.stuck = this.stuck.filter(({ arrival }) => arrival.key !== key);
    this.tell();
  }

  /** Takes back the last one who is not on the way yet; null when there is none. */
  takeBack(): Arrival | null {
    const last = this.waiting[this.waiting.length - 1] ?? null;
    this.waiting = this.waiting.slice(0, -1);
    this.tell();
    return last;
  }

  private async drain(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    await this.turn();
    for (let [first] = this.waiting; first !== undefined && !this.isHalted; [first] = this.waiting) {
      await this.write(this.nextOf(first));
      if (this.waiting.length === 0) await this.readAnew();
      await this.turn();
    }
    this.isRunning = false;
  }

  /** Who goes out together with the first who waits. */
  private nextOf(first: Arrival): readonly Arrival[] {
    const isWith = (one: Arrival): boolean => !this.alone.has(one) && isAlike(first, one);
    const alike = this.alone.has(first) ? [first] : this.waiting.filter(isWith);
    this.waiting = this.waiting.filter((one) => !alike.includes(one));
    return alike;
  }

  /** So that the screen shows what was written; a reading that fails is tried again by whoever needs it. */
  private async readAnew(): Promise<void> {
    await this.book.ready().catch(() => undefined);
    this.tell();
  }

  private async write(alike: readonly Arrival[]): Promise<void> {
    this.sending = alike;
    this.tell();
    try {
      await this.attempt(alike);
    } catch (error) {
      if (!isAboutPeople(error)) this.halt(alike, sentenceOf(error, this.book.home));
      else if (alike.length === 1) this.hold(alike, sentenceOf(error, this.book.home));
      else this.part(alike);
    }
    this.sending = [];
    this.tell();
  }

  /** Decides about the workbook as it is by now, as often as somebody else writes something that does not matter here. */
  private async attempt(group: readonly Arrival[]): Promise<void> {
    let alike = group;
    for (let round = 1; round <= ROUNDS; round++) {
      alike = await this.asSeen(alike);
      if (alike.length === 0) return;
      const proposal = await proposeForm(this.book, checkIn, inputOf(alike));
      refuseLeftOut(proposal, alike);
      const ending = await send(this.book, proposal);
      if (ending.kind === "differs") continue;
      if (ending.kind === "restless") break;
      if (ending.kind === "done") return this.finish(ending.proposal, alike, ending.committed);
      return this.settle(alike, ending.fate);
    }
    this.halt(alike, page.RESTLESS);
  }

  private async asSeen(alike: readonly Arrival[]): Promise<readonly Arrival[]> {
    await this.book.ready();
    const others = alike.filter((one) => !isAsSeen(one, this.book));
    this.hold(others, say.CHANGED_MEANWHILE);
    return alike.filter((one) => !others.includes(one));
  }

  private finish(
    { done }: Proposal,
    arrivals: readonly Arrival[],
    committed: Extract<Ending, { readonly kind: "done" }>["committed"],
  ): void {
    if (committed.state === "stopped") {
      const { at, error } = committed;
      this.halt(arrivals, at === "write" ? page.halfWritten(error) : error);
    } else if (committed.run !== null) {
      this.taken = [{ run: committed.run, arrivals, told: done?.people ?? {} }, ...this.taken];
    }
  }

  /** No answer came: what the log says became of it. */
  private settle(arrivals: readonly Arrival[], fate: Extract<Ending, { readonly kind: "unanswered" }>["fate"]): void {
    const run = fate?.run ?? "";
    if (fate === null) this.halt(arrivals, page.FATE_UNKNOWN);
    else if (fate.state === "written") this.taken = [{ run, arrivals, told: {} }, ...this.taken];
    else if (fate.state === "absent") this.halt(arrivals, page.FATE_ABSENT);
    else this.halt(arrivals, fate.state === "undone" ? page.fateUndone(run) : page.fateUnfinished(run));
  }

  private part(alike: readonly Arrival[]): void {
    const others = alike.filter(({ key }) => !this.isStuck(key));
    for (const one of others) this.alone.add(one);
    this.waiting = [...others, ...this.waiting];
  }

  private isStuck(key: string): boolean {
    return this.stuck.some(({ arrival }) => arrival.key === key);
  }

  private hold(arrivals: readonly Arrival[], sentence: string): void {
    const others = arrivals.filter(({ key }) => !this.isStuck(key));
    this.stuck = [...this.stuck, ...others.map((arrival) => ({ arrival, sentence }))];
  }

  private halt(arrivals: readonly Arrival[], sentence: string): void {
    this.hold(arrivals, sentence);
    this.isHalted = true;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Whom the operation would leave out while it does the others. */
function refuseLeftOut({ described, done }: Proposal, alike: readonly Arrival[]): void {
  const left = alike.filter(({ key }) => !(key in (done?.people ?? {})));
  if (left.length === 0) return;
  const told = findingsIn(described)
    .filter(({ row }) => left.some(({ key }) => key === row))
    .map(({ message }) => message);
  throw new Told(told.join("") || say.LEFT_OUT);
}

/** Asked about somebody, not about the workbook or the way to it. */
function isAboutPeople(error: unknown): boolean {
  return error instanceof BadInput || error instanceof Told || (error instanceof Refusal && error.code === "not-possible");
}
