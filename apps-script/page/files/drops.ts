import { DROP_HERE } from "../wording/files-screen";
import { type Dropped, filesOf } from "./dropped";

/** Files may be dropped anywhere on the page; a line over it says so while they are held there. */
export function takeDrops(take: (dropped: Dropped) => void): void {
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
    const all = entries.some(({ isDirectory }) => isDirectory) ? filesOf(entries) : Promise.resolve({ files, unread: [] });
    void all.then((found) => (found.files.length + found.unread.length > 0 ? take(found) : undefined));
  });
}
