import { DROP_HERE } from "../wording/files-screen";

/** Files may be dropped anywhere on the page; a line over it says so while they are held there. */
export function takeDrops(take: (files: readonly File[]) => void): void {
  const { body } = document;
  const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") ?? false;
  document.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    body.dataset.drop = DROP_HERE;
  });
  const leave = (): void => {
    delete body.dataset.drop;
  };
  document.addEventListener("dragleave", ({ relatedTarget }) => {
    if (relatedTarget === null) leave();
  });
  document.addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    leave();
    const entries = [...(event.dataTransfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? []);
    const files = [...(event.dataTransfer?.files ?? [])];
    const all = entries.some(({ isDirectory }) => isDirectory) ? filesOf(entries) : Promise.resolve(files);
    void all.then((found) => (found.length > 0 ? take(found) : undefined));
  });
}

/** The files, and those in folders. */
async function filesOf(entries: readonly FileSystemEntry[]): Promise<File[]> {
  const found = await Promise.all(entries.map((entry) => (isFolder(entry) ? inFolder(entry) : fileOf(entry))));
  return found.flat();
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** A reader gives a folder's entries in parts, the last of which is empty. */
async function inFolder(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (part.length === 0) return filesOf(found);
    found.push(...part);
  }
}

function fileOf(entry: FileSystemEntry): Promise<File[]> {
  return new Promise((resolve) =>
    (entry as FileSystemFileEntry).file(
      (file) => resolve([file]),
      () => resolve([]),
    ),
  );
}
