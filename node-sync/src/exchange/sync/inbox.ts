/** A file in the inbox that is whole, as far as can be seen without reading it. */
export interface InboxFile {
  readonly name: string;
  /** Where it can be read on this PC. */
  readonly path: string;
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
  /** What lies there, in the order of the names. */
  look(): Promise<InboxLook>;
  /** Whether the file is still as it was when it was looked at. */
  isUnchanged(file: InboxFile): Promise<boolean>;
  /**
   * Moves a file to those that are done, never over another one; gives back where it is. The same content under the same
   * name is not kept twice.
   */
  moveToDone(file: InboxFile): Promise<string>;
}
