import { setAsideName } from "../../wording/export";
import { isUntouched } from "./template-parts";

/** Where files for units go: a folder here, or one elsewhere. A file stands whole or not at all, whenever the program is cut off. */
export interface Outbox {
  /** Makes the folder and removes what a killed run left in it. */
  prepare(): Promise<void>;
  /** What lies there under a name. */
  read(name: string): Promise<Buffer | undefined>;
  /** Puts a file under a name that is free; `false` when something lies there. */
  create(name: string, bytes: Uint8Array): Promise<boolean>;
  /** Puts a file under a name, in the place of what lies there. */
  replace(name: string, bytes: Uint8Array): Promise<void>;
  /** Gives a file another name; `false` when something lies there. */
  rename(from: string, to: string): Promise<boolean>;
  /** Makes what was put there last, also when the power fails. */
  close(): Promise<void>;
}

/** What became of a file: already there as it should be, or written; `setAside` is what an edited one was renamed to. */
export interface Delivered {
  readonly isWritten: boolean;
  readonly setAside: string | null;
}

/**
 * Puts a unit's file under its name. One in which somebody typed since, perhaps a unit's answer saved over ours, is renamed
 * and never overwritten. `isTrial` only looks.
 */
export async function deliver(outbox: Outbox, name: string, bytes: Buffer, isTrial = false): Promise<Delivered> {
  const before = await outbox.read(name);
  if (before?.equals(bytes)) return { isWritten: false, setAside: null };
  if (isTrial) return { isWritten: true, setAside: null };
  const setAside = before !== undefined && !(await isUntouched(before)) ? await putAside(outbox, name) : null;
  await outbox.replace(name, bytes);
  return { isWritten: true, setAside };
}

async function putAside(outbox: Outbox, name: string): Promise<string> {
  for (let copy = 1; ; copy += 1) {
    const kept = setAsideName(name.replace(/\.xlsx$/, ""), copy);
    if (await outbox.rename(name, kept)) return kept;
  }
}
