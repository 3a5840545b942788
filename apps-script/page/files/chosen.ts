import type { FileKind } from "../../domain/operations/file-kind";

/** A file that staff chose. The page keeps it, so that it can be sent again whatever becomes of the server's copy. */
export interface Chosen {
  readonly key: number;
  readonly file: File;
  /** How the server names its copy; null while it has none. */
  upload: string | null;
  /** What it is taken for; null until that is known, or staff say it. */
  kind: FileKind | null;
  isTicked: boolean;
  /** Whether it was looked at since it was chosen: what it is without a kind then, staff have to say. */
  isSeen: boolean;
  /** The whole file was not taken, as staff have to ask the unit first. */
  isQuestion: boolean;
  /** Staff have asked: it is to be taken all the same. */
  isForced: boolean;
  /** Why it could not even be sent, or be read where it was to be taken in. */
  fault: string;
}

/** The order in which files are taken in: who and what the later ones are about comes first. */
const ORDER: readonly FileKind[] = ["plan", "people", "预报名", "省厅预约", "成绩", "cards", "checkIn"];

/** Files that one command takes in together. */
export interface Group {
  readonly kind: FileKind;
  readonly files: readonly Chosen[];
  readonly isForced: boolean;
}

/**
 * The files that are ticked: people of units all together, so that lists are compared with each other, and after them those that
 * are taken all the same; else one at a time.
 */
export function groupsOf(chosen: readonly Chosen[]): Group[] {
  const ready = chosen.filter(({ isTicked, fault }) => isTicked && fault === "");
  return ORDER.flatMap((kind): readonly Group[] => {
    const files = ready.filter((one) => one.kind === kind);
    if (kind !== "people") return files.map((file) => ({ kind, files: [file], isForced: false }));
    return [false, true].flatMap((isForced) => {
      const own = files.filter((file) => file.isForced === isForced);
      return own.length > 0 ? [{ kind, files: own, isForced }] : [];
    });
  });
}
