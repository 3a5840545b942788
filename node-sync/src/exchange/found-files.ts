import { basename } from "node:path";
import type { IncomingFile } from "../../../apps-script/domain/merge/returned";
import { Refusal } from "../cli/refusal";
import { read } from "../readers/readers";
import type { Found } from "./read-incoming";

/** Why nothing of a file was taken. */
export interface FileError {
  readonly code: string;
  readonly message: string;
}

/** A file that was read: what to import, or the error. Neither for an answer of ours that nobody has changed. */
export interface ReadFile {
  readonly path: string;
  readonly incoming: IncomingFile | null;
  readonly error: FileError | null;
}

/** Has one file read that a unit sent; whatever it holds, the answer is about this file alone. */
export async function readFound(found: Found, verify: boolean): Promise<ReadFile> {
  const { path } = found;
  try {
    return { path, incoming: await read(basename(path), "incoming", found, verify), error: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message } = error;
    return { path, incoming: null, error: { code, message } };
  }
}
