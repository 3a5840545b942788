import { createHash } from "node:crypto";
import { readFile, rename, rmdir, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { flushFolder, makeFolder, namesIn } from "../../files/folder";
import { lockFile } from "../../files/lock";
import { unless } from "../../files/refused";
import { sideName } from "../../files/side-name";
import { removeLeftovers, writeAside } from "../../files/temporary";
import { fileOf, type HeldAnswer, type HeldAnswers, keyOf, readAnswer, writtenAnswer } from "./held-answers";

/**
 * Held answers as files of this PC, readable by their owner alone: beside a local workbook, where whoever syncs it next finds
 * them. They hold people's data as the units wrote it, as the workbook does.
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
      return await work();
    } finally {
      await lock.release();
    }
  }

  async all(): Promise<readonly HeldAnswer[]> {
    const names = (await namesIn(this.folder)).filter((name) => /^[0-9a-f]+\.json$/.test(name));
    const texts = await Promise.all(names.map((name) => readFile(join(this.folder, name), "utf8")));
    const answers = texts.flatMap((text) => readAnswer(text) ?? []);
    const sortKey = (answer: HeldAnswer): string => `${fileOf(answer)}\n${keyOf(answer)}`;
    return answers.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  }

  async hold(answer: HeldAnswer): Promise<void> {
    await makeFolder(this.folder);
    await removeLeftovers(this.folder);
    const path = join(this.folder, nameOf(answer));
    await rename(await writeAside(path, writtenAnswer(answer)), path);
    await flushFolder(this.folder);
  }

  async forget(answer: HeldAnswer): Promise<void> {
    await unless("ENOENT", unlink(join(this.folder, nameOf(answer))));
    await unless("ENOTEMPTY", unless("ENOENT", rmdir(this.folder)));
  }
}

function nameOf(answer: HeldAnswer): string {
  return `${createHash("sha256").update(keyOf(answer)).digest("hex").slice(0, 24)}.json`;
}
