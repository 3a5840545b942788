import { access, readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Refusal } from "../../../apps-script/domain/refusal";
import { explain } from "../explain";
import { makeFolder } from "../files/folder";
import { ownFolder } from "../files/own-folder";
import { tryFolder, writeOver } from "../files/temporary";
import * as say from "../wording/launch";
import { usualBook } from "../wording/workbench";

/**
 * The workbook that a double-click opens: what was dragged onto the launcher, a workbook or the folder for a new one; else the
 * last one; else the one beside the folder of the program, never in it, so that an update may replace that folder. Its folder
 * is there then and can be written to.
 *
 * @throws {Refusal} when the last one is not there any more, or nothing can be written
 */
export async function chosenBook(dragged: string | undefined, program: string): Promise<string> {
  const book = dragged ? await placeOf(dragged) : ((await lastBook()) ?? join(dirname(program), say.bookFolder, usualBook));
  await requireWritable(dirname(book));
  return book;
}

/** In the environment of a workbench that a double-click started: what its page makes the next one opens. */
export const BY_DOUBLE_CLICK = "ANPEI_DOUBLE_CLICK";

/** The next double-click opens this one again. Of a place where there is no workbook nothing is kept: its page may make one. */
export async function keepAsLast(book: string): Promise<void> {
  if (!(await isThere(book))) return;
  await makeFolder(dirname(noteOfLast()));
  await writeOver(noteOfLast(), book);
}

async function placeOf(dragged: string): Promise<string> {
  const path = resolve(dragged);
  const isFolder = await stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
  return isFolder ? join(path, usualBook) : path;
}

async function lastBook(): Promise<string | null> {
  const book = (await readFile(noteOfLast(), "utf8").catch(() => "")).trim();
  if (book === "") return null;
  if (!(await isThere(book))) throw new Refusal("not-found", say.bookGone(book));
  return book;
}

async function requireWritable(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    await tryFolder(folder);
  } catch (error) {
    throw new Refusal("no-access", say.cannotWrite(folder, explain(error).message));
  }
}

const noteOfLast = (): string => join(ownFolder(), "last-book.txt");

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
