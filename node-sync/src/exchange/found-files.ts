import { basename } from "node:path";
import type { IncomingFile } from "../../../apps-script/domain/merge/returned";
import { Refusal } from "../../../apps-script/domain/refusal";
import { ReaderEnded, read } from "../readers/readers";
import { refusal } from "../refusal";
import { folderLeft } from "../wording/import-files";
import { leftAside } from "../wording/readers";
import type { Found, Incoming } from "./read-incoming";
import type { SetAside } from "./set-aside";

/** Why nothing of a file was taken. */
export interface FileError {
  readonly code: string;
  readonly message: string;
  /** Staff may say that it is to be taken all the same. */
  readonly isQuestion?: boolean;
}

/** A file that was read: what to import, or the error. Neither for an answer of ours that nobody has changed. */
export interface ReadFile {
  readonly path: string;
  readonly incoming: IncomingFile | null;
  readonly error: FileError | null;
  /** See `Incoming`. */
  readonly corrects: string | null;
}

/** Has one file read that a unit sent; whatever it holds, the answer is about this file alone. */
export async function readFound(found: Found, verify: boolean, aside: SetAside): Promise<ReadFile> {
  const { path } = found;
  try {
    const read = await readUnlessAside(found, verify, aside);
    return { path, incoming: read?.file ?? null, error: null, corrects: read?.corrects ?? null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message } = error;
    return { path, incoming: null, error: { code, message }, corrects: null };
  }
}

async function readUnlessAside(found: Found, verify: boolean, aside: SetAside): Promise<Incoming | null> {
  const { path, isNamed } = found;
  const label = basename(path);
  if (found.tables !== undefined) throw refusal("not-a-list", folderLeft(label, found.tables));
  const reason = isNamed ? null : await aside.reasonFor(path);
  if (reason !== null) throw refusal("set-aside", leftAside(label, reason));
  try {
    const incoming = await read(label, "incoming", found, verify);
    if (isNamed) await aside.forget(path);
    return incoming;
  } catch (error) {
    const end = error instanceof ReaderEnded ? error.end : null;
    if (end === "memory" || end === "hang") await aside.note(path, end);
    throw error;
  }
}
