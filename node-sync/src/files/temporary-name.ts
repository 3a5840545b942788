import { createHash, randomUUID } from "node:crypto";
import { hostname } from "node:os";

/** This PC in eight letters: a temporary file of another PC on a shared folder is none of our business for an hour. */
export const here = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

/** Earlier versions put the name of the file first. */
const PATTERN = /^\.(?:.*\.)?anpei-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.tmp$/su;

/**
 * A hidden name for a file that is being written; it says which process of which PC writes it. The name that the file gets in
 * the end plays no part: a long one leaves no room.
 */
export function temporaryName(): string {
  return `.anpei-${here}-${process.pid}-${randomUUID().slice(0, 8)}.tmp`;
}

/** Which process of which PC writes a temporary file; `null` for any other name. */
export function writerOf(name: string): { readonly host: string; readonly pid: number } | null {
  const [, host, pid] = PATTERN.exec(name) ?? [];
  return host === undefined ? null : { host, pid: Number(pid) };
}

export function isTemporaryName(name: string): boolean {
  return writerOf(name) !== null;
}
