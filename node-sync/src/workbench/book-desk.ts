import { basename } from "node:path";
import type { Day } from "../../../apps-script/domain/days/civil-day";
import { Refusal } from "../../../apps-script/domain/refusal";
import type { AskOf, Reading, ValueOf } from "../../../apps-script/domain/serving/calls";
import { committedOf } from "../../../apps-script/domain/serving/committed";
import { PASSWORD_TABLES, passwordsOf, readFor, readingOf } from "../../../apps-script/domain/serving/reading";
import type { Serving } from "../../../apps-script/domain/serving/serve";
import { momentInShanghai } from "../clock";
import { explain } from "../explain";
import { lockFile } from "../files/lock";
import { FileRefused } from "../files/refused";
import { commit, exclusively, type Phase } from "../perform";
import * as say from "../wording/workbench";
import { BookMemory } from "../xlsx/book-memory";
import { XlsxHost } from "../xlsx/xlsx-host";
import { stateOf } from "./book-state";
import type { KeptClerk } from "./kept-clerk";
import { initialise } from "./new-book";
import type { Turns } from "./turns";

interface Desk {
  readonly book: string;
  /** Names the program that the pages run. */
  readonly build: string;
  readonly today: () => Day;
  readonly clerk: KeptClerk;
  readonly turns: Turns;
  readonly onPhase: (phase: Phase) => void;
  readonly onMade: (() => Promise<void>) | undefined;
}

/**
 * The calls of pages on a workbook file. The file is the truth: it is read at every call, and what the process keeps of it
 * (`BookMemory`) counts only where the file holds the very same bytes. The lock is held for a write alone, so that the command
 * line and other PCs go on.
 */
export class BookDesk implements Serving {
  private readonly memory = new BookMemory();

  private ahead: Promise<void> = Promise.resolve();

  constructor(private readonly desk: Desk) {}

  /** Reads while the browser is still coming up; what goes wrong is told to whoever asks. */
  readAhead(): void {
    const all = { tables: null, runs: [], isSettled: false };
    this.ahead = this.readNow(all).then(
      () => undefined,
      () => undefined,
    );
  }

  async open({ clerk }: AskOf<"open">): Promise<ValueOf<"open">> {
    const { book, build, clerk: kept } = this.desk;
    if (clerk !== null) await kept.keep(clerk);
    await this.ahead;
    const isWorkbook = (await stateOf(book, this.memory)) === "ours";
    const fixed = { isCopy: false, tabs: [], selected: null, home: "file" } as const;
    return { ...fixed, build, document: basename(book), clerk: kept.now, isWorkbook };
  }

  async read(ask: AskOf<"read">): Promise<Reading> {
    await this.ahead;
    return this.readNow(ask);
  }

  /** For slips that are printed now: what was read is not kept. */
  async passwords(): Promise<ValueOf<"passwords">> {
    return passwordsOf(await new XlsxHost(this.desk.book).read(PASSWORD_TABLES));
  }

  async commit({ decision }: AskOf<"commit">): Promise<ValueOf<"commit">> {
    const { book, build, today, turns, onPhase } = this.desk;
    const head = { time: momentInShanghai(), clerk: this.desk.clerk.required, source: "工作台" } as const;
    const terms = { today: today(), head, onPhase };
    try {
      const receipt = await turns.take(() => commit(new XlsxHost(book, this.memory), decision, terms, build));
      return committedOf(receipt, (error) => explain(error).message);
    } catch (error) {
      // Somebody who knows of no lock saved the file in the moment between reading and writing.
      if (!(error instanceof FileRefused) || error.code !== "changed") throw error;
      return { state: "changed", findings: [], finished: [], isMigrated: false };
    } finally {
      onPhase("done");
    }
  }

  async init(ask: AskOf<"init">): Promise<ValueOf<"init">> {
    const { book, turns, onMade } = this.desk;
    const answer = await turns.take(() => initialise(book, ask));
    if (answer.state === "done") await onMade?.();
    return answer;
  }

  /** The new book is a file of its own here, which a job makes. */
  turn(): never {
    throw new Refusal("not-a-copy", say.noCopies);
  }

  /** Plans come from files here. */
  tabText(): never {
    throw new Refusal("no-tab", say.noTabs);
  }

  /** The place is in a program that is not open. */
  jump(): boolean {
    return false;
  }

  private async readNow(ask: AskOf<"read">): Promise<Reading> {
    const { book, build, clerk, today, turns } = this.desk;
    const { tables, sparing } = readFor(ask);
    const read = () => new XlsxHost(book, this.memory).read(tables, sparing);
    // A program that has the file open does not keep anybody from reading.
    const settled = () => turns.take(() => exclusively({ lock: () => lockFile(book) }, read));
    const grids = await (ask.isSettled ? settled() : read());
    const now = { today: today(), moment: momentInShanghai(), closed: [] };
    return readingOf(grids, ask, { ...now, build, document: basename(book), clerk: clerk.now });
  }
}
