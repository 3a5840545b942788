import { access, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { unless } from "../../files/refused";
import { refusal } from "../../refusal";
import * as say from "../../wording/sync";

interface SyncFolders {
  /** `null` when the workbook is elsewhere. */
  readonly book: string | null;
  readonly inbox: string;
  readonly outbox: string;
}

/**
 * Refuses folders between which files would go round in circles: what we send must never be what we find. The workbook
 * itself must not lie in the inbox either, where it would be taken for a list and moved away.
 *
 * @throws {Refusal} `no-inbox`, `nested-folders` or `book-in-inbox`
 */
export async function checkFolders({ book, inbox, outbox }: SyncFolders): Promise<void> {
  if (book !== null) await access(book);
  const facts = await unless("ENOENT", stat(inbox));
  if (facts === undefined) throw refusal("no-inbox", say.noInbox(inbox));
  if (!facts.isDirectory()) throw refusal("no-inbox", say.inboxIsFile(inbox));
  const [from, to] = [await realPlace(inbox), await realPlace(outbox)];
  if (holds(from, to) || holds(to, from)) throw refusal("nested-folders", say.nestedFolders(inbox, outbox));
  if (book !== null && from === (await realPlace(dirname(resolve(book)))))
    throw refusal("book-in-inbox", say.bookInInbox(basename(book), inbox));
}

/** Where a folder really is, also one that is still to be made. */
async function realPlace(folder: string): Promise<string> {
  const path = resolve(folder);
  const real = await unless("ENOENT", realpath(path));
  return real ?? (dirname(path) === path ? path : join(await realPlace(dirname(path)), basename(path)));
}

function holds(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way === "" || !(way === ".." || /^\.\.[\\/]/.test(way) || resolve(outer, way) === way);
}
