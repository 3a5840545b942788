import { mkdir, readFile, rename, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { version } from "../../../package.json";
import { type Fingerprint, fingerprintOf, sameFingerprint } from "../files/fingerprint";
import { writeAside } from "../files/temporary";

/** Why a file is set aside: a reader had to be ended over it. What is refused within a budget costs little and is read again. */
export type AsideReason = "memory" | "hang";

/**
 * Files that cost a reader all that one file may cost, by what they hold: read again they would do so every day. They are
 * tried again when somebody names them, and by another version of this program.
 */
export interface SetAside {
  /** Why the file is left alone; `null` for one that is to be read. */
  reasonFor(path: string): Promise<AsideReason | null>;
  note(path: string, reason: AsideReason): Promise<void>;
  /** The file was read after all. */
  forget(path: string): Promise<void>;
}

export const NOTHING_ASIDE: SetAside = {
  reasonFor: async () => null,
  note: async () => undefined,
  forget: async () => undefined,
};

interface Note extends Fingerprint {
  readonly reason: AsideReason;
  readonly program: string;
}

/** The notes in a file of this PC beside the workbook. Without them nothing is wrong but that time is lost. */
export class LocalSetAside implements SetAside {
  private readonly file: string;
  private notes: Promise<readonly Note[]> | undefined;
  private writing: Promise<void> = Promise.resolve();

  /** @param book the workbook's path, or one that stands for a workbook that is no file here */
  constructor(
    book: string,
    private readonly program = version,
  ) {
    this.file = join(dirname(book), ".anpei", `${basename(book)}.set-aside.json`);
  }

  async reasonFor(path: string): Promise<AsideReason | null> {
    return (await this.noteOn(path))?.reason ?? null;
  }

  async note(path: string, reason: AsideReason): Promise<void> {
    const note = { ...(await fingerprintOf(path)), reason, program: this.program };
    await this.change((notes) => [...notes.filter((other) => !sameFingerprint(note, other)), note]);
  }

  async forget(path: string): Promise<void> {
    const found = await this.noteOn(path);
    if (found) await this.change((notes) => notes.filter((note) => !sameFingerprint(note, found)));
  }

  /** Most files need not be read to tell that they are none of these. */
  private async noteOn(path: string): Promise<Note | undefined> {
    const notes = await this.all();
    if (notes.length === 0) return undefined;
    const size = await stat(path).then(
      (facts) => facts.size,
      () => -1,
    );
    if (notes.every((note) => note.size !== size)) return undefined;
    const own = await fingerprintOf(path);
    return notes.find((note) => sameFingerprint(note, own));
  }

  private all(): Promise<readonly Note[]> {
    this.notes ??= readFile(this.file, "utf8").then(
      (text) => notesIn(text).filter(({ program }) => program === this.program),
      () => [],
    );
    return this.notes;
  }

  /** Changes come one after the other, as files are read at the same time. */
  private async change(next: (notes: readonly Note[]) => readonly Note[]): Promise<void> {
    this.notes = this.all().then(next);
    this.writing = this.writing.then(async () => this.write(await this.all())).catch(() => undefined);
    await this.writing;
  }

  private async write(notes: readonly Note[]): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true, mode: 0o700 });
    await rename(await writeAside(this.file, JSON.stringify(notes)), this.file);
  }
}

/** The same, but nothing is written down. */
export function unchanging(aside: SetAside): SetAside {
  return { reasonFor: (path) => aside.reasonFor(path), note: async () => undefined, forget: async () => undefined };
}

function notesIn(text: string): Note[] {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.filter(isNote) : [];
  } catch {
    return [];
  }
}

function isNote(read: unknown): read is Note {
  if (typeof read !== "object" || read === null) return false;
  const { size, sha256, reason, program } = read as Readonly<Record<string, unknown>>;
  return (
    typeof size === "number" &&
    typeof sha256 === "string" &&
    typeof program === "string" &&
    (reason === "memory" || reason === "hang")
  );
}
