import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Starts that were never used: a browser that did not open. */
const MOST_STARTS = 20;

/** 256 random bits that stand in an address, a cookie or a header as they are. */
export function newKey(): string {
  return randomBytes(32).toString("base64url");
}

/** Takes the same time whatever is alike. */
export function isSameKey(given: string | undefined, key: string): boolean {
  return given !== undefined && timingSafeEqual(digest(given), digest(key));
}

/**
 * The keys of one server. `room` is the first part of every path: browsers send cookies to all ports of 127.0.0.1, but none
 * outside its path, so another program's page never gets ours. `call` is held by pages in memory and says that a change comes
 * from one of them.
 */
export class Keys {
  readonly room = newKey();
  readonly cookie = newKey();
  readonly call = newKey();
  private readonly starts: string[] = [];

  /** A key that opens a page once. */
  newStart(): string {
    const key = newKey();
    this.starts.push(key);
    if (this.starts.length > MOST_STARTS) this.starts.shift();
    return key;
  }

  takeStart(given: string): boolean {
    const at = this.starts.findIndex((key) => isSameKey(given, key));
    if (at >= 0) this.starts.splice(at, 1);
    return at >= 0;
  }
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
