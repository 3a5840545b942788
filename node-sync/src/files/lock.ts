import { randomUUID } from "node:crypto";
import { type FileHandle, link, mkdir, open, readFile, rename, stat, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { noAccess } from "../wording/cli";
import { refusedWording as say } from "../wording/workbook";
import { isRunning, processStart } from "./process-state";
import { FileRefused, systemCode, unless } from "./refused";
import { removeLeftovers, temporaryName } from "./temporary";

/** What a lock file says. Times are ISO moments; `token` differs for every lock taken; `processStart` see there. */
export interface LockNote {
  readonly host: string;
  readonly pid: number;
  readonly token: string;
  readonly startedAt: string;
  readonly heartbeat: string;
  readonly processStart?: string;
}

/**
 * A lock that is held. `release` may be called twice, never removes a lock that somebody else holds by now, and never fails:
 * what was done under the lock is done, and a lock that stays is taken over once its process is gone.
 */
export interface Lock {
  readonly path: string;
  release(): Promise<void>;
}

export interface LockOptions {
  /** What a person calls the thing that is locked; the file's name unless given. */
  readonly label?: string;
  /** For tests: another PC's name, another beat. */
  readonly host?: string;
  readonly beatEvery?: number;
}

const minute = 60_000;
const staleAfter = 10 * minute;
const claimDiesAfter = minute;

/**
 * Takes the lock of a file: `.anpei/<name>.lock` beside it. A lock whose process is gone (or has its number from
 * another process), or of another PC and without a heartbeat for ten minutes, is taken over.
 *
 * @throws FileRefused `locked`, naming who holds it; `no-access` on a disk that may not be written
 */
export async function lockFile(path: string, options: LockOptions = {}): Promise<Lock> {
  const { label = basename(path), host = hostname(), beatEvery = minute } = options;
  const lockPath = join(dirname(path), ".anpei", `${basename(path)}.lock`);
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

/**
 * The file with its text, made by us and open, or undefined when there is one. It is written under another name first:
 * whoever is killed, or finds the disk full, never leaves a lock that says nothing. Where a disk knows no links (exFAT)
 * it is made in place.
 */
async function create(path: string, text: string): Promise<FileHandle | undefined> {
  const temporary = join(dirname(path), temporaryName(basename(path)));
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
    if (["ENOSPC", "EDQUOT", "ENOENT"].includes(code)) throw error;
    return await createInPlace(path, text);
  } finally {
    if (!isOurs) await handle.close();
    await unless("ENOENT", unlink(temporary));
  }
  return handle;
}

async function createInPlace(path: string, text: string): Promise<FileHandle | undefined> {
  const handle = await unless("EEXIST", open(path, "wx", 0o600));
  await handle?.write(text, 0, "utf8");
  await handle?.sync();
  return handle;
}

/** One level only: of a read-only disk `recursive` says ENOENT (https://github.com/nodejs/node/issues/47098). */
async function makeFolder(folder: string): Promise<void> {
  try {
    await unless("EEXIST", mkdir(folder));
  } catch (error) {
    if (systemCode(error) === "EROFS") throw new FileRefused("no-access", noAccess(folder), { cause: error });
    throw error;
  }
}

/** What a lock says; undefined when it is gone, empty or unreadable. */
export async function readNote(lockPath: string): Promise<LockNote | undefined> {
  try {
    const note: unknown = JSON.parse(await readFile(lockPath, "utf8"));
    return isNote(note) ? note : undefined;
  } catch {
    return undefined;
  }
}

function isNote(note: unknown): note is LockNote {
  if (typeof note !== "object" || note === null) return false;
  const { host, pid, token, startedAt, heartbeat } = note as Record<string, unknown>;
  return Number.isInteger(pid) && [host, token, startedAt, heartbeat].every((field) => typeof field === "string");
}

async function isStale(note: LockNote, host: string): Promise<boolean> {
  if (note.host !== host) return !(Date.now() - Date.parse(note.heartbeat) <= staleAfter);
  if (!isRunning(note.pid)) return true;
  const began = await processStart(note.pid);
  return note.processStart !== undefined && began !== undefined && began !== note.processStart;
}

const ageOf = async (path: string): Promise<number> => Date.now() - ((await unless("ENOENT", stat(path)))?.mtimeMs ?? Date.now());

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
  return (note !== undefined && (await isStale(note, host))) || (await ageOf(claim)) > claimDiesAfter;
}

/**
 * Takes a dead process's lock. Only one of several takers wins: each must first make the claim file of exactly that
 * lock; then the lock is moved aside, looked at once more, and a new one made. A taker that died leaves its claim,
 * and the next number may be claimed.
 */
async function takeOver(lockPath: string, file: string, host: string, text: string): Promise<FileHandle> {
  const note = await readNote(lockPath);
  const isDead = note === undefined ? (await ageOf(lockPath)) > staleAfter : await isStale(note, host);
  if (!isDead) throw refusal(lockPath, file, note);
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
    const aside = join(dirname(lockPath), temporaryName(basename(lockPath)));
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
