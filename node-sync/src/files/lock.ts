import { randomUUID } from "node:crypto";
import { type FileHandle, link, open, rename, stat, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { refusedWording as say } from "../wording/workbook";
import { ageOnDisk } from "./age-on-disk";
import { makeFolder } from "./folder";
import { type LockNote, readNote } from "./lock-note";
import { isRunning, processStart } from "./process-state";
import { FileRefused, systemCode, unless } from "./refused";
import { sideName } from "./side-name";
import { writing } from "./system-refusal";
import { removeLeftovers } from "./temporary";
import { temporaryName } from "./temporary-name";

/**
 * A lock that is held. `release` may be called twice, never removes a lock that somebody else holds by now, and never fails:
 * what was done under the lock is done, and a lock that stays is taken over once its process is gone.
 */
export interface Lock {
  readonly path: string;
  release(): Promise<void>;
}

interface LockOptions {
  /** What a person calls the thing that is locked; the file's name unless given. */
  readonly label?: string;
  /** For tests: another PC's name, another beat. */
  readonly host?: string;
  readonly beatEvery?: number;
}

const minute = 60_000;
const staleAfter = 10 * minute;
const claimDiesAfter = minute;
/** What it is no use to try another way after. */
const HOPELESS: readonly string[] = ["ENOSPC", "EDQUOT", "EROFS", "EIO", "ENOENT"];
/** Room in a lock's name for what a claim puts behind it. */
const claimRoom = 70;

/**
 * Takes the lock of a file: `.anpei/<name>.lock` beside it. A lock whose process is gone (or has its number from
 * another process), or of another PC and without a heartbeat for ten minutes, is taken over.
 *
 * @throws FileRefused `locked`, naming who holds it; what the system refuses
 */
export async function lockFile(path: string, options: LockOptions = {}): Promise<Lock> {
  const { label = basename(path), host = hostname(), beatEvery = minute } = options;
  const lockPath = placeOf(path);
  await makeFolder(dirname(lockPath));
  await removeLeftovers(dirname(lockPath));
  const began = await processStart(process.pid);
  const startedAt = new Date().toISOString();
  const note: LockNote = { host, pid: process.pid, token: randomUUID(), startedAt, heartbeat: startedAt };
  const textNow = (): string =>
    JSON.stringify({
      ...note,
      heartbeat: new Date().toISOString(),
      ...(began === undefined ? {} : { processStart: began }),
    });
  const handle = (await create(lockPath, textNow())) ?? (await takeOver(lockPath, label, host, textNow()));
  // Always the same length, through the handle: a beat can only ever touch our own file, even after a take-over.
  const write = async (): Promise<void> => void (await handle.write(textNow(), 0, "utf8"));
  const timer = setInterval(() => void write().catch(() => undefined), beatEvery);
  timer.unref();
  let isHeld = true;
  const release = async (): Promise<void> => {
    if (!isHeld) return;
    isHeld = false;
    clearInterval(timer);
    await handle.close().catch(() => undefined);
    if ((await readNote(lockPath))?.token === note.token) await unlink(lockPath).catch(() => undefined);
  };
  return { path: lockPath, release };
}

/** Whether somebody holds the lock of a file. To look takes nothing: whoever wants the lock meanwhile gets it. */
export async function isLockedFile(path: string): Promise<boolean> {
  const lockPath = placeOf(path);
  if ((await unless("ENOENT", stat(lockPath))) === undefined) return false;
  return !(await isDead(lockPath, await readNote(lockPath), hostname()));
}

function placeOf(path: string): string {
  return join(dirname(path), ".anpei", sideName(basename(path), ".lock", claimRoom));
}

/**
 * The file with its text, made by us and open, or undefined when there is one. It is written under another name first:
 * whoever is killed, or finds the disk full, never leaves a lock that says nothing. Where a disk knows no links (exFAT)
 * it is made in place.
 */
function create(path: string, text: string): Promise<FileHandle | undefined> {
  return writing(dirname(path), async () => {
    const temporary = join(dirname(path), temporaryName());
    const handle = await open(temporary, "wx", 0o600);
    let isOurs = false;
    try {
      await handle.write(text, 0, "utf8");
      await handle.sync();
      await link(temporary, path);
      isOurs = true;
    } catch (error) {
      const code = systemCode(error) ?? "";
      if (code === "EEXIST") return undefined;
      if (HOPELESS.includes(code)) throw error;
      return await createInPlace(path, text);
    } finally {
      if (!isOurs) await handle.close().catch(() => undefined);
      await unlink(temporary).catch(() => undefined);
    }
    return handle;
  });
}

async function createInPlace(path: string, text: string): Promise<FileHandle | undefined> {
  const handle = await unless("EEXIST", open(path, "wx", 0o600));
  try {
    await handle?.write(text, 0, "utf8");
    await handle?.sync();
    return handle;
  } catch (error) {
    await handle?.close().catch(() => undefined);
    await unlink(path).catch(() => undefined);
    throw error;
  }
}

/**
 * Another PC's clock may be ahead, so that its beat lies in the future for years: the beat then counts from when it was
 * written, by the clock of the disk.
 */
async function isStale(lockPath: string, note: LockNote, host: string): Promise<boolean> {
  if (note.host !== host)
    return !(Date.now() - Date.parse(note.heartbeat) <= staleAfter) || (await ageOnDisk(lockPath)) > staleAfter;
  if (!isRunning(note.pid)) return true;
  const began = await processStart(note.pid);
  return note.processStart !== undefined && began !== undefined && began !== note.processStart;
}

/** Whether a lock may be taken over. */
async function isDead(lockPath: string, note: LockNote | undefined, host: string): Promise<boolean> {
  return note === undefined ? (await ageOnDisk(lockPath)) > staleAfter : isStale(lockPath, note, host);
}

/** Tells this lock from the one that comes after it, unreadable ones too. */
async function identityOf(lockPath: string): Promise<string> {
  const token = (await readNote(lockPath))?.token;
  if (token !== undefined) return token;
  const facts = await unless("ENOENT", stat(lockPath));
  return facts === undefined ? "gone" : `unreadable-${facts.ino}-${Math.floor(facts.mtimeMs)}`;
}

/** A claim whose process is gone, or that is a minute old. */
async function isAbandoned(claim: string, host: string): Promise<boolean> {
  const note = await readNote(claim);
  return (note !== undefined && (await isStale(claim, note, host))) || (await ageOnDisk(claim)) > claimDiesAfter;
}

/**
 * Takes a dead process's lock. Only one of several takers wins: each must first make the claim file of exactly that
 * lock; then the lock is moved aside, looked at once more, and a new one made. A taker that died leaves its claim,
 * and the next number may be claimed.
 */
async function takeOver(lockPath: string, file: string, host: string, text: string): Promise<FileHandle> {
  const note = await readNote(lockPath);
  if (!(await isDead(lockPath, note, host))) throw refusal(lockPath, file, note);
  const identity = await identityOf(lockPath);
  const claims: string[] = [];
  for (let isClaimed = false; !isClaimed; ) {
    const claim = `${lockPath}.claim-${identity}-${claims.length + 1}`;
    claims.push(claim);
    const handle = await create(claim, text);
    isClaimed = handle !== undefined;
    await handle?.close();
    if (!isClaimed && !(await isAbandoned(claim, host))) throw refusal(lockPath, file, note);
  }
  try {
    if ((await identityOf(lockPath)) !== identity) throw refusal(lockPath, file, await readNote(lockPath));
    const aside = join(dirname(lockPath), temporaryName());
    await unless("ENOENT", rename(lockPath, aside));
    const handle = await create(lockPath, text);
    await unless("ENOENT", unlink(aside));
    if (handle === undefined) throw refusal(lockPath, file, await readNote(lockPath));
    return handle;
  } finally {
    for (const claim of claims) await unless("ENOENT", unlink(claim));
  }
}

function refusal(lockPath: string, file: string, note: LockNote | undefined): FileRefused {
  if (note === undefined) return new FileRefused("locked", say.lockUnreadable(file, basename(lockPath)));
  return new FileRefused("locked", say.locked(file, say.holder(note.host, note.pid, note.startedAt)));
}
