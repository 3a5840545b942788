import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { refusedWording as say } from "../wording/workbook";
import { FileRefused, systemCode } from "./refused";

/** What a file held: its length in bytes and SHA-256 in hex. Times play no part: copying tools change them. */
export interface Fingerprint {
  readonly size: number;
  readonly sha256: string;
}

/** The fingerprint of a file (by path) or of bytes already read. Fails as the file system does (`ENOENT`, …). */
export async function fingerprintOf(source: string | Uint8Array): Promise<Fingerprint> {
  const hash = createHash("sha256");
  if (typeof source !== "string") return { size: source.length, sha256: hash.update(source).digest("hex") };
  let size = 0;
  for await (const chunk of createReadStream(source) as AsyncIterable<Buffer>) {
    size += chunk.length;
    hash.update(chunk);
  }
  return { size, sha256: hash.digest("hex") };
}

export function sameFingerprint(a: Fingerprint, b: Fingerprint): boolean {
  return a.size === b.size && a.sha256 === b.sha256;
}

/** @throws FileRefused `changed` when the file is not what it was when it was read, or is gone */
export async function refuseChanged(path: string, expected: Fingerprint): Promise<void> {
  try {
    if (sameFingerprint(await fingerprintOf(path), expected)) return;
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
    throw new FileRefused("changed", say.missing(basename(path)), { cause: error });
  }
  throw new FileRefused("changed", say.changed(basename(path)));
}
