import { readFile } from "node:fs/promises";

/** What a lock file says. Times are ISO moments; `token` differs for every lock taken; `processStart` see there. */
export interface LockNote {
  readonly host: string;
  readonly pid: number;
  readonly token: string;
  readonly startedAt: string;
  readonly heartbeat: string;
  readonly processStart?: string;
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

/** It becomes part of a claim's name. */
const TOKEN = /^[\w-]{1,40}$/;

function isNote(note: unknown): note is LockNote {
  if (typeof note !== "object" || note === null) return false;
  const { host, pid, token, startedAt, heartbeat } = note as Record<string, unknown>;
  const areTexts = [host, startedAt, heartbeat].every((field) => typeof field === "string");
  return Number.isInteger(pid) && areTexts && typeof token === "string" && TOKEN.test(token);
}
