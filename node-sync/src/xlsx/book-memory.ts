import type { BookReading } from "./book-reading";
import type { PatchedFile } from "./patch/patch-workbook";

/**
 * What a process keeps of a workbook file from run to run, given to the host of each. The file stays the truth: it is read at
 * every run, and what is kept is used only where it holds the very same bytes.
 */
export class BookMemory {
  private kept: () => Promise<BookReading | null> = async () => null;

  last(): Promise<BookReading | null> {
    return this.kept();
  }

  keep(reading: BookReading): void {
    if (reading.held !== null) this.kept = async () => reading;
  }

  /** What was read is written over; what became of it is read when it is asked for, anew where it can't be gone on with. */
  follow(reading: BookReading, written: PatchedFile): void {
    let next: Promise<BookReading | null> | null = null;
    this.kept = () => {
      next ??= reading.after(written).catch(() => null);
      return next;
    };
  }

  forget(): void {
    this.kept = async () => null;
  }
}
