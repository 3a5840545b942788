import { createHash } from "node:crypto";
import { readFile, rmdir, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { atOnce } from "../../at-once";
import { flushFolder, makeFolder, namesIn } from "../../files/folder";
import { lockFile } from "../../files/lock";
import { unless } from "../../files/refused";
import { sideName } from "../../files/side-name";
import { removeLeftovers, writeOver } from "../../files/temporary";
import { type HeldAnswer, type HeldAnswers, inOrder, keyOf, readAnswer, writtenAnswer } from "./held-answers";

/** Answers that are flushed at the same time. */
const HELD_AT_ONCE = 8;

/**
 * Held answers as files of this PC, readable by their owner alone: beside a local workbook, where whoever works with it next
 * finds them. They hold people's data as the units wrote it, as the workbook does.
 */
export class LocalAnswers implements HeldAnswers {
  private readonly folder: string;

  /**
   * @param book the workbook's path, or one that stands for a workbook that is no file here
   * @param label what a person calls the workbook
   */
  constructor(
    private readonly book: string,
    private readonly label = basename(book),
  ) {
    this.folder = join(dirname(book), ".anpei", sideName(basename(book), ".answers"));
  }

  /** A lock of its own: every step of a sync takes the workbook's. */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    await makeFolder(dirname(this.book));
    const lock = await lockFile(`${this.book}.sync`, { label: this.label });
    try {
      await this.sweep();
      return await work();
    } finally {
      await lock.release();
    }
  }

  async all(): Promise<readonly HeldAnswer[]> {
    const names = (await namesIn(this.folder)).filter((name) => /^[0-9a-f]+\.json$/.test(name));
    const texts = await Promise.all(names.map((name) => readFile(join(this.folder, name), "utf8")));
    return inOrder(texts.flatMap((text) => readAnswer(text) ?? []));
  }

  async hold(answers: readonly HeldAnswer[]): Promise<void> {
    if (answers.length === 0) return;
    await makeFolder(this.folder);
    await removeLeftovers(this.folder);
    await atOnce(HELD_AT_ONCE, answers, (answer) => writeOver(join(this.folder, nameOf(answer)), writtenAnswer(answer)));
    await flushFolder(this.folder);
  }

  async forget(answer: HeldAnswer): Promise<void> {
    await unless("ENOENT", unlink(join(this.folder, nameOf(answer))));
    await this.removeEmpty();
  }

  /** What a killed run left: half an answer, or the folder when the last one was written. Nobody is kept from work by it. */
  private async sweep(): Promise<void> {
    const swept = removeLeftovers(this.folder).then(() => this.removeEmpty());
    await swept.catch(() => undefined);
  }

  private async removeEmpty(): Promise<void> {
    await unless("ENOTEMPTY", unless("ENOENT", rmdir(this.folder)));
  }
}

function nameOf(answer: HeldAnswer): string {
  return `${createHash("sha256").update(keyOf(answer)).digest("hex").slice(0, 24)}.json`;
}
