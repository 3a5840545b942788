import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { Day } from "../../../apps-script/domain/days/civil-day";
import type { AskedByPage } from "../cli/command";
import { explain } from "../explain";
import { privateFolder, removePrivateFolders } from "../files/private-folder";
import type { Phase } from "../perform";
import { phaseTitles } from "../wording/cli";
import { BookDesk } from "./book-desk";
import { BookWatch } from "./book-watch";
import { Closing } from "./closing";
import { Downloads } from "./downloads";
import { Events } from "./events";
import type { RunCommand } from "./jobs";
import { KeptClerk } from "./kept-clerk";
import { Keys } from "./keys";
import { type Clock, Life } from "./life";
import { PageFiles } from "./page-files";
import { act, type Furniture, look } from "./rooms";
import { RunningNote } from "./running-note";
import { listen, type Patience, type Rooms } from "./server";
import { TurnedAway } from "./turned-away";
import { Turns } from "./turns";
import { Uploads } from "./uploads";

/** What a command that a page asks for is told: on which day, by whom, and whom to tell what it is at. */
export interface CommandTerms extends AskedByPage {
  readonly today: Day;
}

interface Start {
  /** The workbook; there need not be one yet. */
  readonly book: string;
  readonly today: () => Day;
  /** 经办人 as the start says it. */
  readonly clerk: string | undefined;
  /** The folder of the page as it was built. */
  readonly pages: string;
  readonly command: (terms: CommandTerms) => RunCommand;
  /** Told when a page has made the workbook. */
  readonly onMade?: () => Promise<void>;
  /** For tests: other times. */
  readonly clock?: Clock;
  readonly patience?: Patience;
  readonly pollMs?: number;
}

/** A local server with pages for one workbook. It ends half an hour after its last page is gone. */
export interface Workbench {
  /** The address that opens a page, once. */
  newPage(): string;
  /** Ends it; what is under way comes to its end first. */
  close(): Promise<void>;
  readonly ended: Promise<void>;
}

/** Starts the workbench of a workbook; `null` when this user has one running. */
export async function openWorkbench(start: Start): Promise<Workbench | null> {
  const book = resolve(start.book);
  const note = await RunningNote.take(book);
  if (note === null) return null;
  const closing = new Closing();
  closing.atEnd(() => note.close());
  try {
    return await opened({ ...start, book }, note, closing);
  } catch (error) {
    await closing.begin();
    throw error;
  }
}

async function opened(start: Start, note: RunningNote, closing: Closing): Promise<Workbench> {
  const life = new Life(() => void closing.begin(), start.clock);
  closing.atEnd(() => life.close());
  const keys = new Keys();
  const room = await furnished(start, { key: keys.call, life }, closing);
  const newPage = (port: number): string => `http://127.0.0.1:${port}/start/${keys.newStart()}`;
  const { server, port, underway } = await listen({ keys }, roomsOf(room, note, newPage), start.patience);
  closing.atEnd(async () => {
    server.close();
    room.events.close();
    await underway.end().finally(() => server.closeAllConnections());
  });
  await note.write(port);
  return { newPage: () => newPage(port), close: () => closing.begin(), ended: closing.ended };
}

function roomsOf(room: Furniture, note: RunningNote, newPage: (port: number) => string): Rooms {
  return {
    look: (path, response) => look(path, response, room),
    act: (path, request, response) => act(path, request, response, room),
    again: async (key, port) => {
      if (!(await note.use(key, port))) throw new TurnedAway("no-key");
      return newPage(port);
    },
    sentenceOf: (error) => explain(error).message,
  };
}

async function furnished(start: Start, shared: Pick<Furniture, "key" | "life">, closing: Closing): Promise<Furniture> {
  const { book, command, today } = start;
  await removePrivateFolders();
  const folder = await privateFolder();
  closing.atEnd(() => rm(folder, { recursive: true, force: true }));
  const pages = await PageFiles.in(start.pages);
  const [events, turns, clerk] = [new Events(), new Turns(book), await KeptClerk.of(start.clerk)];
  const onPhase = (phase: Phase): void => {
    events.tell({ event: "progress", sentence: phase === "done" ? null : phaseTitles[phase] });
  };
  const onChange = (): void => events.tell({ event: "changed" });
  const onHeld = (sentence: string | null): void => events.tell({ event: "held", sentence });
  const watch = new BookWatch(book, { onChange, onHeld }, start);
  closing.atEnd(() => watch.close());
  const serving = new BookDesk({ book, build: pages.build, today, clerk, turns, onPhase, onMade: start.onMade });
  serving.readAhead();
  return {
    ...{ ...shared, book, today, pages, events, turns },
    ...{ uploads: new Uploads(folder, start.clock), downloads: new Downloads() },
    serving,
    run: (...given) => command({ clerk: clerk.required, onPhase, today: today() })(...given).finally(() => onPhase("done")),
    onWrite: () => void watch.look(),
  };
}
