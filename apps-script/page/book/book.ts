import type { Closed } from "../../domain/changes/closed";
import type { Day } from "../../domain/days/civil-day";
import type { Context } from "../../domain/rules/context";
import { TABLES, type TableName } from "../../domain/schema/index";
import type { AskOf, ValueOf } from "../../domain/serving/calls";
import type { PackedGrid } from "../../domain/serving/packed-grid";
import { gridsIn, SCREEN_TABLES } from "../../domain/serving/reading";
import type { Grids } from "../../domain/snapshot/grid";
import type { Snapshot } from "../../domain/snapshot/snapshot";
import { textOf } from "../../domain/snapshot/value";
import { type Decider, decideHere } from "../deciding/decider";
import type { Server } from "../server";
import type { Home } from "../wording/home";
import type { View } from "./kept-views";
import { Seen } from "./seen";

type Opening = ValueOf<"open">;

/** The page is of another build than the script or the server: what it decides would not be taken. */
export class OutdatedPage extends Error {
  override readonly name = "OutdatedPage";
}

/** The workbook as it was read. */
interface Held {
  /** As they came: they hold the whole workbook in little room, for decisions; screens are worked out of the snapshot. */
  readonly tabs: readonly PackedGrid[];
  /** What was asked for: a tab that the workbook does not have is not asked for again. */
  readonly tables: ReadonlySet<TableName>;
  /** The runs whose change sets were asked for. */
  readonly runs: readonly string[];
  readonly today: Day;
  readonly document: string;
  readonly closed: readonly Closed[];
  /** When its reading began, in milliseconds of this page's clock: what was written later is not in it. */
  readonly at: number;
  /** Names the reading; what is read besides belongs to it. */
  readonly reading: number;
  /** How often the workbook had been written to, as far as the page knows, when its reading began. */
  readonly writes: number;
}

/**
 * The workbook as the page has it: read once, kept in memory alone, and read again after every write. Everything shown is
 * worked out of it.
 */
export class Book {
  clerk: string | null = null;
  /** As the workbook says when it is opened. */
  home: Home = "sheet";
  /** Is called when screens show something else of the same reading. */
  onNews: () => void = () => undefined;
  private kept: Held | null = null;
  private seen: { readonly reading: number; readonly of: Seen } | null = null;
  private writes = 0;
  private readings = 0;
  private underWay: { readonly writes: number; readonly done: Promise<void> } | null = null;

  constructor(
    readonly server: Server,
    readonly build: string,
    private readonly now: () => number = Date.now,
    readonly decider: Decider = decideHere,
  ) {}

  async open(ask: AskOf<"open"> = { clerk: null, copy: null }): Promise<Opening> {
    const opening = await this.server.call("open", ask);
    this.home = opening.home;
    this.refuseOther(opening.build);
    this.clerk = opening.clerk;
    return opening;
  }

  /** The workbook, read if it is not yet or was written to since; who asks while that goes on waits for the same reading. */
  async ready(): Promise<Held> {
    if (!this.isFresh) await this.readOnce();
    return this.held;
  }

  /** Reads all that screens show, whatever is held. */
  async read(): Promise<void> {
    this.expire();
    await this.ready();
  }

  /** Reads tables besides, or the change sets of runs, beside what is held; anew where that was read again meanwhile. */
  async readMore(tables: readonly TableName[], runs: readonly string[] = []): Promise<void> {
    const { reading } = await this.ready();
    const { tabs: more } = await this.call(tables, runs);
    if (!this.isFresh || this.held.reading !== reading) return this.readMore(tables, runs);
    const titles = new Set(more.map(({ title }) => title));
    this.kept = {
      ...this.held,
      tabs: [...this.held.tabs.filter(({ title }) => !titles.has(title)), ...more],
      tables: new Set([...this.held.tables, ...tables]),
      runs: runs.length > 0 ? runs : this.held.runs,
    };
  }

  /** Has tables, and the change sets of runs, beside what is held, all of one reading. */
  async hold(tables: readonly TableName[], runs: readonly string[] = []): Promise<void> {
    for (let held = await this.ready(); ; held = await this.ready()) {
      const missing = tables.filter((table) => !held.tables.has(table));
      if (missing.length === 0 && runs.every((run) => held.runs.includes(run))) return;
      await this.readMore(missing, runs);
    }
  }

  /** Reads tables, or the change sets of runs, for one look; what is held stays as it is. */
  async readAlone(tables: readonly TableName[], runs: readonly string[]): Promise<Grids> {
    return gridsIn(await this.call(tables, runs));
  }

  /** The workbook with the passwords of 模拟卡, for one look; they are not held. */
  async withPasswords(): Promise<Snapshot> {
    await this.ready();
    const passwords = new Map(await this.server.call("passwords", {}));
    const { snapshot } = this;
    const cards = snapshot.cards.map((card) => ({ ...card, password: passwords.get(textOf(card.number)) ?? null }));
    return { ...snapshot, cards };
  }

  /** The tabs of tables, as far as they are held. */
  tabsOf(tables: readonly TableName[]): readonly PackedGrid[] {
    const titles = new Set(tables.map((table) => TABLES[table].title));
    return this.held.tabs.filter(({ title }) => titles.has(title));
  }

  /** The workbook may say something else by now; a reading that is under way may be older than that. */
  expire(): void {
    this.writes++;
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

  /** Whether what is held was read before a moment, in milliseconds of this page's clock. */
  isOlderThan(moment: number): boolean {
    return this.kept !== null && this.kept.at < moment;
  }

  /** The workbook as rules and views see it, of its last reading; what was read besides is for decisions alone. */
  get snapshot(): Snapshot {
    return this.lookedAt.snapshot;
  }

  get context(): Context {
    return this.lookedAt.context;
  }

  /** What a view shows of it, worked out once for each question. */
  view<Q, V>(view: View<Q, V>, question: Q): V {
    return this.lookedAt.view(view, question);
  }

  /** Whether 待办 is shown as it was written last, as what it would say now is being worked out. */
  get isBringingUp(): boolean {
    return this.seen?.of.isBringingUp ?? false;
  }

  private get lookedAt(): Seen {
    const { tabs, reading, today } = this.held;
    if (this.seen?.reading === reading) return this.seen.of;
    const seen = new Seen(tabs, today, this.decider, () => {
      if (this.seen?.of === seen) this.onNews();
    });
    this.seen = { reading, of: seen };
    return seen;
  }

  private get isFresh(): boolean {
    return this.kept?.writes === this.writes;
  }

  private async readOnce(): Promise<void> {
    const { writes } = this;
    if (this.underWay?.writes !== writes) this.underWay = { writes, done: this.readAll(writes) };
    const mine = this.underWay;
    try {
      await mine.done;
    } finally {
      if (this.underWay === mine) this.underWay = null;
    }
  }

  private async readAll(writes: number): Promise<void> {
    const [at, number] = [this.now(), ++this.readings];
    const reading = await this.call(null, []);
    // The answer to a reading that began earlier may come later.
    if (this.kept !== null && this.kept.reading > number) return;
    const { tabs, today, document, closed } = reading;
    const asked = { tables: new Set(SCREEN_TABLES), runs: [] };
    this.kept = { tabs, ...asked, today, document, closed, at, reading: number, writes };
  }

  private async call(tables: AskOf<"read">["tables"], runs: readonly string[]): Promise<ValueOf<"read">> {
    const reading = await this.server.call("read", { tables, runs, isSettled: false });
    this.refuseOther(reading.build);
    return reading;
  }

  private refuseOther(build: string): void {
    if (build !== this.build) throw new OutdatedPage();
  }
}
