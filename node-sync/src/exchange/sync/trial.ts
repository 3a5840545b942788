import { join } from "node:path";
import { MemoryHost } from "../../memory-host";
import { DONE_FOLDER } from "../../wording/sync";
import type { Outbox, OutFile } from "../export/outbox";
import { unchanging } from "../set-aside";
import { type HeldAnswer, type HeldAnswers, keyOf } from "./held-answers";
import type { Inbox } from "./inbox";
import type { SyncPlaces } from "./places";

/** The same places, read as they are and written in memory only: a sync on them says what it would do. */
export async function onTrial({ host, inbox, outbox, answers, setAside }: SyncPlaces): Promise<SyncPlaces> {
  return {
    host: new MemoryHost(await host.read(), host.document),
    inbox: trialInbox(inbox),
    outbox: trialOutbox(outbox),
    answers: trialAnswers(answers),
    setAside: unchanging(setAside),
  };
}

const alone = <T>(work: () => Promise<T>): Promise<T> => work();

function trialInbox(real: Inbox): Inbox {
  return {
    exclusively: alone,
    look: () => real.look(),
    fetched: (file, read) => real.fetched(file, read),
    isUnchanged: (file) => real.isUnchanged(file),
    moveToDone: async ({ name }) => join(DONE_FOLDER, name),
  };
}

const placeOf = ({ unit, name }: OutFile): string => JSON.stringify([unit, name]);

function trialOutbox(real: Outbox): Outbox {
  const written = new Map<string, Buffer | undefined>();
  const read = async (file: OutFile): Promise<Buffer | undefined> =>
    written.has(placeOf(file)) ? written.get(placeOf(file)) : real.read(file);
  const replace = async (file: OutFile, bytes: Uint8Array): Promise<void> => void written.set(placeOf(file), Buffer.from(bytes));
  return {
    prepare: async () => undefined,
    holds: async (file, bytes) =>
      written.has(placeOf(file)) ? written.get(placeOf(file))?.equals(bytes) === true : real.holds(file, bytes),
    read,
    replace,
    create: async (file, bytes) => {
      const isFree = (await read(file)) === undefined;
      if (isFree) await replace(file, bytes);
      return isFree;
    },
    rename: async (from, name) => {
      const to = { ...from, name };
      const [moved, there] = [await read(from), await read(to)];
      if (moved === undefined || there !== undefined) return false;
      written.set(placeOf(from), undefined).set(placeOf(to), moved);
      return true;
    },
    close: async () => undefined,
  };
}

function trialAnswers(real: HeldAnswers): HeldAnswers {
  // What goes elsewhere than into the outbox is left to the real sync.
  let held: Promise<readonly HeldAnswer[]> = real.all().then((answers) => answers.filter(({ to }) => to === null));
  const without = async (...answers: readonly HeldAnswer[]): Promise<HeldAnswer[]> => {
    const keys = new Set(answers.map(keyOf));
    return (await held).filter((answer) => !keys.has(keyOf(answer)));
  };
  return {
    exclusively: alone,
    all: () => held,
    hold: async (answers) => {
      held = Promise.resolve([...(await without(...answers)), ...answers]);
    },
    forget: async (answer) => {
      held = Promise.resolve(await without(answer));
    },
  };
}
