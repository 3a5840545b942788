import type { Closed } from "../../domain/changes/closed";
import type { Day } from "../../domain/days/civil-day";
import { broughtUp } from "../../domain/operations/brought-up";
import { withLost } from "../../domain/operations/lost-tabs";
import { type Context, contextOf } from "../../domain/rules/context";
import { TABLES, type TableName } from "../../domain/schema/index";
import type { AskOf, ValueOf } from "../../domain/serving/calls";
import { gridsIn, SCREEN_TABLES } from "../../domain/serving/reading";
import type { Grids } from "../../domain/snapshot/grid";
import { type Snapshot, snapshotOf } from "../../domain/snapshot/snapshot";
import type { Server } from "../server";
import { PROGRAM_IS_NEWER } from "../wording/page";

type Opening = ValueOf<"open">;

/** The page is of another build than the script or the server: what it decides would not be taken. */
export class OutdatedPage extends Error {
  override readonly name = "OutdatedPage";

  constructor() {
    super(PROGRAM_IS_NEWER);
  }
}

/** The workbook as it was read. */
interface Held {
  readonly grids: Grids;
  readonly today: Day;
  readonly document: string;
  readonly closed: readonly Closed[];
  /** When it was read, in milliseconds of this page's clock. */
  readonly at: number;
}

/**
 * The workbook as the page has it: read once, kept in memory alone, and read again after every write. Everything shown is
 * worked out of it.
 */
export class Book {
  clerk: string | null = null;
  private kept: Held | null = null;
  /** The snapshot of what is held: what is worked out of it is kept with it, as it is asked for at every key. */
  private seen: { readonly grids: Grids; readonly snapshot: Snapshot } | null = null;
  private isStale = true;
  private reading: Promise<void> | null = null;

  constructor(
    readonly server: Server,
    readonly build: string,
    private readonly now: () => number = Date.now,
  ) {}

  async open(ask: AskOf<"open"> = { clerk: null, copy: null }): Promise<Opening> {
    const opening = await this.server.call("open", ask);
    this.refuseOther(opening.build);
    this.clerk = opening.clerk;
    return opening;
  }

  /** The workbook, read if it is not yet or was written to since. */
  async ready(): Promise<Held> {
    if (!this.kept || this.isStale) await this.read();
    return this.held;
  }

  /** Reads all that screens show; who asks while that goes on waits for the same reading. */
  async read(): Promise<void> {
    this.reading ??= this.readAll().finally(() => {
      this.reading = null;
    });
    await this.reading;
  }

  /** Reads tables besides, or the change sets of runs, beside what is held. */
  async readMore(tables: readonly TableName[], runs: readonly string[] = []): Promise<void> {
    const before = await this.ready();
    const reading = await this.server.call("read", { tables, runs, isSettled: false });
    this.refuseOther(reading.build);
    const more = gridsIn(reading);
    const titles = new Set(more.map(({ title }) => title));
    this.kept = { ...before, grids: [...before.grids.filter(({ title }) => !titles.has(title)), ...more] };
  }

  holds(table: TableName): boolean {
    return this.kept?.grids.some(({ title }) => title === TABLES[table].title) ?? false;
  }

  /** The workbook may say something else by now. */
  expire(): void {
    this.isStale = true;
  }

  get held(): Held {
    if (!this.kept) throw new Error("The workbook has not been read.");
    return this.kept;
  }

  get isRead(): boolean {
    return this.kept !== null;
  }

  /** How old what is shown is, in milliseconds. */
  get age(): number {
    return this.kept ? this.now() - this.kept.at : 0;
  }

  /** The workbook as rules and views see it. */
  get snapshot(): Snapshot {
    const { grids } = this.held;
    if (this.seen?.grids !== grids) {
      const present = broughtUp(withLost(grids, SCREEN_TABLES)).grids;
      this.seen = { grids, snapshot: snapshotOf(present, SCREEN_TABLES) as Snapshot };
    }
    return this.seen.snapshot;
  }

  get context(): Context {
    return contextOf(this.snapshot, this.held.today);
  }

  private async readAll(): Promise<void> {
    this.isStale = false;
    try {
      const reading = await this.server.call("read", { tables: null, runs: [], isSettled: false });
      this.refuseOther(reading.build);
      const { today, document, closed } = reading;
      this.kept = { grids: gridsIn(reading), today, document, closed, at: this.now() };
    } catch (error) {
      this.isStale = true;
      throw error;
    }
  }

  private refuseOther(build: string): void {
    if (build !== this.build) throw new OutdatedPage();
  }
}
