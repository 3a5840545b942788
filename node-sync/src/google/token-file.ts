import { readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeFolder } from "../files/folder";
import { ownFolder } from "../files/own-folder";
import { writeAside } from "../files/temporary";

/** What `anpei login` keeps: enough to get short-lived tokens without asking the person again. */
export interface StoredToken {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
}

export function tokenPath(): string {
  return join(ownFolder(), "google-token.json");
}

export async function readToken(path = tokenPath()): Promise<StoredToken | null> {
  try {
    const token = JSON.parse(await readFile(path, "utf8")) as Partial<StoredToken> | null;
    const isWhole = [token?.clientId, token?.clientSecret, token?.refreshToken].every((part) => typeof part === "string");
    return isWhole ? (token as StoredToken) : null;
  } catch {
    return null;
  }
}

/** Readable by its owner only, also for the moment in which it is written. */
export async function writeToken(token: StoredToken, path = tokenPath()): Promise<void> {
  await makeFolder(dirname(path));
  await rename(await writeAside(path, JSON.stringify(token)), path);
}
