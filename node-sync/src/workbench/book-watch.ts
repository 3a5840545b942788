import { watch } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { fingerprintOf } from "../files/fingerprint";
import { openElsewhere } from "../files/open-elsewhere";
import * as say from "../wording/workbench";

/** Disks of other PCs tell nobody of what happens on them. */
const POLL_MS = 3_000;
/** A program that saves does so in several steps. */
const DEBOUNCE_MS = 300;

interface Told {
  readonly onChange: () => void;
  /** @param sentence says which program has the file open, and what to do; null once none has */
  readonly onHeld: (sentence: string | null) => void;
}

/**
 * Watches what others do to the workbook's file. The file itself is never watched: a watch goes silent when the file is replaced,
 * as every program does that saves. The folder's events are a hint to look, and a look is made every few seconds anyway; size and
 * time say whether to read, the content says whether it changed.
 */
export class BookWatch {
  private seen = "";
  private content = "";
  private held: string | null = null;
  private looking: Promise<void> = Promise.resolve();
  private hint: NodeJS.Timeout | undefined;
  private readonly poll: NodeJS.Timeout;
  private readonly watcher;

  constructor(
    private readonly book: string,
    private readonly told: Told,
    { pollMs = POLL_MS }: { readonly pollMs?: number } = {},
  ) {
    this.poll = setInterval(() => void this.look(), pollMs).unref();
    this.watcher = watcherOf(dirname(book), () => {
      clearTimeout(this.hint);
      this.hint = setTimeout(() => void this.look(), DEBOUNCE_MS).unref();
    });
    void this.look();
  }

  /** One look after the other. */
  look(): Promise<void> {
    this.looking = this.looking.then(() => this.lookOnce()).catch(() => undefined);
    return this.looking;
  }

  close(): void {
    clearInterval(this.poll);
    clearTimeout(this.hint);
    this.watcher?.close();
  }

  private async lookOnce(): Promise<void> {
    const held = await heldBy(this.book);
    if (held !== this.held) {
      this.held = held;
      this.told.onHeld(held);
    }
    const seen = await stat(this.book).then(
      ({ size, mtimeMs, ino }) => `${size} ${mtimeMs} ${ino}`,
      () => "gone",
    );
    if (seen === this.seen) return;
    const content = seen === "gone" ? seen : (await fingerprintOf(this.book)).sha256;
    const isFirst = this.seen === "";
    const isSame = content === this.content;
    this.seen = seen;
    this.content = content;
    if (!isFirst && !isSame) this.told.onChange();
  }
}

async function heldBy(book: string): Promise<string | null> {
  const open = await openElsewhere(book);
  return open === undefined ? null : say.heldBy(basename(book), open.program, open.holder, open.marker);
}

function watcherOf(folder: string, wake: () => void) {
  try {
    return watch(folder, { persistent: false }, wake).on("error", () => undefined);
  } catch {
    return null;
  }
}
