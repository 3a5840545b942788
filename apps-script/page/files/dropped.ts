/** What was dropped: files, and the names of what a folder holds that cannot be read. */
export interface Dropped {
  readonly files: readonly File[];
  readonly unread: readonly string[];
}

/** A file or a folder as a browser gives it (https://wicg.github.io/entries-api/), as far as it is looked at. */
interface Entry {
  readonly name: string;
  readonly isDirectory: boolean;
}

interface FileEntry extends Entry {
  file(take: (file: File) => void, fail: () => void): void;
}

interface FolderEntry extends Entry {
  createReader(): { readEntries(take: (entries: readonly Entry[]) => void, fail: () => void): void };
}

/** The files, and those in folders. */
export async function filesOf(entries: readonly Entry[]): Promise<Dropped> {
  const found = await Promise.all(entries.map((entry) => (isFolder(entry) ? inFolder(entry) : fileOf(entry))));
  return { files: found.flatMap(({ files }) => files), unread: found.flatMap(({ unread }) => unread) };
}

function isFolder(entry: Entry): entry is FolderEntry {
  return entry.isDirectory;
}

/** A reader gives a folder's entries in parts, the last of which is empty. */
async function inFolder(folder: FolderEntry): Promise<Dropped> {
  const reader = folder.createReader();
  const entries: Entry[] = [];
  for (;;) {
    const part = await new Promise<readonly Entry[] | null>((resolve) => reader.readEntries(resolve, () => resolve(null)));
    if (part !== null && part.length > 0) {
      entries.push(...part);
      continue;
    }
    const { files, unread } = await filesOf(entries);
    return { files, unread: part === null ? [...unread, folder.name] : unread };
  }
}

function fileOf(entry: Entry): Promise<Dropped> {
  return new Promise((resolve) =>
    (entry as FileEntry).file(
      (file) => resolve({ files: [file], unread: [] }),
      () => resolve({ files: [], unread: [entry.name] }),
    ),
  );
}
