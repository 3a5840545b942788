/** A file in the inbox that is whole, as far as can be seen without reading it. */
export interface InboxFile {
  /** No two files of a look have the same, even where the inbox itself allows it. */
  readonly name: string;
  /** Where it lies, as the inbox itself calls it: a path, an id. */
  readonly place: string;
  /** Tells this state of the file from a later one. */
  readonly mark: string;
  /** Changed within the last minutes: what cannot be read of it may still be on its way. */
  readonly isRecent: boolean;
}

/** What is left for next time; a folder is not looked into until somebody takes its files out. */
export interface WaitingFile {
  readonly file: string;
  readonly why: "writing" | "open" | "folder";
}

export interface InboxLook {
  readonly ready: readonly InboxFile[];
  readonly waiting: readonly WaitingFile[];
}

/**
 * Where files of units arrive: a folder here, or one elsewhere that is brought here to be read. Every file is in exactly one
 * place: waiting, refused and unread ones stay, taken ones go to the folder of those that are done.
 */
export interface Inbox {
  /** Runs `work` as the only sync of this inbox; refuses while another one is at it. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** What lies there, each time in the same order. */
  look(): Promise<InboxLook>;
  /**
   * Lets a file be read on this PC, where it lies only until it is read; `null` when it is gone.
   *
   * @throws {Refusal} when this one file cannot be brought here
   */
  fetched<T>(file: InboxFile, read: (path: string) => Promise<T>): Promise<T | null>;
  /** Whether the file is still as it was when it was looked at. */
  isUnchanged(file: InboxFile): Promise<boolean>;
  /**
   * Moves a file to those that are done, never over another one; gives back where it is. Where one name stands for one
   * file, the same content under the same name is not kept twice.
   */
  moveToDone(file: InboxFile): Promise<string>;
}
