import type { IncomingMessage, ServerResponse } from "node:http";
import { basename, dirname } from "node:path";
import type { Day } from "../../../apps-script/domain/days/civil-day";
import type { FileKind } from "../../../apps-script/domain/operations/file-kind";
import { type Serving, serve } from "../../../apps-script/domain/serving/serve";
import { read } from "../readers/readers";
import * as say from "../wording/workbench";
import { answerJson } from "./answers";
import { jsonOf } from "./body";
import type { Downloads } from "./downloads";
import type { Events } from "./events";
import { doJob, isTexts, type JobAsk, jobAsk, type RunCommand } from "./jobs";
import type { Life } from "./life";
import type { PageFiles } from "./page-files";
import { TurnedAway } from "./turned-away";
import type { Turns } from "./turns";
import type { Uploads } from "./uploads";

/** A decision of the largest size that a page sends, as JSON. */
const CALL_BYTES = 20 * 1024 * 1024;
const ASK_BYTES = 64 * 1024;

/** What there is behind the gate. */
export interface Furniture {
  readonly book: string;
  readonly today: () => Day;
  readonly pages: PageFiles;
  readonly key: string;
  readonly events: Events;
  readonly uploads: Uploads;
  readonly downloads: Downloads;
  readonly serving: Serving;
  readonly turns: Turns;
  readonly life: Life;
  readonly run: RunCommand;
  /** Called when something may have been written. */
  readonly onWrite: () => void;
}

/** Looking changes nothing. */
export async function look(path: string, response: ServerResponse, room: Furniture): Promise<void> {
  const { pages, events, downloads, key, life } = room;
  const [first, id] = path.split("/");
  if (path === "") pages.sendPage(response, key);
  else if (path === "events") events.listen(response, () => life.hold());
  else if (first === "file" && id !== undefined) await downloads.send(id, response);
  else pages.sendFile(path, response);
}

type Act = (request: IncomingMessage, room: Furniture) => Promise<unknown>;

/**
 * What changes something, or takes files. All of it is asked and answered as JSON but the files themselves: they come as they are,
 * with their name in a header, and are named by number from then on.
 */
const ACTS: ReadonlyMap<string, Act> = new Map<string, Act>([
  ["call", callOf],
  ["upload", (request, { uploads }) => uploads.take(request)],
  ["job", async (request, room) => job(jobAsk(await jsonOf(request, ASK_BYTES)), room)],
  ["kinds", async (request, { uploads }) => kindsOf(filesIn(await jsonOf(request, ASK_BYTES)), uploads)],
  ["drop", async (request, { uploads }) => uploads.drop(filesIn(await jsonOf(request, ASK_BYTES)))],
  ["table", async (request, room) => table(await jsonOf(request, ASK_BYTES), room)],
]);

export async function act(path: string, request: IncomingMessage, response: ServerResponse, room: Furniture): Promise<void> {
  const wanted = ACTS.get(path);
  if (!wanted) throw new TurnedAway("nothing-there");
  const value = await room.life.during(() => wanted(request, room));
  answerJson(response, { ok: true, value });
}

/** One of the calls that every home of the page answers: `{ "call": …, "ask": … }`. */
async function callOf(request: IncomingMessage, { serving, onWrite }: Furniture): Promise<unknown> {
  const given = await jsonOf(request, CALL_BYTES);
  const { call, ask } = typeof given === "object" && given !== null ? (given as Record<string, unknown>) : {};
  try {
    return await serve(serving, call, ask);
  } finally {
    if (call === "commit" || call === "init") onWrite();
  }
}

/** Files wait on where nothing was done with them yet: after a trial, and after a refusal. */
async function job(ask: JobAsk, { book, today, uploads, downloads, turns, run, onWrite }: Furniture): Promise<unknown> {
  try {
    const { report, folder, written, isOver } = await uploads.using(ask.files, (paths) =>
      turns.take(() => doJob(ask, paths, dirname(book), run)),
    );
    if (isOver) await uploads.drop(ask.files);
    return { ...report, folder, files: downloads.offer(written, say.zipName(today())) };
  } finally {
    onWrite();
  }
}

/** What each file is by what it holds. One that cannot be read is taken for people: what is to be done with it tells why. */
function kindsOf(ids: readonly string[], uploads: Uploads): Promise<readonly (FileKind | null)[]> {
  const kindOf = (path: string): Promise<FileKind | null> => read(basename(path), "kind", path).catch(() => "people" as const);
  return uploads.using(ids, (paths) => Promise.all(paths.map(kindOf)));
}

function filesIn(given: unknown): readonly string[] {
  const { files } = typeof given === "object" && given !== null ? (given as Record<string, unknown>) : {};
  if (!isTexts(files)) throw new TurnedAway("bad-call");
  return files;
}

/** A filled-in form or a list, as cells that the page goes on with. */
async function table(given: unknown, { uploads }: Furniture): Promise<unknown> {
  const { file } = typeof given === "object" && given !== null ? (given as Record<string, unknown>) : {};
  if (typeof file !== "string") throw new TurnedAway("bad-call");
  const cells = uploads.using([file], ([path = ""]) => read(basename(path), "table", path));
  return cells.finally(() => uploads.drop([file]));
}
