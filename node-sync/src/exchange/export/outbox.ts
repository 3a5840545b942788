import { setAsideName } from "../../wording/export";
import { isUntouched } from "./list-mark";

/** A file in the outbox. */
export interface OutFile {
  /** The unit it is for; `null` when that is not clear, so that only the centre may see it. */
  readonly unit: string | null;
  readonly name: string;
}

/**
 * Where files for units go: a folder here, or one elsewhere that may hold each unit's apart. A file stands whole or not at
 * all, whenever the program is cut off.
 */
export interface Outbox {
  /** Makes the folder, removes what a killed run left in it, and fails where nothing can be put. */
  prepare(): Promise<void>;
  /** Whether exactly these bytes lie there. */
  holds(file: OutFile, bytes: Buffer): Promise<boolean>;
  /** What lies there. */
  read(file: OutFile): Promise<Buffer | undefined>;
  /** Puts a file where nothing lies; `false` when something does. */
  create(file: OutFile, bytes: Uint8Array): Promise<boolean>;
  /** Puts a file in the place of what lies there. */
  replace(file: OutFile, bytes: Uint8Array): Promise<void>;
  /** Gives a file another name; `false` when something lies there. */
  rename(from: OutFile, name: string): Promise<boolean>;
  /** Makes what was put there last, also when the power fails. */
  close(): Promise<void>;
}

/**
 * What became of a file: already there as it should be, or written; `setAside` is what an edited one was renamed to. `failure`
 * when the edited one was renamed and the new one could not be written.
 */
interface Delivered {
  readonly isWritten: boolean;
  readonly setAside: string | null;
  readonly failure: { readonly error: unknown } | null;
}

/**
 * Puts a unit's file under its name. One in which somebody typed since, perhaps a unit's answer saved over ours, is renamed
 * and never overwritten. `isTrial` only looks.
 */
export async function deliver(outbox: Outbox, file: OutFile, bytes: Buffer, isTrial = false): Promise<Delivered> {
  if (await outbox.holds(file, bytes)) return { isWritten: false, setAside: null, failure: null };
  if (isTrial) return { isWritten: true, setAside: null, failure: null };
  const before = await outbox.read(file);
  const setAside = before !== undefined && !(await isUntouched(before)) ? await putAside(outbox, file) : null;
  try {
    await outbox.replace(file, bytes);
  } catch (error) {
    const isBack = setAside === null || (await outbox.rename({ ...file, name: setAside }, file.name).catch(() => false));
    if (isBack) throw error;
    return { isWritten: false, setAside, failure: { error } };
  }
  return { isWritten: true, setAside, failure: null };
}

async function putAside(outbox: Outbox, file: OutFile): Promise<string> {
  for (let copy = 1; ; copy += 1) {
    const kept = setAsideName(file.name.replace(/\.xlsx$/, ""), copy);
    if (await outbox.rename(file, kept)) return kept;
  }
}
